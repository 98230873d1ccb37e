#include "store/store.h"

#include "store/layout.h"
#include "store/ledger.h"
#include "store/version.h"

#include <chrono>

namespace inkstep {

struct Watch::State {
    KindSet kinds = 0;
    std::function<void(Database &)> run;
    std::atomic<bool> pending = false;
    std::atomic<bool> ended = false;
};

Watch::Watch(Store &store, std::shared_ptr<State> state) : m_store(store), m_state(std::move(state)) {}

Watch::~Watch() {
    m_state->ended = true;
}

void Watch::refresh() {
    m_store.schedule(m_state);
}

Store::Store(const QString &path, Parts parts) : m_path(path), m_parts(parts) {}

Store::~Store() = default;

template<class Work>
auto Store::guarded(Work work) -> decltype(work()) {
    try {
        return work();
    } catch (const DatabaseFailure &failed) {
        return tl::unexpected(failed.asError(m_path));
    }
}

Result<std::unique_ptr<Store>> Store::open(const QString &folder, Parts parts) {
    if (const auto made = parts.files.makeFolder(folder); !made)
        return passOn(made);
    std::unique_ptr<Store> store(new Store(folder + QStringLiteral("/notebook.db"), parts));
    Store *self = store.get();
    const Status opened = self->m_executor.run(Executor::Screen, [self]() -> Status {
        auto db = Database::open(self->m_path);
        if (!db)
            return passOn(db);
        return self->guarded([&]() -> Status {
            if (storedVersion(**db) > databaseLayout)
                return failure(ErrorCode::NewerVersion, {}, self->m_path);
            layOut(**db);
            self->m_db = std::move(*db);
            self->m_db->afterCommits([self](int pages) { self->logged(pages); });
            self->m_ledger = std::make_unique<Ledger>(*self->m_db, self->m_parts.clock, self->m_parts.random);
            self->m_ledger->resettle();
            self->m_device = self->m_ledger->self();
            // A shutter's commit does not wait for a long read: the read is broken off and runs again after
            // it.
            sqlite3_progress_handler(
                self->m_db->handle(), 2000,
                [](void *context) {
                    auto *me = static_cast<Store *>(context);
                    const int reading = me->m_reading;
                    return reading >= 0 &&
                                   me->m_executor.shouldYield(static_cast<Executor::Priority>(reading))
                               ? 1
                               : 0;
                },
                self);
            return {};
        });
    });
    if (!opened)
        return passOn(opened);
    return store;
}

Result<Committed> Store::commitHere(const Edit &edit) {
    return guarded([&]() -> Result<Committed> {
        const Ledger::Outcome outcome = m_ledger->commit(edit);
        announce(outcome.touched);
        return Committed{outcome.first};
    });
}

Result<Committed> Store::commit(const Edit &edit, Executor::Priority priority) {
    return m_executor.run(priority, [&] { return commitHere(edit); });
}

void Store::commit(Edit edit, QObject *receiver, std::function<void(Result<Committed>)> then,
                   Executor::Priority priority) {
    m_executor.call(
        priority, [this, edit = std::move(edit)] { return commitHere(edit); }, receiver, std::move(then));
}

Result<Committed> Store::undo(const Version &edit, const QString &label) {
    return m_executor.run(Executor::Screen, [&]() -> Result<Committed> {
        return guarded([&]() -> Result<Committed> { return commitHere(m_ledger->inverse(edit, label)); });
    });
}

void Store::undo(const Version &edit, const QString &label, QObject *receiver,
                 std::function<void(Result<Committed>)> then) {
    m_executor.call(
        Executor::Screen,
        [this, edit, label]() -> Result<Committed> {
            return guarded([&]() -> Result<Committed> { return commitHere(m_ledger->inverse(edit, label)); });
        },
        receiver, std::move(then));
}

Result<std::size_t> Store::apply(std::span<const EditRecord> edits, const std::function<bool()> &cancelled) {
    return applyInSlices(edits, cancelled, false);
}

Status Store::takeOver(const Everything &everything, const std::function<bool()> &cancelled) {
    if (const auto applied = applyInSlices(everything.edits, cancelled, true); !applied)
        return passOn(applied);
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Status {
            m_ledger->raiseSeen(everything.seen);
            return {};
        });
    });
}

