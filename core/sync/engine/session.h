#pragma once

#include "sync/engine/books.h"
#include "sync/engine/members.h"
#include "sync/engine/storedpicture.h"
#include "sync/engine/syncer.h"
#include "sync/format/epochfile.h"
#include "sync/format/snapshot.h"

#include <limits>
#include <map>
#include <mutex>
#include <set>

namespace inkstep {

// BLAKE2b-256 of one edit as a bundle has it: by it a fork is told apart (ForkRecord).
QByteArray editPrint(const EditRecord &edit);

// One run of sending and receiving. What concerns one file (damaged, late, not to be written just now)
// becomes a problem in the report and the run goes on; what concerns the place or this device's disk ends it.
class Session {
public:
    struct Parts {
        Notebook &notebook;
        Store::Parts world;
        Books &books;
        NotebookKeys &keys;
        QString keysPath;
        Remote &remote;
        QString deviceName;
        std::function<void(const SyncProgress &)> progress;
        std::function<bool()> cancelled;
        SyncManner manner = {};
        qint64 snapshotFloor = 64 << 10; // bytes of bundles that are never worth a snapshot
    };
    explicit Session(const Parts &parts) : m(parts) {}

    Status run();
    // What a look at the place tells, for one that is asked over a network: a request a device and one more.
    enum class Look { Nothing, OnlyOurs, Everything };
    Result<Look> look();
    Status runOurs(); // after a look that found nothing new of others
    // Shows the invites that are open to the other members at once. Nothing where a copy of this device has
    // synced.
    Status announceInvites();
    SyncReport takeReport() { return std::move(m_report); }

    // Just the head, as after joining.
    Status publishHead();

private:
    // Sending (sending.cpp).
    Status announceSelf(); // our card, and whether the store agrees with what we remember of it
    Status lookForSnapshot(const SnapshotRecord &shown);
    Status dropOldSnapshots(); // putback.cpp
    Status lookForPictures();
    // copies.cpp: somebody else writes, or has written on, under our name.
    struct Fork {
        quint64 end = 0; // of the last bundle that is in both
        QByteArray endHash;
        quint64 common = 0; // last operation that is in both
        // Where others may have what this device wrote after that, too: what both have sent.
        std::optional<ForkRecord> both;
    };
    Result<std::optional<Fork>> forkFrom(const std::vector<Books::Bundle> &own,
                                         const std::set<syncnames::BundleName> &foreign,
                                         const std::set<syncnames::BundleName> &announced,
                                         const std::set<syncnames::BundleName> &unsent);
    // Of the last edit of a bundle that holds these operations, as here; empty where they are not all known.
    Result<QByteArray> printOf(const Id &device, quint64 first, quint64 last);
    Result<bool> layWhole(const std::vector<Books::Bundle> &bundles, const Fork &fork);
    Status becomeNewIfCopied();
    Status closeBundles();
    Status sendBundles();
    Status sendPictures(bool previews);
    Status putPicture(const Books::Picture &picture);
    Status pictureWent(const Books::Picture &picture, const Status &put);
    // Receiving (receiving.cpp).
    Status readPeople();
    Status readCards(std::map<Id, Card> &cards);
    Status answerInvites(const std::map<Id, Card> &cards);
    std::optional<Head> headOf(const Member &member);
    QString calledNow(const Id &device) const;
    Status tellWhoJoined();
    Status receiveBundles(); // bundles.cpp
    // True if something before what is there is missing.
    Result<bool> receiveFrom(Books::Device &device, bool tell);
    // What is read one bundle after the other: a device's, or a branch of it.
    struct Stream {
        Id id;
        quint64 last = 0;
        QByteArray lastHash;
        quint64 until = 0;               // last operation that is its own
        QByteArray firstHash;            // of a branch that nothing was read of yet
        std::vector<Books::Branch> path; // from the device to it
    };
    std::vector<Stream> streamsOf(const Books::Device &device) const;
    bool gatheredFurther(const Books::Device &device) const;
    Result<bool> receiveOne(Books::Device &device, const Stream &stream, const QString &file,
                            const syncnames::BundleName &name);
    // Branches (branches.cpp).
    Status adoptForks();
    Status lookWhatOthersSaw();
    Status passHeardHead();
    Status foundCopied(const ForkRecord &fork);
    Status adopt(const ForkRecord &fork, const Id &alsoOf = {});
    struct BundleFile {
        syncnames::BundleName name;
        bool copy;
        QString path;
    };
    Status gatherLost(const Books::Device &device, const std::vector<BundleFile> &files);
    Result<bool> findForks(const Books::Device &device, const std::vector<BundleFile> &files);
    bool split(const Id &device) const; // several wrote under its name: nobody does any more
    quint64 heardOf(const Books::Device &device) const;
    std::vector<ForkRecord> forks() const;
    void clipToForks(Snapshot &snapshot) const;
    // Files that another device has laid again (relays.cpp); looked for once a run, when something is
    // missing.
    std::vector<std::pair<QString, QString>> relaysIn(const QString &folder); // file name, and where it lies
    std::optional<QByteArray> readRelay(const QString &path,
                                        const std::function<bool(const QByteArray &)> &fits);
    Status dropOldRelays();
    Status fetchPictures(bool previews);
    struct Fetched {
        Result<qint64> read; // bytes
        Status kept;
    };
    Fetched fetchPicture(const Books::Picture &picture);
    Status pictureCame(const Books::Picture &picture, const Fetched &fetched);
    Result<QByteArray> readPicture(const Books::Picture &picture);
    // work(i) for every i below `count`, as many at once as the place takes, on threads of their own;
    // done(i, its result) here, in the order they end. After an error no more are begun and it is returned;
    // once `full` is set no more are begun.
    template<class T>
    Status several(std::size_t count, const std::function<T(std::size_t)> &work,
                   const std::function<Status(std::size_t, const T &)> &done, const bool &full);

