// Where a notebook's words live: one SQLite database, written through Edits and other devices' operations
// only. In: Edits, EditRecords, queries. Out: what was committed, rows, and live queries that re-run when
// their kinds change. Every call is safe from any thread; the work happens on the store's own, what matters
// most first.
#pragma once

#include "base/base.h"
#include "model/edit.h"
#include "store/database.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <span>

namespace inkstep {

class Ledger;
class Store;

struct Committed {
    std::optional<Version> edit; // nothing if nothing changed
};

// All operations a notebook holds, and how far each device's are known.
struct Everything {
    VersionVector seen;
    std::vector<EditRecord> edits; // by device and sequence
};

// A live query; it ends when this goes.
class Watch {
public:
    ~Watch();
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    void refresh(); // runs it again, as when its parameters changed

private:
    friend class Store;
    struct State;
    Watch(Store &store, std::shared_ptr<State> state);
    Store &m_store;
    std::shared_ptr<State> m_state;
};

class Store {
public:
    struct Parts {
        FileSystem &files;
        const Clock &clock;
        Random &random;
        Secrets *secrets = nullptr; // for places that want a password; null: none is kept
    };
    // Opens or makes `folder`/notebook.db. NewerVersion, Damaged, NoPermission, DiskFull.
    static Result<std::unique_ptr<Store>> open(const QString &folder, Parts parts);
    ~Store();

    // This device, in this notebook.
    Id device() const {
        const std::lock_guard lock(m_naming);
        return m_device;
    }
    const Clock &clock() const { return m_parts.clock; }
    Random &random() { return m_parts.random; }
    Id makeId() { return newId(m_parts.clock, m_parts.random); }

    // Durable when it returns success. Never from the interface thread.
    Result<Committed> commit(const Edit &edit, Executor::Priority priority = Executor::Screen);
    // The same from the interface: `then` is called on the receiver's thread.
    void commit(Edit edit, QObject *receiver, std::function<void(Result<Committed>)> then,
                Executor::Priority priority = Executor::Screen);

    // While it lives, others' edits are not applied: for what somebody waits for at the shutter.
    Executor::Hold holdBulk() { return Executor::Hold(m_executor); }

    // Takes an edit back, field by field, where nobody wrote since; undoing that is redo.
    Result<Committed> undo(const Version &edit, const QString &label);
    void undo(const Version &edit, const QString &label, QObject *receiver,
              std::function<void(Result<Committed>)> then);

    // Other devices' edits, in slices that let a shutter's commit between. Known ones are passed over.
    // A gap in a device's sequence ends with an error and keeps what came before. Returns how many edits were
    // used. They are durable with the next commit of any other kind: say only then that they are here.
    Result<std::size_t> apply(std::span<const EditRecord> edits, const std::function<bool()> &cancelled = {});

    // What another device knew, all of it: takes over what is not known here.
    Status takeOver(const Everything &everything, const std::function<bool()> &cancelled = {});
    Result<Everything> everything();

    // This device goes on under the name `to`: what it wrote after its operation `fork` is now that one's,
    // from 1 on. For a copied or restored profile whose old name somebody else has gone on under. `books` is
    // written with it.
    Status moveOn(quint64 fork, const Id &to, const std::function<void(Database &)> &books);
    // Several have written under `name` after its operation `base`, unseen of each other: from there on each
    // of `branches` is a device of its own. What is here of it is that of `held` (null: nothing is), and what
    // `alsoOf` (null: nobody) says about it means that one. `books` is written with it.
    struct Split {
        Id name;
        quint64 base = 0;
        std::vector<Id> branches;
        Id held;
        Id alsoOf;
    };
    Status split(const Split &split, const std::function<void(Database &)> &books);
    Result<std::optional<EditRecord>> edit(const Version &first); // the one that begins with this operation
    // The whole database as one file's bytes.
    Result<QByteArray> copy();

    // Our own edits after a sequence, for sending.
    Result<std::vector<EditRecord>> ownEdits(quint64 after, std::size_t atMost);
    Result<VersionVector> seen();
    // 32 bytes over the merged state: equal on devices that have seen the same.
    Result<QByteArray> digest();

    // Runs a read on the store's thread and waits. Never from the interface thread.
    template<class Query>
    auto read(Query query, Executor::Priority priority = Executor::Screen)
        -> Result<decltype(query(std::declval<Database &>()))> {
        using Rows = decltype(query(std::declval<Database &>()));
        return m_executor.run(priority, [&]() -> Result<Rows> {
            try {
                return query(*m_db);
            } catch (const DatabaseFailure &failed) {
                return tl::unexpected(failed.asError(m_path));
            }
        });
    }
    // Runs a read and hands its rows, or the error, to `then` on the receiver's thread.
    template<class Query, class Then>
    void read(Query query, QObject *receiver, Then then, Executor::Priority priority = Executor::Screen) {
        using Rows = decltype(query(std::declval<Database &>()));
        m_executor.call(
            priority,
            [this, query = std::move(query)]() mutable -> Result<Rows> {
                try {
                    return query(*m_db);
                } catch (const DatabaseFailure &failed) {
                    return tl::unexpected(failed.asError(m_path));
                }
            },
            receiver, std::move(then));
    }
    // Book-keeping that is not the notebook's content (what was sent, where it syncs): one transaction.
    // Nothing a person wrote goes this way.
    Status keepBooks(const std::function<void(Database &)> &write, KindSet alsoTouches = 0);

    // A live query: `query` runs now and whenever one of `kinds` changed, on the store's thread; `deliver`
    // gets the rows on the receiver's. A later run replaces one that waits.
    template<class Query>
    [[nodiscard]] std::unique_ptr<Watch>
    watch(KindSet kinds, Query query, QObject *receiver,
          std::function<void(decltype(query(std::declval<Database &>())))> deliver) {
        return addWatch(kinds, [query = std::move(query), deliver = std::move(deliver),
                                alive = QPointer<QObject>(receiver)](Database &db) {
            Executor::deliver(alive, [deliver, rows = query(db)]() mutable { deliver(std::move(rows)); });
        });
    }

    // Called on the store's thread after every change, with what it touched.
    void onChanged(std::function<void(KindSet)> listener);

private:
    Store(const QString &path, Parts parts);
    std::unique_ptr<Watch> addWatch(KindSet kinds, std::function<void(Database &)> run);
    void schedule(const std::shared_ptr<Watch::State> &watch);
    void announce(KindSet touched);
    Result<Committed> commitHere(const Edit &edit);
    Result<std::size_t> applyInSlices(std::span<const EditRecord> edits,
                                      const std::function<bool()> &cancelled, bool gaps);
    template<class Work>
    auto guarded(Work work) -> decltype(work());
    class Filling;
    void logged(int pages); // store's thread
    friend class Watch;

    QString m_path;
    Parts m_parts;
    mutable std::mutex m_naming;
    Id m_device;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<Ledger> m_ledger;
    std::vector<std::weak_ptr<Watch::State>> m_watches; // store's thread
    std::vector<std::function<void(KindSet)>> m_listeners;
    std::atomic<int> m_filling = 0; // much is being applied
    int m_logPages = 0;             // store's thread, as the next
    bool m_checkpointAsked = false;
    std::atomic<int> m_reading = -1; // priority of the read at hand, for the interrupt
    Executor m_executor;             // last: its thread ends before what it uses goes
};

} // namespace inkstep