Result<Everything> Store::everything() {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Result<Everything> {
            return Everything{m_ledger->seen(), m_ledger->everything()};
        });
    });
}

Status Store::moveOn(quint64 fork, const Id &to, const std::function<void(Database &)> &books) {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Status {
            try {
                Transaction transaction(*m_db);
                m_ledger->moveOn(fork, to);
                books(*m_db);
                transaction.commit();
            } catch (const DatabaseFailure &) {
                m_ledger = std::make_unique<Ledger>(*m_db, m_parts.clock, m_parts.random); // as it was
                throw;
            }
            {
                const std::lock_guard lock(m_naming);
                m_device = to;
            }
            m_ledger->resettle();
            return {};
        });
    });
}

Status Store::split(const Split &split, const std::function<void(Database &)> &books) {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Status {
            try {
                Transaction transaction(*m_db);
                m_ledger->split(split.name, split.base, split.branches, split.held, split.alsoOf);
                books(*m_db);
                transaction.commit();
            } catch (const DatabaseFailure &) {
                m_ledger = std::make_unique<Ledger>(*m_db, m_parts.clock, m_parts.random); // as it was
                throw;
            }
            m_ledger->resettle();
            return {};
        });
    });
}

Result<std::optional<EditRecord>> Store::edit(const Version &first) {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Result<std::optional<EditRecord>> { return m_ledger->edit(first); });
    });
}

Result<QByteArray> Store::copy() {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Result<QByteArray> {
            sqlite3_int64 size = 0;
            unsigned char *bytes = sqlite3_serialize(m_db->handle(), "main", &size, 0);
            if (!bytes)
                return failure(ErrorCode::ReadFailed, QStringLiteral("sqlite3_serialize"), m_path);
            const QByteArray all(reinterpret_cast<const char *>(bytes), size);
            sqlite3_free(bytes);
            return all;
        });
    });
}

namespace {
// Commits that need not wait for the disk. SQLite writes its log in order, so the next commit that waits
// makes these durable with it; a power cut before takes the last of them, which the place they came from
// still has.
class Unhurried {
public:
    explicit Unhurried(Database &db) : m_db(db) { m_db.exec("PRAGMA synchronous=NORMAL"); }
    // Throwing here ends the program: better than to go on without what every other commit promises.
    ~Unhurried() { m_db.exec("PRAGMA synchronous=FULL"); }
    Unhurried(const Unhurried &) = delete;
    Unhurried &operator=(const Unhurried &) = delete;

private:
    Database &m_db;
};

constexpr std::chrono::seconds photographing{30}; // after a shutter: the next may come at any moment
} // namespace

// While much is applied the log may grow long: copying it into the database again and again would take as
// long as the applying.
class Store::Filling {
public:
    explicit Filling(Store &store) : m_store(store) { ++m_store.m_filling; }
    ~Filling() {
        --m_store.m_filling;
        m_store.m_executor.post(Executor::Bulk, [&store = m_store] { store.logged(store.m_logPages); });
    }
    Filling(const Filling &) = delete;
    Filling &operator=(const Filling &) = delete;

private:
    Store &m_store;
};

void Store::logged(int pages) {
    constexpr int usual = 1'000; // SQLite's own measure, 4 MB
    constexpr int filling = 8'000;
    m_logPages = pages;
    const bool grow = m_filling > 0 && !m_executor.heldWithin(photographing); // copying much takes long
    if (m_checkpointAsked || pages < (grow ? filling : usual))
        return;
    m_checkpointAsked = true;
    m_executor.post(Executor::Bulk, [this] {
        m_checkpointAsked = false;
        m_logPages = 0;
        // Not done is no harm: the log keeps what was committed, and the next commit asks again.
        static_cast<void>(guarded([this]() -> Status {
            m_db->checkpoint();
            return {};
        }));
    });
}

