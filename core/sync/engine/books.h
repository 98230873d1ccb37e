#pragma once

#include "model/operation.h"
#include "store/store.h"
#include "sync/format/head.h"

#include <optional>
#include <set>

namespace inkstep {

// What sync remembers of one notebook, in the notebook's own database: bundles closed and sent, what was last
// read of each device, invites made, where it syncs. Losing it would cost time, never words: all of it but
// the bundles and invites can be read again from the store.
class Books {
public:
    explicit Books(Store &store) : m_store(store) {}

    Status prepare(); // makes the tables; before anything else

    // Single values by name; empty for what was never set.
    Result<QByteArray> value(const QString &name);
    Status setValue(const QString &name, const QByteArray &value); // an empty one removes it
    // Of this device: the present one, then those it had before it was found to be a copy.
    Result<std::vector<Id>> names();

    struct Bundle {
        syncnames::BundleName name;
        quint64 last = 0; // sequence of its last operation
        bool sent = false;
        bool tried = false;   // sending it was begun: somebody may have it
        bool trimmed = false; // no longer in the store, nor here: snapshots hold what was in it
        EpochName epoch;
        qint64 size = 0; // bytes
    };
    // Bundles of this device in order; bytes() gives what was sealed, the same for ever.
    Result<std::vector<Bundle>> bundles();
    Result<QByteArray> bytes(quint64 sequence);
    Status addBundle(const Bundle &bundle, const QByteArray &bytes);
    Status setSent(quint64 sequence, bool sent);
    Status setTried(quint64 sequence);
    Status setTrimmed(quint64 sequence);
    // Opens those again that nobody can have and that are of another epoch: their edits go out under this
    // one.
    Status reopenBundles(const EpochName &current);

    // Epoch files, ours and others', each kept whole: what they say together is worked out again every time.
    struct Epoch {
        syncnames::BundleName name;
        Id author;
        QByteArray bytes;
    };
    Result<std::vector<Epoch>> epochs();
    Status addEpoch(const Epoch &epoch);

    // Other devices' cards and bundles as they came, so that any holder can lay them again: a bundle until a
    // snapshot of ours holds what is in it. By path in the store.
    struct Kept {
        QString path;
        Id device;
        quint64 last = 0; // of a bundle: sequence of its last operation; 0 for a card
        QByteArray bytes;
    };
    Status keepFile(const Kept &file);
    Result<QByteArray> keptFile(const QString &path); // empty: not kept
    Status dropKept(const Id &device, quint64 upTo);  // bundles, up to this operation
    Status dropKeptOfOtherEpochs(const EpochName &current);

    // How devices called themselves last; kept when they are gone.
    Result<QString> deviceName(const Id &device);
    Status keepDeviceName(const Id &device, const QString &name);

    struct Picture {
        BlobRef ref;
        Id device; // whose operation named it first, and in whose folder it lies
        quint64 sequence = 0;
        bool preview = false;
        Id entity;
        bool sent = false; // it lay in the store once
        bool here = false;
    };
    Result<std::vector<Picture>> picturesToSend();  // previews first, then in the order they were taken
    Result<std::vector<Picture>> picturesMissing(); // the same order
    // The same without what nobody is shown: its writer may have taken it from the store.
    Result<std::vector<Picture>> picturesWanted();
    Result<std::set<QByteArray>> picturesDeleted(); // names; see deletedPictures() in store/deleted.h
    // Of this device's own those that are here, in operations after this sequence.
    Result<std::vector<Picture>> ownPictures(quint64 after = 0);
    Result<std::vector<Picture>> picturesOf(const Id &entity); // anybody's, here or not
    struct OwnPictures {
        int here = 0;
        int unsent = 0;      // of these
        int unsentPages = 0; // what they belong to
    };
    Result<OwnPictures> countOwnPictures(); // a look at 12,000 takes milliseconds, a list of them does not
    Result<std::vector<Picture>> allPictures();
    Status pictureSent(const QByteArray &name);
    Status pictureLost(const QByteArray &name); // from the store: it is to be sent again
    // Others' pictures that this device has laid into its own folder of the store.
    Status keepLaid(const QByteArray &name);
    Status dropLaid(const QByteArray &name);
    // And lying in the store, since it came from there. False: nobody names it any more.
    Result<bool> pictureHere(const QByteArray &name);
    // What left the store as deleted and was brought back is to be sent again.
    Status takeBackCollected();
    static constexpr int Collected = 2; // what `sent` says of a picture that left the store as deleted
    Status forgetWhatWasSent();         // a new place: all of it is to be sent again

    struct Device {
        Member member;
        quint64 last = 0;    // sequence of the last operation applied from its bundles
        QByteArray lastHash; // of the bundle that held it
        QByteArray head;     // as read last
        quint64 headNumber = 0;
        std::optional<Moment> seenAt; // when that head was new here
    };
    Result<std::vector<Device>> devices();
    Status keepDevice(const Device &device);
    static void writeDevice(Database &db, const Device &device);

    // A bundle as it was read, so that another under its number is noticed.
    struct Link {
        Id device;
        Id stream; // that device's, or the branch it turned out to belong to
        quint64 first = 0;
        quint64 last = 0;
        QByteArray hash;
        QByteArray previous;
    };
    Result<std::vector<Link>> links(const Id &device);
    static void writeLink(Database &db, const Link &link);
    // One of those that several wrote under one name (branches.cpp). Numbers are the old name's.
    struct Branch {
        Id id;
        Id device; // whose name it was
        Id parent; // the device, or the branch that this one is of
        quint64 end = 0;
        QByteArray endHash;
        ForkRecord::Start start;
        quint64 last = 0; // as of a device
        QByteArray lastHash;
    };
    Result<std::vector<Branch>> branches();
    static void writeBranch(Database &db, const Branch &branch);

    struct OwnInvite {
        InviteRecord record;
        bool told = false; // a person knows who came
    };
    Result<std::vector<OwnInvite>> invites();
    Status keepInvite(const OwnInvite &invite);
    Status dropInvite(const Id &invite);

    // Inside a transaction of the store's: this device has taken a new name (see copies.cpp); `was` is the
    // old one, a device like any other from now on, read up to where both wrote alike.
    void beginAgain(Database &db, const Device &was, const Id &now);
    static void writeValue(Database &db, const QString &name, const QByteArray &value);

    // Edits of this device after a sequence.
    Result<int> editsAfter(quint64 sequence);

private:
    // `which` may ask for ?1, an id, and ?2, a sequence.
    Result<std::vector<Picture>> pictures(std::string_view which, const std::optional<Id> &about = {},
                                          quint64 after = 0);
    Store &m_store;
    bool m_prepared = false;
};

} // namespace inkstep
