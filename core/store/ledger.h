#pragma once

#include "base/hybridtime.h"
#include "model/edit.h"
#include "store/database.h"

#include <QHash>
#include <QSet>
#include <functional>
#include <map>
#include <span>

namespace inkstep {

// The order to erase a student, as a field: see erasing.h. Its value is what its writer had seen and every
// thing that lay in the student then. It is never replaced.
inline const QString eraseField = QStringLiteral("!");

// The thing and all that lies in it, by what shows.
QSet<Id> everythingIn(Database &db, const Id &root);

// Writes operations and works out what shows: the merge, in one place, for our own edits and other devices'
// alike. Every field is a multi-value register (Shapiro et al., 2011): a new value removes exactly the
// versions it replaced. Lives on the store's thread; each call is one transaction.
class Ledger {
public:
    // Reads or makes this device's id. Throws DatabaseFailure, as every call here.
    Ledger(Database &db, const Clock &clock, Random &random);

    const Id &self() const { return m_self; }

    struct Outcome {
        KindSet touched = 0;
        std::optional<Version> first; // the edit's name, nothing if nothing changed
    };
    Outcome commit(const Edit &edit);

    // Another device's edits, in order. Known operations are passed over; a gap ends the call with what came
    // before it kept. At most `limit` operations are written, whole edits at a time; `done` counts edits used
    // up.
    struct Applied {
        KindSet touched = 0;
        std::size_t done = 0;
        bool gap = false;
    };
    // `gaps`: what is missing before an edit is not coming, as in a snapshot, where what was erased is left
    // out. Ends after an edit when `limit` operations were written or `enough` says so.
    Applied apply(std::span<const EditRecord> edits, std::size_t limit, bool gaps = false,
                  const std::function<bool()> &enough = {});
    // Everything up to this vector has been dealt with.
    void raiseSeen(const VersionVector &vector);
    // This device goes on under another name: its operations after `fork` get that name and numbers from 1,
    // as do all words of ours about them. The caller's transaction; resettle() after it.
    void moveOn(quint64 fork, const Id &to);
    // Several have written under one name after `base`, unseen of each other: each goes on as a device of its
    // own. What is here of it becomes that of `held` (null: nothing is), and the words of `alsoOf` about it
    // with it. The caller's transaction; resettle() after it.
    void split(const Id &name, quint64 base, const std::vector<Id> &branches, const Id &held,
               const Id &alsoOf);
    // The edit that begins with this operation, if it is here.
    std::optional<EditRecord> edit(const Version &first);
    // Every edit here, by device and sequence.
    std::vector<EditRecord> everything();

    // The edit that takes `first`'s edit back, field by field, where nobody wrote since.
    Edit inverse(const Version &first, const QString &label);

    // Works every row out again from the operations, when layOut() asked for it.
    void resettle();

    VersionVector seen();
    QByteArray digest(); // 32 bytes over the merged state
    std::vector<EditRecord> ownEdits(quint64 after, std::size_t atMost);

private:
    struct DeviceEntry {
        Id id;
        qint64 number;
        quint64 seen;
    };
    struct LiveOp {
        QString field;
        Value value;
        quint64 time;
        Version version;
    };
    using Key = std::pair<const KindSpec *, Id>;

    DeviceEntry &device(const Id &id);
    DeviceEntry &device(qint64 number);
    std::vector<Version> liveVersions(const Id &entity, const QString &field);
    std::vector<LiveOp> liveOps(const KindSpec &kind, const Id &entity);
    void insert(DeviceEntry &device, quint64 time, quint64 edit, const Operation &op, bool own);
    void noteBlob(const KindSpec &kind, const Operation &op, qint64 device, bool here);
    void insertEdit(const DeviceEntry &device, quint64 time, quint64 first, const QString &label,
                    const std::optional<Version> &undoes);
    KindSet settle(const std::vector<Key> &touched);
    void settleRow(const KindSpec &kind, const Id &entity, KindSet &also);
    std::vector<Key> containersOf(const KindSpec &kind, const Id &entity);
    void settleAncestors(const KindSpec &kind, const Id &entity, KindSet &also);
    bool deletedNow(const KindSpec &kind, const Id &entity, const std::vector<LiveOp> &live, bool &overruled);
    bool hasUnseenContent(const KindSpec &kind, const Id &entity, const VersionVector &seenThen);
    void index(const KindSpec &kind, qint64 row, const std::vector<LiveOp> &live, bool fresh);
    // Erasing (erasing.cpp).
    void prepareErasing();
    QByteArray orderToErase(const Id &student);
    void noteOrder(qint64 device, const Operation &op);
    void followIntoErased(const KindSpec &kind, const Operation &op, const Version &version);
    void insertErased(const DeviceEntry &author, quint64 time, quint64 edit, const Operation &op);
    void followAllIntoErased();
    KindSet eraseNow();
    void readErased();
    Version standsFor(const Version &version, const Id &entity, const QString &field);
    EditRecord readEdit(qint64 device, quint64 first);
    void renumber(const Id &from, quint64 fork, const Id &to); // moving.cpp, as the next
    void readdress(qint64 device, const Id &from, quint64 fork, const Id &to);
    // Branches (branching.cpp).
    void readBranches();
    std::vector<Version> meant(const Version &version, const Id &entity, const QString &field);
    void standAgain(const Id &name);
    QByteArray packReplaced(const std::vector<Version> &versions);
    std::vector<Version> unpackReplaced(const QByteArray &bytes);

    Database &m_db;
    const Clock &m_clock;
    Id m_self;
    HybridTime m_time;
    std::vector<DeviceEntry> m_devices;
    bool m_anyEarly = false;
    struct Branch {
        qint64 number; // of the device it is now
        quint64 base;  // after which operation of the old name it began
    };
    std::multimap<qint64, Branch> m_branches; // by the old name's number
    QSet<Id> m_deletions;                     // things with a standing deletion, shown or overruled
    struct KindSql {
        std::string insert, update;
    };
    std::vector<KindSql> m_sql; // by kind index
    std::vector<Key> m_touched;
    QHash<qint64, VersionVector> m_erasures;      // by number: what the order's writer had seen
    QHash<Id, QSet<qint64>> m_erased;             // by which orders
    std::vector<std::pair<Id, qint64>> m_toErase; // found in this transaction
};

} // namespace inkstep
