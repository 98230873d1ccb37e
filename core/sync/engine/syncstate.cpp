#include "store/database.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/head.h"

#include <QCborArray>
#include <QCborValue>
#include <algorithm>
#include <limits>

namespace inkstep {

namespace {

Error unpackedError(const QByteArray &bytes) {
    const QCborArray parts = QCborValue::fromCbor(bytes).toArray();
    return {static_cast<ErrorCode>(parts.at(0).toInteger()), parts.at(1).toString(), parts.at(2).toString()};
}

// What other devices have said they hold.
struct Others {
    std::vector<Head> heads;
    std::vector<Books::Device> devices; // of the same places
};

bool among(const std::vector<Id> &ids, const Id &id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Devices that were taken out, as the last run found.
Result<std::vector<Id>> outOf(Books &books) {
    const auto bytes = books.value(sessionvalues::out);
    if (!bytes)
        return passOn(bytes);
    std::vector<Id> ids;
    for (const Version &one : unpackVersions(*bytes))
        ids.push_back(one.device);
    return ids;
}

Result<Others> othersOf(Books &books, const NotebookKeys &keys) {
    const auto devices = books.devices();
    const auto out = outOf(books);
    if (!devices)
        return passOn(devices);
    if (!out)
        return passOn(out);
    Others others;
    for (const Books::Device &device : *devices) {
        // What only a lost tablet holds is not safe.
        const auto head = among(*out, device.member.device)
                              ? Result<Head>(Head{})
                              : head::read(device.head, keys.notebook, device.member, keys);
        others.heads.push_back(head ? *head : Head{});
        others.devices.push_back(device);
    }
    return others;
}

quint64 acknowledged(const Head &head, const Id &device) {
    for (const Version &version : head.seen) {
        if (version.device == device)
            return version.sequence;
    }
    return 0;
}

bool holds(const Head &head, const Books::Picture &picture) {
    return acknowledged(head, picture.device) >= picture.sequence && !head::lacks(head, picture.ref.name);
}

std::optional<Moment> momentOf(const QByteArray &bytes) {
    return bytes.isEmpty() ? std::nullopt : std::optional<Moment>(fromMs(bytes.toLongLong()));
}

// Our last operation that lies in the store.
Result<quint64> lastSent(Books &books) {
    const auto bundles = books.bundles();
    if (!bundles)
        return passOn(bundles);
    quint64 sent = 0;
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.sent)
            break;
        sent = bundle.last;
    }
    return sent;
}

// Our own pictures that some tablet may not hold: what all have acknowledged and lack nothing of is passed
// over.
Result<std::vector<Books::Picture>> notHeldByAll(Books &books, const Others &others, const Id &self) {
    quint64 byAll = std::numeric_limits<qint64>::max();
    bool lacking = false;
    for (const Head &head : others.heads) {
        byAll = std::min(byAll, acknowledged(head, self));
        lacking = lacking || !head.lacks.isEmpty();
    }
    auto pictures = books.ownPictures(lacking ? 0 : byAll);
    if (!pictures || !lacking)
        return pictures;
    // What is deleted nobody else need have.
    const auto deleted = books.picturesDeleted();
    if (!deleted)
        return passOn(deleted);
    std::erase_if(*pictures, [&](const Books::Picture &one) { return deleted->contains(one.ref.name); });
    return pictures;
}

} // namespace

