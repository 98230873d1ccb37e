#include "sync/engine/syncer.h"

#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/joincode.h"

#include <QCborArray>
#include <QCborValue>
#include <QSysInfo>

namespace inkstep {

namespace {

QByteArray packed(const Error &error) {
    return QCborValue(QCborArray{static_cast<int>(error.code), error.detail, error.subject}).toCbor();
}

// Half a minute, doubled with every failure, an hour at most: a folder that is back after lunch is used soon,
// and a tablet in a bag all weekend does not wake its disk for nothing.
std::chrono::milliseconds waitAfter(int failures) {
    constexpr std::chrono::seconds first{30};
    return std::min<std::chrono::milliseconds>(first * (1 << std::min(failures - 1, 10)),
                                               std::chrono::hours(1));
}

bool passes(const Error &error) {
    return error.code != ErrorCode::Cancelled && error.code != ErrorCode::Removed &&
           troubleOf(error) == Trouble::Passing;
}

} // namespace

Result<QString> Syncer::Engine::place() {
    const auto bytes = books.value(syncvalues::place);
    if (!bytes)
        return passOn(bytes);
    return QString::fromUtf8(*bytes);
}

Result<QString> Syncer::Engine::deviceName() {
    const auto bytes = books.value(syncvalues::deviceName);
    if (!bytes)
        return passOn(bytes);
    return bytes->isEmpty() ? QSysInfo::machineHostName() : QString::fromUtf8(*bytes);
}

Result<NotebookKeys> Syncer::Engine::keys() const {
    auto keys = loadKeys(world.files, keysPath(notebook));
    if (keys && keys->device != notebook.store().device()) {
        // The database took a new name and the power went before the keys did.
        const QString ready = keysPath(notebook) + nextKeys;
        const auto next = loadKeys(world.files, ready);
        if (next && next->device == notebook.store().device()) {
            if (const auto saved = saveKeys(world.files, keysPath(notebook), *next); !saved)
                return passOn(saved);
            if (const auto gone = world.files.remove(ready); !gone)
                return passOn(gone);
            keys = next;
        }
    }
    if (keys && (keys->notebook != notebook.id() || keys->device != notebook.store().device()))
        return failure(ErrorCode::WrongKey, QStringLiteral("key file of another device"), keysPath(notebook));
    return keys;
}

Result<OpenedPlace> Syncer::Engine::opened() {
    const auto where = place();
    if (!where)
        return passOn(where);
    if (where->isEmpty())
        return failure(ErrorCode::NotConnected);
    return OpenedPlace::open(*where, world, door ? &*door : nullptr);
}

Result<std::unique_ptr<Remote>> Syncer::Engine::store() {
    const auto open = opened();
    if (!open)
        return passOn(open);
    const auto root = open->root();
    // Was our store, and is nothing now: only a person may begin again there, by connecting it anew.
    if (const auto found = findStore(*root, notebook.id()); !found)
        return passOn(found);
    return open->store(notebook.id(), notebook.store().device());
}

Syncer::Syncer(Notebook &notebook, Store::Parts parts)
    : m_engine(std::make_unique<Engine>(notebook, parts)) {}

Syncer::~Syncer() = default;

Result<NotebookKeys> Syncer::Engine::keysForConnecting(Remote &folder, PlaceState state) {
    auto held = keys();
    if (held || held.error().code != ErrorCode::NotFound)
        return held;
    if (state == PlaceState::Ours) {
        const auto devices = folder.list(idText(notebook.id()) + QLatin1Char('/') + syncnames::devices);
        if (!devices)
            return passOn(devices);
        if (!devices->empty()) // begun by others: joining takes an invite
            return failure(ErrorCode::WrongStore, QStringLiteral("no keys for this store"), folder.place());
    }
    const NotebookKeys made = foundKeys(notebook.id(), notebook.store().device(), world.random);
    if (const auto saved = saveKeys(world.files, keysPath(notebook), made); !saved)
        return passOn(saved);
    return made;
}

Status Syncer::connect(const QString &place, const ServerKey *key) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return ready;
    auto open = OpenedPlace::open(place, e.world, key);
    if (!open)
        return passOn(open);
    if (const auto settled = open->settle(); !settled)
        return settled;
    const auto root = open->root();
    if (const auto made = root->makePlace(); !made)
        return made;
    const QString where = open->text();
    const auto state = lookAt(*root, e.notebook.id());
    if (!state)
        return passOn(state);
    const auto keys = e.keysForConnecting(*root, *state);
    if (!keys)
        return passOn(keys);
    const auto card = e.books.value(cardValue);
    if (!card)
        return passOn(card);
    if (card->isEmpty()) {
        const Card own{e.notebook.id(), {keys->device, keys->signing.publicKey()}, {}, {}, {}, {}, {}};
        if (const auto kept = e.books.setValue(cardValue, card::write(own, keys->signing)); !kept)
            return kept;
    }
    // Also into a store that is there: what cannot be written to now should be said now.
    if (const auto made = makeStore(*root, e.notebook.id()); !made)
        return made;
    if (const auto kept = open->keepDoor(); !kept)
        return kept;
    e.door = open->server() ? std::optional(open->key()) : std::nullopt;
    const auto before = e.place();
    if (!before)
        return passOn(before);
    if (*before != where) {
        if (const auto forgotten = e.books.forgetWhatWasSent(); !forgotten)
            return forgotten;
    }
    for (const QString &name : {syncvalues::problem, syncvalues::failures, syncvalues::nextTry}) {
        if (const auto cleared = e.books.setValue(name, {}); !cleared)
            return cleared;
    }
    return e.books.setValue(syncvalues::place, where.toUtf8());
}

