#pragma once

#include "sync/engine/books.h"
#include "sync/engine/checking.h"
#include "sync/engine/openedplace.h"
#include "sync/engine/place.h"
#include "sync/engine/syncer.h"
#include "sync/format/card.h"

namespace inkstep {

// What is behind a Syncer.
struct Syncer::Engine {
    Notebook &notebook;
    Store::Parts world;
    Books books;
    std::optional<ServerKey> door; // as a person gave it, for as long as the program runs
    qint64 snapshotFloor = 64 << 10;

    Engine(Notebook &of, Store::Parts parts) : notebook(of), world(parts), books(of.store()) {}

    Result<QString> place(); // empty: not connected
    Result<QString> deviceName();
    Result<NotebookKeys> keys() const; // WrongKey: of another device
    // The store this notebook is connected to, looked at. NotConnected, and as findStore().
    Result<std::unique_ptr<Remote>> store();
    // The same, not looked at.
    Result<OpenedPlace> opened();
    Result<NotebookKeys> keysForConnecting(Remote &folder, PlaceState state);
    // Keeps what a person decided, for the next sync to carry out.
    Status carryOutNext(const QString &name, const QByteArray &value);
    // Keeps how a run went, and when to try again.
    Status settle(const Result<SyncReport> &outcome);
    // Repairing (repairing.cpp).
    Result<StoreCheck> checkHere(Remote &remote, const NotebookKeys &keys,
                                 const std::function<void(const QString &)> &at);
    Status mend(Remote &remote, const NotebookKeys &keys, const QString &path, bool home);
    Status mendPicture(Remote &remote, const NotebookKeys &keys, const QString &path);
    Status mendOwn(Remote &remote, const NotebookKeys &keys, const QString &path, bool home);
    Status mendAnothers(Remote &remote, const NotebookKeys &keys, const QString &path);
    Result<std::vector<QString>> whoCould(const NotebookKeys &keys, const QString &path);
    // Remembers a run for a person to look up.
    Status remember(Moment began, const Result<SyncReport> &outcome);
    Result<SyncReport> run(const std::function<void(const SyncProgress &)> &progress,
                           const std::function<bool()> &cancelled, SyncManner manner);
};

// A device that comes in: by an invite, or by recovery words.
struct Newcomer {
    Id notebook;
    QString name; // of the notebook, to show before the first sync
    Member founder;
    Member sponsor; // who is believed first, beside the founder
    std::vector<EpochKey> epochs;
    Id invite;
    std::function<Card(const Member &, const SigningKey &)> cardOf;
};

inline QString keysPath(const Notebook &notebook) {
    return notebook.folder() + QStringLiteral("/keys");
}

// Where a new name's keys lie ready until the database has taken the name.
inline const QString nextKeys = QStringLiteral(".next");

// Names of what Books keeps.
namespace syncvalues {
inline const QString place = QStringLiteral("place");
inline const QString deviceName = QStringLiteral("deviceName");
inline const QString lastSync = QStringLiteral("last");
inline const QString problem = QStringLiteral("problem");
inline const QString failures = QStringLiteral("failures");
inline const QString lastWhole = QStringLiteral("whole"); // when everything was looked at
inline const QString nextTry = QStringLiteral("next");
} // namespace syncvalues

} // namespace inkstep