Result<SyncState> Syncer::state() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto place = e.place();
    const auto sent = lastSent(e.books);
    const auto pictures = e.books.countOwnPictures();
    const auto missing = e.books.picturesWanted();
    const auto name = e.deviceName();
    if (!place || !sent || !pictures || !missing || !name)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const Id self = e.notebook.store().device();
    const auto unsentEdits = e.books.editsAfter(*sent);
    const auto lastSync = e.books.value(syncvalues::lastSync);
    const auto problem = e.books.value(syncvalues::problem);
    const auto nextTry = e.books.value(syncvalues::nextTry);
    if (!unsentEdits || !lastSync || !problem || !nextTry)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));

    SyncState state;
    state.place = *place;
    state.waiting = *unsentEdits + pictures->unsent;
    state.waitingPages = pictures->unsentPages;
    state.wanted = static_cast<int>(missing->size());
    state.lastSync = momentOf(*lastSync);
    state.nextTry = momentOf(*nextTry);
    if (!problem->isEmpty())
        state.lastProblem = unpackedError(*problem);
    SyncDevice here;
    here.id = self;
    here.name = *name;
    here.self = true;
    here.hasEverything = pictures->unsent == 0 && *unsentEdits == 0;
    state.devices.push_back(here);
    const auto out = outOf(e.books);
    const auto outHere = e.books.value(sessionvalues::outHere);
    const auto retired = e.books.value(sessionvalues::retired);
    if (!out || !outHere || !retired)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    state.removedHere = !outHere->isEmpty();

    const auto keys = e.keys();
    if (!keys)
        return keys.error().code == ErrorCode::NotFound ? Result<SyncState>(state) : passOn(keys);
    const auto others = othersOf(e.books, *keys);
    if (!others)
        return passOn(others);
    state.epoch = keys->current().name.number;
    state.oldEpochs = keys->epochs.size() > 1;
    const auto branches = e.books.branches();
    if (!branches)
        return passOn(branches);
    const auto notHeld = notHeldByAll(e.books, *others, self);
    if (!notHeld)
        return passOn(notHeld);
    quint64 acked = 0;
    for (std::size_t i = 0; i < others->heads.size(); ++i) {
        const Head &head = others->heads[i];
        const quint64 upTo = acknowledged(head, self);
        acked = std::max(acked, upTo);
        const Books::Device &device = others->devices[i];
        const auto named = e.books.deviceName(device.member.device);
        const auto lacking = e.books.editsAfter(upTo);
        if (!named || !lacking)
            return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
        SyncDevice other;
        other.id = device.member.device;
        other.name = *named;
        other.lastSeen = device.seenAt;
        other.lacksEdits = *lacking;
        other.lacksPictures = static_cast<int>(std::count_if(
            notHeld->begin(), notHeld->end(), [&](const Books::Picture &one) { return !holds(head, one); }));
        other.hasEverything = other.lacksEdits == 0 && other.lacksPictures == 0;
        other.removed = among(*out, other.id);
        const auto away = unpackVersions(*retired);
        other.retired = std::any_of(away.begin(), away.end(), [&](const Version &one) {
            return one.device == other.id && one.sequence >= device.headNumber;
        });
        // A name that several used: each of them has one of its own now.
        other.retired = other.retired || std::any_of(branches->begin(), branches->end(),
                                                     [&](const auto &one) { return one.device == other.id; });
        state.devices.push_back(other);
    }
    const auto receipts = erasureReceipts();
    if (!receipts)
        return passOn(receipts);
    for (const ErasureReceipt &receipt : *receipts) {
        for (SyncDevice &device : state.devices)
            device.erasuresLeft += device.id == receipt.device && !receipt.done ? 1 : 0;
    }
    const auto unacked = e.books.editsAfter(std::min(acked, *sent));
    if (!unacked)
        return passOn(unacked);
    state.copied = *unacked - *unsentEdits;
    if (others->heads.empty())
        state.copied += pictures->here - pictures->unsent;
    for (const Books::Picture &picture : *notHeld) {
        if (picture.sent && std::none_of(others->heads.begin(), others->heads.end(),
                                         [&](const Head &head) { return holds(head, picture); }))
            ++state.copied;
    }
    return state;
}

Result<ItemState> Syncer::itemState(const Id &entity) {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const Id self = e.notebook.store().device();
    if (const auto back = e.books.takeBackCollected(); !back)
        return passOn(back);
    const auto sent = lastSent(e.books);
    auto pictures = e.books.picturesOf(entity);
    if (!sent || !pictures)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    // What others wrote came here through the store, and its writer holds it too: only our own part can lag
    // behind.
    const auto last = e.notebook.store().read([&](Database &db) {
        Statement &row = db.use("SELECT max(seq) FROM op WHERE entity = ? AND live = 1 "
                                "AND device = (SELECT no FROM device WHERE id = ?)")
                             .with(entity, self);
        const quint64 sequence = row.step() ? static_cast<quint64>(row.number(0)) : 0;
        row.reset();
        return sequence;
    });
    if (!last)
        return passOn(last);
    // A picture that has not come yet may still be on its writer's tablet alone.
    if (*last > *sent || std::any_of(pictures->begin(), pictures->end(), [&](const Books::Picture &picture) {
            return !picture.here || (picture.device == self && !picture.sent);
        }))
        return ItemState::OnlyHere;
    std::erase_if(*pictures, [&](const Books::Picture &picture) { return picture.device != self; });
    if (*last == 0 && pictures->empty())
        return ItemState::Safe;
    const auto keys = e.keys();
    if (!keys)
        return keys.error().code == ErrorCode::NotFound ? Result<ItemState>(ItemState::OnlyHere)
                                                        : passOn(keys);
    const auto others = othersOf(e.books, *keys);
    if (!others)
        return passOn(others);
    const bool safe = std::any_of(others->heads.begin(), others->heads.end(), [&](const Head &head) {
        return acknowledged(head, self) >= *last &&
               std::all_of(pictures->begin(), pictures->end(),
                           [&](const Books::Picture &picture) { return holds(head, picture); });
    });
    return safe ? ItemState::Safe : ItemState::Copied;
}

} // namespace inkstep
