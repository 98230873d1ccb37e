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

struct SyncManner {
    bool originals = true; // false: words and previews only, as on a line that is paid for by the byte
    // Beside somebody who uses the app: pictures go and come on threads that give way to all others.
    bool givesWay = false;
    // A person asks for it and waits: the whole store is looked at, pictures too, not only what is new in it.
    bool asked = false;
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

// How a person is told of a clock that is far off, and what to do; empty while it is right enough.
QString clockWords(const SyncReport &report);

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
    bool removed = false;           // taken out: what it wrote until then stays, it gets nothing more
    bool retired = false;           // not waited for until it is heard of again
    int lacksEdits = 0;             // of this device's, as far as it has acknowledged
    int lacksPictures = 0;          // of this device's
    int erasuresLeft = 0;           // orders to erase that it has not carried out, as far as is known here
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
    bool removedHere = false; // the others have taken this device out
    quint32 epoch = 1;        // number of the epoch that new things are sealed under
    bool oldEpochs = false;   // keys of earlier epochs are still held, until every device has moved on
};

// The student's name is not in it: that is gone.
struct ErasureReceipt {
    Id student;
    Moment ordered;
    Id device;
    QString deviceName;
    bool self = false;
    bool done = false; // false: not yet seen to be
};

// An invite nobody has answered yet.
struct OpenInvite {
    Id id;
};

struct Newcomer;
struct StoreCheck;
struct ServerKey;
class OpenedPlace;

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

    // Invites of this device that are still open; a withdrawn one's code opens nothing any more.
    Result<std::vector<OpenInvite>> openInvites();
    Status withdrawInvite(const Id &invite);

    // Takes a device out, a lost tablet or somebody who should not have joined: the next sync begins an epoch
    // without it. What it wrote up to what is known here stays; all invites are closed. What it already had
    // stays readable to it, and a server's password it knew should be changed: say so. NotFound; BadInput:
    // this device itself.
    Status removeDevice(const Id &device);
    // A new epoch with everybody still in, at the next sync.
    Status newKeys();
    // A device that is silent is not waited for any more when old bundles and epochs are cleared away. It may
    // come back: it then takes a snapshot, and what it wrote is merged.
    Status retireDevice(const Id &device);
    // How a device called itself last; empty if it is not known.
    Result<QString> nameOf(const Id &device);
    // Bundles of fewer bytes are never worth a snapshot; 64 KiB.
    void setSnapshotFloor(qint64 bytes);

    // Joins the notebook a code names: makes its folder in the profile, keeps the keys, writes our card. The
    // words and pictures come with the next sync. BadCode, Unreachable, StoreMissing, WrongStore; InUse when
    // the notebook is here already. `place` stands in for the code's own where the folder has another path on
    // this device, `key` opens a server's door.
    static Result<Notebook *> join(Profile &profile, Store::Parts parts, const QString &code,
                                   const QString &deviceName, const QString &place = {},
                                   const ServerKey *key = nullptr);

    // Sends and receives until done, cancelled or stopped by an error of the place itself. NotConnected,
    // Cancelled, Unreachable, StoreMissing, WrongStore, NoPermission, PasswordNeeded, UnknownCertificate.
    // `progress` is called from any thread, one call at a time.
    Result<SyncReport> sync(const std::function<void(const SyncProgress &)> &progress = {},
                            const std::function<bool()> &cancelled = {}, SyncManner manner = {});

    Result<SyncState> state();
    // The last 200 runs that moved something or failed, newest first. The same failure again and again is
    // one.
    Result<std::vector<SyncRun>> history();
    // Of a page: its operations and its pictures. Of anything else: its operations.
    Result<ItemState> itemState(const Id &entity);

    // Reads every file of this notebook's store at a place (a folder or an address, where it syncs or a copy
    // of that) and says what is wrong: checking.h. `repair`: then lays its own files again, and others' that
    // are held here, byte for byte, beside the store's own. NotConnected: this notebook was never shared;
    // Removed; and as connect().
    Result<StoreCheck> check(const QString &place, bool repair,
                             const std::function<void(const QString &)> &at = {},
                             const ServerKey *key = nullptr);

    // How this device calls itself to the others; the machine's name until it is set.
    Status setDeviceName(const QString &name);

    // Erases a student and everything of the student here and now; the others are told with the next sync.
    // mentionsOf() (store/erasing.h) first shows where else the name stands. NotFound.
    Status eraseStudent(const Id &student);
    // Orders to erase a student, and which device has carried each out: blanked, and no key held any more
    // that opens what was there before.
    Result<std::vector<ErasureReceipt>> erasureReceipts();

    // Words for paper, from which a bare device can open the notebook; older words are over. They reach the
    // store with the next sync. An erasure or a device that is taken out ends them: then hasRecoveryWords()
    // is false and new ones are due. NotConnected.
    Result<QString> makeRecoveryWords();
    Result<bool> hasRecoveryWords();
    // Asked back once: whether these are the words. BadWords: mistyped.
    Result<bool> recoveryWordsFit(const QString &words);
    // Opens the notebook at a place with its words, as a new device of its own; the first sync fetches
    // everything. BadWords, InUse, Unreachable, and of a server as connect(); `key` opens its door.
    static Result<Notebook *> recover(Profile &profile, Store::Parts parts, const QString &words,
                                      const QString &place, const QString &deviceName,
                                      const ServerKey *key = nullptr);

private:
    static Result<Notebook *> settleIn(Profile &profile, Store::Parts parts, const Newcomer &newcomer,
                                       const OpenedPlace &open, const QString &deviceName);
    struct Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace inkstep