    Status readOwn();
    Result<bool> inTheMiddle(); // look.cpp, as the next
    std::optional<Head> headNow(const Member &member);
    bool ownHeadIsThere(quint64 number);

    // Epochs (epochs.cpp).
    Status readEpochFiles();
    Status judgeEpochs();
    Status adoptEpochs();
    Status makeEpochIfNeeded();
    Status sendEpochs();
    Status handOn();
    bool epochIsUntold() const;
    EpochFile ownEpochFile(const EpochName &name) const; // nothing in it yet
    Status tellEpochAgain();
    bool awaited(const EpochName &name) const;
    bool newerAwaited() const; // the present epoch is not the last one
    Status tellOfMissingKey();
    Status retireEpochs();
    Status addOwnEpoch(const EpochFile &file);
    Status closeInvites();
    Status removeInvite(const Id &invite);
    bool isOut(const Id &device) const;
    bool counts(const Id &device) const; // is waited for: neither out nor retired
    Status finishErasures();             // erasures.cpp
    Status removeErased(const Id &writer);
    // Growing old (growing.cpp).
    Status snapshotIfDue();
    Status trim();
    // Deleted pictures (collecting.cpp).
    Status collectDeleted();
    bool acknowledgedByAll(const VersionVector &vector, quint64 sent) const;
    Result<bool> fillFromSnapshots(const std::set<Id> &behind);
    Result<bool> takeSnapshot(const Member &writer, const SnapshotRecord &record);
    // How many devices that count hold our operations up to `last` in a snapshot of the current epoch.
    int snapshotsWith(quint64 last) const;
    int snapshotsNeeded() const;
    Status cameBy(qint64 bytes); // of bundles, ours or others'

    // Success if the run can go on after this error; the error else.
    Status note(const Error &error, const QString &subject = {});
    Status goOn() const; // Cancelled if a person stopped it
    void planned(int items, qint64 bytes);
    void did(qint64 bytes, bool sending, const QString &path = {});
    void moved(const QString &path, qint64 bytes); // from any thread
    void tell();
    void watchTransfers();
    void lookAtClock();

    Parts m;
    SyncReport m_report;
    SyncProgress m_progress;
    std::map<Id, Books::Device> m_devices; // members but this one
    std::map<Id, Head> m_heads;
    std::set<Id> m_headsRead;
    std::set<syncnames::BundleName> m_toldEpochs; // epoch files that heads in the store name
    std::set<Id> m_oldHeads;                      // whose head in the store is older than one we heard of
    std::map<Id, QByteArray> m_cards;             // as they lie in the store
    std::vector<EpochFile> m_epochs;              // those that count
    std::map<Id, quint64> m_out;                  // taken out, and their last operation that counts
    std::set<Id> m_erased;                        // as the epochs say
    std::map<Id, quint64> m_retired;              // not waited for until their head has a greater number
    std::vector<EpochName> m_wants;               // known and not held
    std::vector<Books::Branch> m_branches;
    std::set<QByteArray> m_notForked; // bundles that were looked at: they belong nowhere
    SnapshotRecord m_ownSnapshot;
    std::vector<QString> m_oldSnapshots; // files of ours that nobody needs any more
    bool m_ownHeadThere = false;         // our last head was read in this session
    std::optional<Fork> m_fork;
    std::vector<syncnames::BundleName> m_ownEpochFiles; // that our head in the store names
    bool m_beyond = false;  // the store holds a head of ours that we did not write
    bool m_mayWrite = true; // false: another copy of this device has written to the store
    bool m_putBack = false; // the store lacks what it had
    bool m_full = false;    // the place has no room for pictures
    bool m_fullHere = false;

    bool m_relaysRead = false;
    std::multimap<QString, QString> m_relays; // what each stands in for, and where it lies

    std::mutex m_telling;                         // over m_progress and what follows
    std::map<QString, qint64> m_moving;           // bytes of files on their way
    std::chrono::steady_clock::time_point m_told; // when progress was told last
};

// The card kept for this device, written the same each time it is needed.
inline const QString cardValue = QStringLiteral("card");
// The number of the head written last.
inline const QString headNumberValue = QStringLiteral("head.number");

// More that is kept by name.
namespace sessionvalues {
inline const QString pendingOut = QStringLiteral("epoch.out");      // devices to take out, 16 bytes each
inline const QString forced = QStringLiteral("epoch.forced");       // a new epoch by hand
inline const QString floor = QStringLiteral("epoch.floor");         // what is older was over when we joined
inline const QString destroyed = QStringLiteral("epoch.destroyed"); // names of epochs whose key is gone
inline const QString retired = QStringLiteral("retired");           // packed versions
inline const QString snapshot = QStringLiteral("snapshot");         // ours: its record
inline const QString snapshotSize = QStringLiteral("snapshot.size");
inline const QString snapshotLate = QStringLiteral("snapshot.late"); // something old came after it
inline const QString bytesSince = QStringLiteral("snapshot.since");
inline constexpr qint64 snapshotIsDue = std::numeric_limits<qint64>::max() / 2; // more bytes than ever come
inline const QString counted = QStringLiteral("counted");        // when our pictures were last counted
inline const QString collectRun = QStringLiteral("collect.run"); // number of the last run that looked
inline const QString was = QStringLiteral("was");     // names this device had before, 16 bytes each
inline const QString out = QStringLiteral("out.all"); // packed versions: who is out, as found last
inline const QString outHere = QStringLiteral("out"); // this device was taken out
} // namespace sessionvalues

} // namespace inkstep
