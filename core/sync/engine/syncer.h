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
    std::vector<QString> joined; // names of devices that answered an invite since the last time
    std::vector<Error>
        problems; // what did not work while the rest went on: a damaged file, a gap, a full place
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

class Syncer {
public:
    Syncer(Notebook &notebook, Store::Parts parts);
    ~Syncer();

    // Where this notebook syncs. A folder's path or file: URL. Makes the store in an empty folder, accepts
    // one of this notebook. NotAStore, WrongStore, NewerVersion, Unreachable, NoPermission, DiskFull; then
    // the place stays as it was.
    Status connect(const QString &place);
    Status disconnect();

    // A one-time code another tablet joins with, as text (fits a QR code). NotConnected, and as connect().
    Result<QString> makeInvite();

    // Joins the notebook a code names: makes its folder in the profile, keeps the keys, writes our card. The
    // words and pictures come with the next sync. BadCode, Unreachable, WrongStore; InUse when the notebook
    // is here already. `place` stands in for the code's own where the folder has another path on this device.
    static Result<Notebook *> join(Profile &profile, Store::Parts parts, const QString &code,
                                   const QString &deviceName, const QString &place = {});

    // Sends and receives until done, cancelled or stopped by an error of the place itself. NotConnected,
    // Cancelled, Unreachable, WrongStore, NoPermission.
    Result<SyncReport> sync(const std::function<void(const SyncProgress &)> &progress = {},
                            const std::function<bool()> &cancelled = {});

    Result<SyncState> state();
    // Of a page: its operations and its pictures. Of anything else: its operations.
    Result<ItemState> itemState(const Id &entity);

    // How this device calls itself to the others; the machine's name until it is set.
    Status setDeviceName(const QString &name);

private:
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace inkstep
