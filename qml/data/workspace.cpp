#include "workspace.h"

#include "intake.h"
#include "store/layout.h"

#include <QQmlEngine>

namespace inkstep {

namespace {
constexpr std::size_t undoDepth = 100; // older ones are in history
}

Workspace::Workspace(QString profileFolder, Store::Parts parts, QObject *parent)
    : QObject(parent), m_folder(std::move(profileFolder)), m_parts(parts),
      m_intake(std::make_unique<Intake>(*this)) {}

Workspace::~Workspace() {
    emit notebookClosing();
    m_nameWatch.reset();
    m_intake.reset(); // finishes what the shutter gave it while the store is still there
}

Workspace *Workspace::create(QQmlEngine *engine, QJSEngine *) {
    auto *workspace = engine->property(engineProperty).value<Workspace *>();
    QJSEngine::setObjectOwnership(workspace, QJSEngine::CppOwnership);
    return workspace;
}

void Workspace::open(const QString &notebook) {
    m_background.call(
        Executor::Screen,
        [this, notebook]() -> Result<Notebook *> {
            auto profile = Profile::open(m_folder, m_parts);
            if (!profile)
                return passOn(profile);
            m_profile = std::move(*profile);
            if (m_profile->entries().empty())
                return nullptr;
            return m_profile->find(notebook);
        },
        this,
        [this](Result<Notebook *> opened) {
            if (!opened)
                setState(Failed, wordsFor(opened.error()).sentence());
            else
                show(*opened);
        });
}

void Workspace::setState(State state, const QString &problem) {
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

void Workspace::show(Notebook *notebook) {
    emit notebookClosing();
    m_nameWatch.reset();
    m_undo.clear();
    m_redo.clear();
    m_notebook = notebook;
    if (notebook) {
        const Id id = notebook->id();
        m_nameWatch = notebook->store().watch(
            kindsOf<NotebookInfo>(),
            [id](Database &db) { return find<NotebookInfo>(db, id).value_or(NotebookInfo{}).name; }, this,
            [this, id](const QString &name) {
                m_background.post(Executor::Screen, [this, id, name] {
                    if (!name.isEmpty() && !m_profile->rename(id, name))
                        return; // the list keeps the old name until the next start
                    QMetaObject::invokeMethod(this, &Workspace::notebooksChanged);
                });
            });
        m_background.post(Executor::Screen, [this, id] {
            if (const auto kept = m_profile->setCurrent(id); !kept)
                qWarning("the notebook shown last could not be noted: %s", qPrintable(kept.error().detail));
        });
    }
    setState(notebook ? Open : NoNotebook);
    emit notebookChanged();
    emit notebooksChanged();
    emit undoChanged();
}

void Workspace::inBackground(std::function<Result<Notebook *>()> work) {
    m_background.call(Executor::Screen, std::move(work), this, [this](Result<Notebook *> made) {
        if (made)
            show(*made);
        else
            report(made.error());
    });
}

void Workspace::startClass(const QString &name) {
    inBackground([this, name] { return m_profile->create(name, NotebookKind::Class); });
}

void Workspace::showNotebook(const QString &id) {
    inBackground([this, id] { return m_profile->notebook(idFromText(id)); });
}

void Workspace::adopted(const Id &id) {
    inBackground([this, id] { return m_profile->notebook(id); });
}

void Workspace::renameNotebook(const QString &name) {
    if (m_notebook && !name.trimmed().isEmpty())
        perform(Edit(tr("Rename notebook")).set(m_notebook->id(), &NotebookInfo::name, name.trimmed()));
}

QString Workspace::notebookName() const {
    for (const QVariant &entry : notebooks()) {
        if (entry.toMap().value(QStringLiteral("current")).toBool())
            return entry.toMap().value(QStringLiteral("name")).toString();
    }
    return {};
}

QString Workspace::notebookId() const {
    return m_notebook ? idText(m_notebook->id()) : QString();
}

QVariantList Workspace::notebooks() const {
    QVariantList list;
    if (!m_profile || m_state == Opening)
        return list;
    for (const Profile::Entry &entry : m_profile->entries())
        list << QVariantMap{{QStringLiteral("id"), idText(entry.id)},
                            {QStringLiteral("name"), entry.name},
                            {QStringLiteral("current"), m_notebook && entry.id == m_notebook->id()}};
    return list;
}

void Workspace::perform(Edit edit, std::function<void(bool)> then) {
    if (!m_notebook)
        return;
    const QString label = edit.label();
    m_notebook->store().commit(std::move(edit), this, [this, label, then](Result<Committed> committed) {
        if (!committed)
            report(committed.error());
        else if (committed->edit)
            remember(label, *committed->edit);
        if (then)
            then(committed.has_value());
    });
}

void Workspace::remember(const QString &label, const Version &edit) {
    m_undo.push_back({label, edit});
    if (m_undo.size() > undoDepth)
        m_undo.erase(m_undo.begin());
    m_redo.clear();
    emit undoChanged();
    emit performed(label);
}

void Workspace::report(const Error &error) {
    qInfo("%s", qPrintable(error.detail));
    emit failed(wordsFor(error).sentence());
}

QString Workspace::undoLabel() const {
    return m_undo.empty() ? QString() : m_undo.back().label;
}

QString Workspace::redoLabel() const {
    return m_redo.empty() ? QString() : m_redo.back().label;
}

void Workspace::undo() {
    if (m_undo.empty() || !m_notebook)
        return;
    const Done done = m_undo.back();
    m_undo.pop_back();
    emit undoChanged();
    m_notebook->store().undo(
        done.edit, tr("Undo: %1").arg(done.label), this, [this, done](Result<Committed> undone) {
            if (!undone)
                return report(undone.error());
            if (!undone->edit) {
                emit failed(tr("Somebody has changed this since, so it stays as it is."));
                return;
            }
            m_redo.push_back({done.label, *undone->edit});
            emit undoChanged();
        });
}

void Workspace::redo() {
    if (m_redo.empty() || !m_notebook)
        return;
    const Done done = m_redo.back();
    m_redo.pop_back();
    emit undoChanged();
    m_notebook->store().undo(done.edit, done.label, this, [this, done](Result<Committed> redone) {
        if (!redone)
            return report(redone.error());
        if (redone->edit)
            m_undo.push_back({done.label, *redone->edit});
        emit undoChanged();
    });
}

} // namespace inkstep
