#include "skillbankmodel.h"

#include "bankskill.h"
#include "practice/decision.h"
#include "store/layout.h"
#include "ways.h"

#include <QFileInfo>

namespace inkstep {

namespace {

template<class Entity>
std::vector<Entity> readAll(Database &db) {
    std::vector<Entity> all;
    static const std::string sql = "SELECT " + columnsOf<Entity>("t") + " FROM \"" +
                                   Description<Entity>::kind + "\" t WHERE t.deleted = 0 ORDER BY t.row";
    Statement &row = db.use(sql);
    while (row.step())
        all.push_back(readRow<Entity>(row));
    row.reset();
    return all;
}

struct Bank {
    std::vector<Skill> skills;
    BankExtras extras;
    StoredTeaching teaching;
};

Bank readBank(Database &db, const Id &notebook) {
    return {skillsIn(db),
            {readAll<Trait>(db), readAll<Wording>(db), teachingOf(db, notebook)},
            storedTeaching(db, notebook)};
}

} // namespace

QString SkillBankModel::meaning(const QString &moveOnAt, const QString &teachAgainBelow, int all) const {
    Teaching teaching;
    teaching.moveOnAt = moveOnAt;
    teaching.teachAgainBelow = teachAgainBelow;
    const Thresholds at = thresholdsOf(teaching);
    const int on = at.moveOnAt.fewestOf(all), again = at.teachAgainBelow.fewestOf(all);
    if (again >= on)
        return tr("In a class of %1: move on when %2 do it alone, teach again below that.").arg(all).arg(on);
    return tr("In a class of %1: move on when %2 do it alone, teach again below %3, a small group between.")
        .arg(all)
        .arg(on)
        .arg(again);
}

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
        kindsOf<Skill, Student>(),
        [](Database &db) {
            Statement &row = db.use(
                "SELECT count(*), count(DISTINCT trait), (SELECT count(*) FROM student WHERE deleted = 0 AND "
                "coalesce(archived, 0) = 0) FROM skill WHERE deleted = 0 AND coalesce(archived, 0) = 0");
            row.step();
            const std::array<int, 3> counts{static_cast<int>(row.number(0)), static_cast<int>(row.number(1)),
                                            static_cast<int>(row.number(2))};
            row.reset();
            return std::pair(counts, circleIn(skillsIn(db)));
        },
        this,
        [this](const std::pair<std::array<int, 3>, QString> &now) {
            m_ready = true;
            m_skills = now.first[0];
            m_traits = now.first[1];
            m_students = now.first[2];
            m_circle = now.second;
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
            const auto built = builtInSkillPack();
            if (!built)
                return passOn(built);
            const auto have =
                notebook->store().read([notebook](Database &db) { return readBank(db, notebook->id()); });
            if (!have)
                return passOn(have);
            Outcome outcome{takeInSkills(*pack, notebook->id(), have->skills, label)};
            for (const Edit::Change &change : outcome.edit.changes())
                outcome.added += change.field == createField ? 1 : 0;
            const auto before = outcome.edit.changes().size();
            takeInExtras(outcome.edit, *pack, *built, notebook->id(), have->skills, have->extras);
            outcome.words = outcome.edit.changes().size() > before;
            changeTeaching(outcome.edit, have->teaching, notebook->id(), [&](Teaching &teaching) {
                outcome.rungs = takeInRungNames(teaching, *pack, *built);
            });
            return outcome;
        },
        this,
        [this, notebook](Result<Outcome> outcome) {
            if (!m_workspace || m_workspace->notebook() != notebook)
                return; // another notebook is shown by now
            if (!outcome)
                return m_workspace->report(outcome.error());
            if (outcome->edit.isEmpty())
                return tell(tr("Every skill of this pack is here already; your own words were kept."));
            QStringList sentences;
            if (outcome->added > 0)
                sentences << (outcome->added == 1 ? tr("1 skill was added.")
                                                  : tr("%1 skills were added.").arg(outcome->added));
            else if (outcome->words)
                sentences << tr("Words in further languages were added.");
            if (outcome->rungs)
                sentences << tr("The support levels are called as in this pack.");
            const QString sentence = sentences.join(QLatin1Char(' '));
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
            const auto have =
                notebook->store().read([notebook](Database &db) { return readBank(db, notebook->id()); });
            if (!have)
                return passOn(have);
            return files->save(path, writeSkillPack(packOf(have->skills, *base, title, have->extras)));
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
