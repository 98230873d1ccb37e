#include "store/profile.h"

#include "store/layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace inkstep {

namespace {
constexpr int profileFormat = 1;

QString fileOf(const QString &folder) {
    return folder + QStringLiteral("/profile.json");
}

// A lock with no owner's name in it was being written when its process ended: nobody's. One that is only just
// being written has its name after the wait, and the system's own lock on the file keeps that of a living
// process from being taken away.
bool taken(QLockFile &lock) {
    constexpr int longerThanWriting = 300; // ms
    const auto named = [&] {
        qint64 process = 0;
        QString host;
        QString program;
        return lock.getLockInfo(&process, &host, &program);
    };
    if (lock.tryLock(0))
        return true;
    if (lock.error() != QLockFile::LockFailedError || named())
        return false;
    return lock.tryLock(longerThanWriting) || (!named() && lock.removeStaleLockFile() && lock.tryLock(0));
}
} // namespace

Result<NotebookInfo> Notebook::info() {
    const Id id = m_id;
    const auto found = m_store->read([id](Database &db) { return inkstep::find<NotebookInfo>(db, id); });
    if (!found)
        return passOn(found);
    return found->value_or(NotebookInfo{m_id, {}, NotebookKind::Class});
}

Profile::Profile(QString folder, Store::Parts parts)
    : m_folder(std::move(folder)), m_parts(parts), m_lock(m_folder + QStringLiteral("/lock")) {
    m_lock.setStaleLockTime(0); // held as long as its process lives, however long that is
}

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder, Store::Parts parts) {
    if (const auto made = parts.files.makeFolder(folder); !made)
        return passOn(made);
    std::unique_ptr<Profile> profile(new Profile(folder, parts));
    if (!taken(profile->m_lock)) {
        switch (profile->m_lock.error()) {
        case QLockFile::LockFailedError:
            return failure(ErrorCode::InUse, {}, folder);
        case QLockFile::PermissionError:
            return failure(ErrorCode::NoPermission, QStringLiteral("lock"), folder);
        default: // Qt names a full disk as the case that comes here
            return failure(ErrorCode::DiskFull, QStringLiteral("lock"), folder);
        }
    }
    if (const auto read = profile->read(); !read)
        return passOn(read);
    return profile;
}

Status Profile::read() {
    const auto bytes = m_parts.files.read(fileOf(m_folder));
    if (!bytes && bytes.error().code != ErrorCode::NotFound)
        return passOn(bytes);
    if (bytes) {
        const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
        if (json.value(QLatin1StringView("format")).toInt() > profileFormat)
            return failure(ErrorCode::NewerVersion, {}, m_folder);
        m_current = idFromText(json.value(QLatin1StringView("current")).toString());
        for (const QJsonValue &entry : json.value(QLatin1StringView("notebooks")).toArray())
            m_entries.push_back({idFromText(entry[QLatin1StringView("id")].toString()),
                                 entry[QLatin1StringView("name")].toString()});
    }
    // The folders are the truth: a lost or damaged profile.json costs names in the list, never a notebook.
    const auto folders = m_parts.files.list(m_folder);
    if (!folders)
        return passOn(folders);
    for (const FileEntry &entry : *folders) {
        if (entry.folder || !entry.name.startsWith(stagedPrefix))
            continue;
        if (const auto removed = m_parts.files.remove(m_folder + QLatin1Char('/') + entry.name); !removed)
            qWarning("a leftover could not be removed: %s", qPrintable(removed.error().detail));
    }
    const auto there = [&](const Id &id) {
        return std::any_of(folders->begin(), folders->end(), [&](const FileEntry &folder) {
            return folder.folder && idFromText(folder.name) == id &&
                   m_parts.files.exists(m_folder + QLatin1Char('/') + folder.name +
                                        QStringLiteral("/notebook.db"));
        });
    };
    std::erase_if(m_entries, [&](const Entry &entry) { return entry.id.isNull() || !there(entry.id); });
    for (const FileEntry &folder : *folders) {
        const Id id = idFromText(folder.name);
        const bool listed = std::any_of(m_entries.begin(), m_entries.end(),
                                        [&](const Entry &entry) { return entry.id == id; });
        if (id.isNull() || listed || !there(id))
            continue;
        m_entries.push_back({id, {}});
        if (const auto opened = notebook(id)) {
            if (const auto info = (*opened)->info())
                m_entries.back().name = info->name;
        }
    }
    const bool known =
        std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.id == m_current; });
    if (!known)
        m_current = m_entries.empty() ? Id() : m_entries.front().id;
    return {};
}

Status Profile::write() {
    QJsonArray notebooks;
    for (const Entry &entry : m_entries)
        notebooks.append(
            QJsonObject{{QStringLiteral("id"), idText(entry.id)}, {QStringLiteral("name"), entry.name}});
    const QJsonObject json{{QStringLiteral("format"), profileFormat},
                           {QStringLiteral("current"), idText(m_current)},
                           {QStringLiteral("notebooks"), notebooks}};
    return m_parts.files.save(fileOf(m_folder), QJsonDocument(json).toJson());
}

Status Profile::setCurrent(const Id &id) {
    if (m_current == id)
        return {};
    m_current = id;
    return write();
}

Status Profile::rename(const Id &id, const QString &name) {
    for (Entry &entry : m_entries) {
        if (entry.id == id && entry.name != name) {
            entry.name = name;
            return write();
        }
    }
    return {};
}

Result<Notebook *> Profile::create(const QString &name, NotebookKind kind) {
    const Id id = newId(m_parts.clock, m_parts.random);
    const auto made = makeRoom(id, name);
    if (!made)
        return made;
    const auto named = (*made)->store().commit(
        Edit(QStringLiteral("Start %1").arg(name)).create(NotebookInfo{id, name, kind}));
    if (!named)
        return passOn(named);
    return made;
}

Result<Notebook *> Profile::makeRoom(const Id &id, const QString &name) {
    m_entries.push_back({id, name});
    const auto opened = notebook(id);
    if (!opened) {
        m_entries.pop_back();
        return opened;
    }
    if (const auto prepared = (*opened)->vault().prepare(); !prepared)
        return passOn(prepared);
    if (m_current.isNull())
        m_current = id;
    if (const auto written = write(); !written)
        return passOn(written);
    return opened;
}

Result<Notebook *> Profile::notebook(const Id &id) {
    for (const auto &open : m_open) {
        if (open->id() == id)
            return open.get();
    }
    const bool known =
        std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &e) { return e.id == id; });
    if (!known)
        return failure(ErrorCode::NotFound, {}, idText(id));
    const QString folder = m_folder + QLatin1Char('/') + idText(id);
    auto store = Store::open(folder, m_parts);
    if (!store)
        return passOn(store);
    m_open.push_back(std::make_unique<Notebook>(id, folder, std::move(*store), m_parts));
    m_open.back()->vault().sweep();
    return m_open.back().get();
}

Result<Notebook *> Profile::find(const QString &nameOrId) {
    if (nameOrId.isEmpty())
        return notebook(m_current);
    QStringList matches;
    for (const Entry &entry : m_entries) {
        if (entry.name == nameOrId || idText(entry.id) == nameOrId)
            matches << idText(entry.id);
    }
    if (matches.isEmpty())
        return failure(ErrorCode::NotFound, {}, nameOrId);
    if (matches.size() > 1)
        return failure(ErrorCode::Ambiguous, matches.join(QLatin1Char('\n')), nameOrId);
    return notebook(idFromText(matches.first()));
}

} // namespace inkstep