Result<std::size_t> Store::applyInSlices(std::span<const EditRecord> edits,
                                         const std::function<bool()> &cancelled, bool gaps) {
    using namespace std::chrono;
    std::size_t used = 0;
    std::size_t slice = 64; // operations; grows or shrinks so that a slice takes about as long as it may
    constexpr milliseconds shortest{10};
    constexpr milliseconds longest{40};
    constexpr int quiet = 25; // slices, until a shutter is thought unlikely
    milliseconds may = shortest;
    int undisturbed = 0;
    const Filling filling(*this);
    while (used < edits.size()) {
        if (cancelled && cancelled())
            return failure(ErrorCode::Cancelled);
        const auto applied = m_executor.run(Executor::Bulk, [&] {
            return guarded([&]() -> Result<Ledger::Applied> {
                // Somebody is photographing: the next page's commit must not wait until all of this, too, is
                // on the disk.
                std::optional<Unhurried> unhurried;
                if (!m_executor.heldWithin(photographing))
                    unhurried.emplace(*m_db);
                const auto start = steady_clock::now();
                bool wanted = false;
                const Ledger::Applied done = m_ledger->apply(edits.subspan(used), slice, gaps, [&] {
                    wanted = m_executor.shouldYield(Executor::Bulk);
                    return wanted;
                });
                const auto took = steady_clock::now() - start;
                announce(done.touched);
                undisturbed = wanted ? 0 : undisturbed + 1;
                may = undisturbed < quiet ? shortest : std::min(may + milliseconds(2), longest);
                if (took > may)
                    slice = std::max<std::size_t>(16, slice / 2);
                else if (took < may / 2)
                    slice = std::min<std::size_t>(4096, slice * 2);
                return done;
            });
        });
        if (!applied)
            return passOn(applied);
        used += applied->done;
        if (applied->gap)
            return failure(ErrorCode::Failed, QStringLiteral("operations before these have not arrived"));
    }
    return used;
}

Result<std::vector<EditRecord>> Store::ownEdits(quint64 after, std::size_t atMost) {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded(
            [&]() -> Result<std::vector<EditRecord>> { return m_ledger->ownEdits(after, atMost); });
    });
}

Result<VersionVector> Store::seen() {
    return m_executor.run(Executor::Screen, [&] {
        return guarded([&]() -> Result<VersionVector> { return m_ledger->seen(); });
    });
}

Result<QByteArray> Store::digest() {
    return m_executor.run(
        Executor::Bulk, [&] { return guarded([&]() -> Result<QByteArray> { return m_ledger->digest(); }); });
}

Status Store::keepBooks(const std::function<void(Database &)> &write, KindSet alsoTouches) {
    return m_executor.run(Executor::Bulk, [&] {
        return guarded([&]() -> Status {
            Transaction transaction(*m_db);
            write(*m_db);
            transaction.commit();
            announce(alsoTouches);
            return {};
        });
    });
}

std::unique_ptr<Watch> Store::addWatch(KindSet kinds, std::function<void(Database &)> run) {
    auto state = std::make_shared<Watch::State>();
    state->kinds = kinds;
    state->run = std::move(run);
    m_executor.post(Executor::Screen, [this, state] {
        std::erase_if(m_watches, [](const auto &watch) { return watch.expired(); });
        m_watches.push_back(state);
    });
    schedule(state);
    return std::unique_ptr<Watch>(new Watch(*this, state));
}

void Store::schedule(const std::shared_ptr<Watch::State> &watch) {
    if (watch->pending.exchange(true))
        return;
    m_executor.post(Executor::Screen, [this, watch] {
        watch->pending = false;
        if (watch->ended)
            return;
        m_reading = Executor::Screen;
        try {
            watch->run(*m_db);
        } catch (const DatabaseFailure &failed) {
            if (failed.interrupted())
                schedule(watch);
            else
                qWarning("live query: %s", qPrintable(failed.detail));
        }
        m_reading = -1;
    });
}

void Store::announce(KindSet touched) {
    if (touched == 0)
        return;
    for (const auto &weak : m_watches) {
        if (const auto watch = weak.lock(); watch && (watch->kinds & touched) != 0)
            schedule(watch);
    }
    for (const auto &listener : m_listeners)
        listener(touched);
}

void Store::onChanged(std::function<void(KindSet)> listener) {
    m_executor.post(Executor::Screen,
                    [this, listener = std::move(listener)] { m_listeners.push_back(listener); });
}

} // namespace inkstep
