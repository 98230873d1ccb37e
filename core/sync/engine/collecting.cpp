// Pictures of what a person deleted leave the store: two runs after everybody who is waited for has
// acknowledged it, and by who wrote them. Nothing leaves a tablet by this, so that what is brought back, from
// the history or by what somebody wrote unseen of the deletion, is sent again.
#include "sync/engine/session.h"

#include "store/database.h"
#include "store/deleted.h"

#include <algorithm>

namespace inkstep {

namespace {

enum State { Noticed = 0, Leaving = 1, Gone = 2 };

struct Noted {
    QByteArray deletions;
    VersionVector seen; // by us, when it was noticed
    quint64 run = 0;
    int state = Noticed;
};

std::map<QByteArray, Noted> notedIn(Database &db) {
    std::map<QByteArray, Noted> noted;
    Statement &row = db.use("SELECT name, deletions, seen, run, state FROM sync_collect");
    while (row.step())
        noted[row.bytes(0)] = {row.bytes(1), unpackVersions(row.bytes(2)), quint64(row.number(3)),
                               int(row.number(4))};
    row.reset();
    return noted;
}

} // namespace

// Everybody who is waited for has seen what is in the vector, all they had written by then is here, and ours
// of it lies in the store, up to `sent`.
bool Session::acknowledgedByAll(const VersionVector &vector, quint64 sent) const {
    for (const Version &version : vector) {
        if (version.device == m.keys.device && version.sequence > sent)
            return false;
    }
    for (const auto &[device, known] : m_devices) {
        if (!counts(device))
            continue;
        const auto head = m_heads.find(device);
        if (head == m_heads.end() || known.last < head->second.lastSequence)
            return false;
        for (const Version &version : vector) {
            if (version.device != device && !covers(head->second.seen, version))
                return false;
        }
    }
    return true;
}

Status Session::collectDeleted() {
    if (!m_mayWrite)
        return {};
    const auto deleted = m.notebook.store().read(deletedPictures);
    const auto noted = m.notebook.store().read(notedIn);
    const auto before = m.books.value(sessionvalues::collectRun);
    const auto bundles = m.books.bundles();
    const auto seen = m.notebook.store().seen();
    if (!deleted || !noted || !before || !bundles || !seen)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    if (deleted->empty() && noted->empty())
        return {};
    const auto own = m.books.ownPictures();
    if (!own)
        return passOn(own);
    const quint64 run = before->toULongLong() + 1;
    quint64 sent = 0; // our last operation that lies in the store
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.sent)
            break;
        sent = bundle.last;
    }
    std::vector<std::pair<QByteArray, QByteArray>> fresh; // and the deletions
    std::vector<QByteArray> leaving;
    std::set<QByteArray> again; // of these
    for (const Books::Picture &picture : *own) {
        const auto found = deleted->find(picture.ref.name);
        if (found == deleted->end() || !picture.sent)
            continue;
        const QByteArray deletions = packVersions(found->second);
        const auto known = noted->find(picture.ref.name);
        if (known != noted->end() && known->second.state != Noticed) {
            if (known->second.state == Leaving) {
                leaving.push_back(picture.ref.name);
                again.insert(picture.ref.name);
            }
        } else if (known == noted->end() || known->second.deletions != deletions) {
            fresh.emplace_back(picture.ref.name, deletions);
        } else if (known->second.run < run && acknowledgedByAll(known->second.seen, sent)) {
            leaving.push_back(picture.ref.name);
        }
    }
    const auto kept = m.notebook.store().keepBooks([&](Database &db) {
        for (const auto &[name, one] : *noted) {
            if (one.state == Noticed &&
                !deleted->contains(name)) // brought back: noticed anew if it goes again
                db.use("DELETE FROM sync_collect WHERE name = ?").with(name).run();
        }
        db.exec("DELETE FROM sync_collect WHERE name NOT IN (SELECT name FROM blob)"); // erased meanwhile
        for (const auto &[name, deletions] : fresh)
            db.use("INSERT OR REPLACE INTO sync_collect (name, deletions, seen, run, state) VALUES (?, ?, ?, "
                   "?, ?)")
                .with(name, deletions, packVersions(*seen), run, int(Noticed))
                .run();
        // Remembered before the first file goes: what is cut short and then brought back must be sent again.
        for (const QByteArray &name : leaving) {
            db.use("UPDATE sync_collect SET state = ? WHERE name = ?").with(int(Leaving), name).run();
            db.use("UPDATE blob SET sent = ? WHERE name = ?").with(int(Books::Collected), name).run();
        }
        Books::writeValue(db, sessionvalues::collectRun, QByteArray::number(run));
    });
    if (!kept)
        return kept;
    for (const QByteArray &name : leaving) {
        if (const auto on = goOn(); !on)
            return on;
        if (const auto gone = storedpicture::remove(m.remote, m.keys.device, name); !gone) {
            if (const auto on = note(gone.error()); !on)
                return on;
            continue;
        }
        // Done with once a later run has found nothing: a power cut or a drive that lags brings files back.
        if (!again.contains(name))
            continue;
        const auto done = m.notebook.store().keepBooks([&](Database &db) {
            db.use("UPDATE sync_collect SET state = ? WHERE name = ?").with(int(Gone), name).run();
        });
        if (!done)
            return done;
    }
    return {};
}

Status Books::takeBackCollected() {
    const auto left = m_store.read([](Database &db) {
        Statement &row = db.use("SELECT 1 FROM sync_collect WHERE state > 0 LIMIT 1");
        const bool any = row.step();
        row.reset();
        return any;
    });
    if (!left)
        return passOn(left);
    if (!*left)
        return {};
    const auto deleted = m_store.read(deletedPictures);
    const auto noted = m_store.read(notedIn);
    if (!deleted || !noted)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    std::vector<QByteArray> back;
    for (const auto &[name, one] : *noted) {
        if (one.state != Noticed && !deleted->contains(name))
            back.push_back(name);
    }
    if (back.empty())
        return {};
    return m_store.keepBooks([&](Database &db) {
        for (const QByteArray &name : back) {
            db.use("UPDATE blob SET sent = 0 WHERE name = ?").with(name).run();
            db.use("DELETE FROM sync_collect WHERE name = ?").with(name).run();
        }
    });
}

Result<std::vector<Books::Picture>> Books::picturesWanted() {
    auto missing = picturesMissing();
    if (!missing || missing->empty())
        return missing;
    const auto deleted = m_store.read(deletedPictures);
    if (!deleted)
        return passOn(deleted);
    std::erase_if(*missing, [&](const Picture &picture) { return deleted->contains(picture.ref.name); });
    return missing;
}

Result<std::set<QByteArray>> Books::picturesDeleted() {
    const auto deleted = m_store.read(deletedPictures);
    if (!deleted)
        return passOn(deleted);
    std::set<QByteArray> names;
    for (const auto &[name, deletions] : *deleted)
        names.insert(name);
    return names;
}

} // namespace inkstep
