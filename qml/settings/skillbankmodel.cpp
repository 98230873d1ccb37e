#include "skillbankmodel.h"

#include "store/layout.h"

#include <QFileInfo>

namespace inkstep {

namespace {

std::vector<Skill> readSkills(Database &db) {
    std::vector<Skill> skills;
    static const std::string sql =
        "SELECT " + columnsOf<Skill>("k") + " FROM skill k WHERE k.deleted = 0 ORDER BY k.position, k.row";
    Statement &row = db.use(sql);
    while (row.step())
        skills.push_back(readRow<Skill>(row));
    row.reset();
    return skills;
}

} // namespace

void SkillBankModel::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace) {
        connect(workspace, &Workspace::notebookClosing, this, [this] { m_watch.reset(); });
        connect(workspace, &Workspace::notebookChanged, this, &SkillBankModel::watch);
    }
    emit workspaceChanged();
    watch();
}

void SkillBankModel::watch() {
    m_watch.reset();
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook)
        return;
    m_watch = notebook->store().watch(
        kindsOf<Skill>(),
        [](Database &db) {
            Statement &row = db.use("SELECT count(*), count(DISTINCT trait) FROM skill "
                                    "WHERE deleted = 0 AND coalesce(archived, 0) = 0");
            row.step();
            const std::pair<int, int> counts(static_cast<int>(row.number(0)),
                                             static_cast<int>(row.number(1)));
            row.reset();
            return counts;
        },
        this,
        [this](std::pair<int, int> counts) {
            m_ready = true;
            m_skills = counts.first;
            m_traits = counts.second;
            emit changed();
        });
}

void SkillBankModel::tell(const QString &sentence) {
    m_outcome = sentence;
    emit outcomeChanged();
}

void SkillBankModel::takeInBuiltIn() {
    takeInFrom([] { return builtInSkillPack(); }, tr("Take in the skills of Inkstep"));
}

void SkillBankModel::takeIn(const QUrl &file) {
    if (!m_workspace)
        return;
    FileSystem *files = &m_workspace->parts().files;
    const QString path = file.toLocalFile();
    const QString name = QFileInfo(path).fileName();
    takeInFrom(
        [files, path, name]() -> Result<SkillPack> {
            const auto bytes = files->read(path, PackBounds::bytes + 1);
            if (!bytes)
                return passOn(bytes);
            return readSkillPack(*bytes, name);
        },
        tr("Take in the skills of %1").arg(name));
}

void SkillBankModel::takeInFrom(std::function<Result<SkillPack>()> read, const QString &label) {
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook)
        return;
    m_executor.call(
        Executor::Screen,
        [notebook, label, read = std::move(read)]() -> Result<Outcome> {
            const auto pack = read();
            if (!pack)
                return passOn(pack);
            const auto have = notebook->store().read(readSkills);
            if (!have)
                return passOn(have);
            Outcome outcome{takeInSkills(*pack, notebook->id(), *have, label), 0};
            for (const Edit::Change &change : outcome.edit.changes())
                outcome.added += change.field == createField ? 1 : 0;
            return outcome;
        },
        this,
        [this, notebook](Result<Outcome> outcome) {
            if (!m_workspace || m_workspace->notebook() != notebook)
                return; // another notebook is shown by now
            if (!outcome)
                return m_workspace->report(outcome.error());
            if (outcome->added == 0)
                return tell(tr("Every skill of this pack is here already; your own words were kept."));
            const QString sentence = outcome->added == 1 ? tr("1 skill was added.")
                                                         : tr("%1 skills were added.").arg(outcome->added);
            m_workspace->perform(std::move(outcome->edit),
                                 [this, self = QPointer(this), sentence](bool kept) {
                                     if (self && kept)
                                         tell(sentence);
                                 });
        });
}

void SkillBankModel::handOn(const QUrl &file) {
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook)
        return;
    FileSystem *files = &m_workspace->parts().files;
    const QString path = file.toLocalFile();
    const QString title = m_workspace->notebookName();
    m_executor.call(
        Executor::Screen,
        [notebook, files, path, title]() -> Status {
            const auto base = builtInSkillPack();
            if (!base)
                return passOn(base);
            const auto have = notebook->store().read(readSkills);
            if (!have)
                return passOn(have);
            return files->save(path, writeSkillPack(packOf(*have, *base, title)));
        },
        this,
        [this, path](const Status &saved) {
            if (!saved && m_workspace)
                m_workspace->report(saved.error());
            else if (saved)
                tell(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
        });
}

} // namespace inkstep