Status Syncer::disconnect() {
    if (const auto cleared = m_engine->books.setValue(syncvalues::nextTry, {}); !cleared)
        return cleared;
    return m_engine->books.setValue(syncvalues::place, {});
}

Result<QString> Syncer::makeInvite() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto remote = e.store();
    if (!remote)
        return passOn(remote);
    auto keys = e.keys();
    if (!keys)
        return passOn(keys);
    const auto info = e.notebook.info();
    const auto place = e.place();
    if (!info || !place)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const InviteSecret secret = InviteSecret::generate(e.world.random);
    Invite invite;
    invite.inviter = {keys->device, keys->signing.publicKey()};
    invite.founder = keys->founder;
    invite.epochs = keys->epochs;
    invite.notebookName = info->name;
    // Kept first: an answer to an invite that was forgotten could never be recognized.
    const Books::OwnInvite record{{secret.id(), secret.answerKey().publicKey(), {}}, false};
    if (const auto kept = e.books.keepInvite(record); !kept)
        return passOn(kept);
    const QByteArray bytes = invite::seal(invite, e.notebook.id(), secret, keys->signing, e.world.random);
    if (const auto put = (*remote)->write(syncnames::invite(keys->device, secret.id()), bytes); !put)
        return passOn(put);
    const auto name = e.deviceName();
    if (!name)
        return passOn(name);
    // The code is good without it; the next sync shows it in any case.
    Session session({e.notebook,
                     e.world,
                     e.books,
                     *keys,
                     keysPath(e.notebook),
                     **remote,
                     *name,
                     {},
                     {},
                     {.originals = false},
                     e.snapshotFloor});
    static_cast<void>(session.announceInvites());
    return joincode::write({e.notebook.id(), secret, *place});
}

Result<SyncReport> Syncer::Engine::run(const std::function<void(const SyncProgress &)> &progress,
                                       const std::function<bool()> &cancelled, SyncManner manner) {
    auto held = keys();
    const auto name = deviceName();
    const auto open = opened();
    if (!open)
        return passOn(open);
    if (open->server() && held && name && !manner.asked) {
        const auto remote = open->store(notebook.id(), notebook.store().device());
        Session session({notebook, world, books, *held, keysPath(notebook), *remote, *name, progress,
                         cancelled, manner, snapshotFloor});
        const auto look = session.look();
        if (look && *look != Session::Look::Everything) {
            if (const auto ran = session.runOurs(); !ran)
                return passOn(ran);
            return session.takeReport();
        }
        if (!look && look.error().code == ErrorCode::PasswordNeeded)
            return passOn(look); // asking once more could lock the account
        // What is wrong with the place, if anything, is found by the one way that names it.
    }
    const auto remote = store();
    if (!remote)
        return passOn(remote);
    if (!held)
        return passOn(held);
    if (!name)
        return passOn(name);
    Session session({notebook, world, books, *held, keysPath(notebook), **remote, *name, progress, cancelled,
                     manner, snapshotFloor});
    if (const auto ran = session.run(); !ran)
        return passOn(ran);
    return session.takeReport();
}

Status Syncer::Engine::settle(const Result<SyncReport> &outcome) {
    std::optional<Error> problem;
    if (!outcome)
        problem = outcome.error();
    else if (!outcome->problems.empty())
        problem = outcome->problems.front();
    const auto now = world.clock.now();
    if (!problem) {
        for (const QString &name : {syncvalues::problem, syncvalues::failures, syncvalues::nextTry}) {
            if (const auto cleared = books.setValue(name, {}); !cleared)
                return cleared;
        }
        return books.setValue(syncvalues::lastSync, QByteArray::number(qint64(toMs(now))));
    }
    if (problem->code == ErrorCode::Cancelled || problem->code == ErrorCode::NotConnected)
        return {};
    const auto tries = books.value(syncvalues::failures);
    if (!tries)
        return passOn(tries);
    const int failures = tries->toInt() + 1;
    if (const auto kept = books.setValue(syncvalues::failures, QByteArray::number(failures)); !kept)
        return kept;
    const QByteArray next =
        passes(*problem) ? QByteArray::number(qint64(toMs(now + waitAfter(failures)))) : QByteArray();
    if (const auto kept = books.setValue(syncvalues::nextTry, next); !kept)
        return kept;
    return books.setValue(syncvalues::problem, packed(*problem));
}

Result<SyncReport> Syncer::sync(const std::function<void(const SyncProgress &)> &progress,
                                const std::function<bool()> &cancelled, SyncManner manner) {
    if (const auto ready = m_engine->books.prepare(); !ready)
        return passOn(ready);
    const auto began = m_engine->world.clock.now();
    auto outcome = m_engine->run(progress, cancelled, manner);
    if (const auto remembered = m_engine->remember(began, outcome); outcome && !remembered)
        return passOn(remembered);
    const auto settled = m_engine->settle(outcome);
    if (outcome && !settled)
        return passOn(settled);
    return outcome;
}

Status Syncer::setDeviceName(const QString &name) {
    return m_engine->books.setValue(syncvalues::deviceName, name.trimmed().left(200).toUtf8());
}

} // namespace inkstep
