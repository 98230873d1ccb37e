// Sending and receiving one notebook, by the rules of the store: our bundles, then previews, then originals,
// the head last; others' heads, cards and bundles, each checked before it is believed. In: a notebook, a
// place, other devices' files. Out: operations applied, pictures kept, and for every item whether it is only
// here, copied, or safe. Every call blocks and belongs on a worker thread; one at a time a notebook.
#pragma once

#include "store/profile.h"
#include "sync/remote/remote.h"

#include <functional>

namespace inkstep {

// How far an item has come. Copied: everything it is made of could be restored from the store alone.
// Safe: another device has acknowledged it.
enum class ItemState { OnlyHere, Copied, Safe };

struct SyncProgress {
    bool sending = true;
    int done = 0; // items: bundles and pictures
    int total = 0;
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
};

struct SyncReport {
    int sentEdits = 0;
    int sentPictures = 0;
    int receivedEdits = 0;
    int receivedPictures = 0;
    qint64 sentBytes = 0; // of bundles and pictures
    qint64 receivedBytes = 0;
    // This device's clock less the place's, where it tells one: a clock that is far off is for a person to
    // know.
    std::optional<std::chrono::seconds> clockAhead;
    std::vector<QString> joined; // names of devices that answered an invite since the last time
    std::vector<Error>
        problems; // what did not work while the rest went on: a damaged file, a gap, a full place
};

// One run that moved something or failed, as it is remembered.
struct SyncRun {
    Moment began;
    Moment ended;
    int sentEdits = 0;
    int sentPictures = 0;
    int receivedEdits = 0;
    int receivedPictures = 0;
    qint64 sentBytes = 0;
    qint64 receivedBytes = 0;
    std::optional<Error> problem; // the first, if there was any
};

struct SyncDevice {
    Id id;
    QString name;
    bool self = false;
    std::optional<Moment> lastSeen; // when its head was last new to us
    bool hasEverything = false;     // it has acknowledged all that this device wrote
};

struct SyncState {
    QString place;   // empty: not connected
    int waiting = 0; // edits and pictures only on this device
    int waitingPages = 0;
    int copied = 0;                   // sent, not yet acknowledged by another device
    int wanted = 0;                   // pictures named by others that are not here yet
    std::optional<Moment> lastSync;   // last time everything went through
    std::optional<Error> lastProblem; // kept over restarts, gone after a sync that worked
    std::optional<Moment> nextTry;    // after a problem that may pass by itself: not before this, unasked
    std::vector<SyncDevice> devices;
};

struct ServerKey;

class Syncer {
public:
    Syncer(Notebook &notebook, Store::Parts parts);
    ~Syncer();

    // Where this notebook syncs: a folder's path or file: URL, or a server's address with what opens its door
    // (kept then; without it what was kept is used). Makes the store in an empty folder, accepts one of this
    // notebook. NotAStore, WrongStore, NewerVersion, Unreachable, NoPermission, DiskFull; of a server also
    // PasswordNeeded, UnknownCertificate, ServerTrouble; then the place stays as it was.
    Status connect(const QString &place, const ServerKey *key = nullptr);
    Status disconnect();

    // A one-time code another tablet joins with, as text (fits a QR code). NotConnected, and as connect().
    Result<QString> makeInvite();

    // Joins the notebook a code names: makes its folder in the profile, keeps the keys, writes our card. The
    // words and pictures come with the next sync. BadCode, Unreachable, WrongStore; InUse when the notebook
    // is here already. `place` stands in for the code's own where the folder has another path on this device,
    // `key` opens a server's door.
    static Result<Notebook *> join(Profile &profile, Store::Parts parts, const QString &code,
                                   const QString &deviceName, const QString &place = {},
                                   const ServerKey *key = nullptr);

    // Sends and receives until done, cancelled or stopped by an error of the place itself. NotConnected,
    // Cancelled, Unreachable, WrongStore, NoPermission, PasswordNeeded, UnknownCertificate. `progress` is
    // called from any thread, one call at a time. `originals` false: words and previews only, as on a line
    // that is paid for by the byte.
    Result<SyncReport> sync(const std::function<void(const SyncProgress &)> &progress = {},
                            const std::function<bool()> &cancelled = {}, bool originals = true);

    Result<SyncState> state();
    // The last 200 runs that moved something or failed, newest first. The same failure again and again is
    // one.
    Result<std::vector<SyncRun>> history();
    // Of a page: its operations and its pictures. Of anything else: its operations.
    Result<ItemState> itemState(const Id &entity);

    // How this device calls itself to the others; the machine's name until it is set.
    Status setDeviceName(const QString &name);

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace inkstep
