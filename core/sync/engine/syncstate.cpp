#include "store/database.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/head.h"

#include <QCborArray>
#include <QCborValue>
#include <algorithm>
#include <set>

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

struct Own {
    quint64 sent = 0; // our last operation that lies in the store
    std::vector<Books::Picture> pictures;
    std::vector<Books::Picture> unsent;
};

Result<Own> ownOf(Books &books) {
    const auto bundles = books.bundles();
    const auto pictures = books.ownPictures();
    const auto unsent = books.picturesToSend();
    if (!bundles || !pictures || !unsent)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    Own own{0, *pictures, *unsent};
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.sent)
            break;
        own.sent = bundle.last;
    }
    return own;
}

} // namespace

Result<SyncState> Syncer::state() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto place = e.place();
    auto own = ownOf(e.books);
    const auto missing = e.books.picturesWanted();
    const auto name = e.deviceName();
    if (!place || !own || !missing || !name)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const Id self = e.notebook.store().device();
    const auto unsentEdits = e.books.editsAfter(own->sent);
    const auto lastSync = e.books.value(syncvalues::lastSync);
    const auto problem = e.books.value(syncvalues::problem);
    const auto nextTry = e.books.value(syncvalues::nextTry);
    if (!unsentEdits || !lastSync || !problem || !nextTry)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));

    SyncState state;
    state.place = *place;
    state.waiting = *unsentEdits + static_cast<int>(own->unsent.size());
    std::set<Id> pages;
    std::set<QByteArray> unsent;
    for (const Books::Picture &picture : own->unsent) {
        pages.insert(picture.entity);
        unsent.insert(picture.ref.name);
    }
    state.waitingPages = static_cast<int>(pages.size());
    state.wanted = static_cast<int>(missing->size());
    state.lastSync = momentOf(*lastSync);
    state.nextTry = momentOf(*nextTry);
    if (!problem->isEmpty())
        state.lastProblem = unpackedError(*problem);
    SyncDevice here;
    here.id = self;
    here.name = *name;
    here.self = true;
    here.hasEverything = unsent.empty() && *unsentEdits == 0;
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
    // What is deleted nobody else need have.
    if (std::any_of(others->heads.begin(), others->heads.end(),
                    [](const Head &head) { return !head.lacks.isEmpty(); })) {
        const auto deleted = e.books.picturesDeleted();
        if (!deleted)
            return passOn(deleted);
        std::erase_if(own->pictures,
                      [&](const Books::Picture &one) { return deleted->contains(one.ref.name); });
    }
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
        other.lacksPictures =
            static_cast<int>(std::count_if(own->pictures.begin(), own->pictures.end(),
                                           [&](const Books::Picture &one) { return !holds(head, one); }));
        other.hasEverything = other.lacksEdits == 0 && other.lacksPictures == 0;
        other.removed = among(*out, other.id);
        const auto away = unpackVersions(*retired);
        other.retired = std::any_of(away.begin(), away.end(), [&](const Version &one) {
            return one.device == other.id && one.sequence >= device.headNumber;
        });
        state.devices.push_back(other);
    }
    const auto receipts = erasureReceipts();
    if (!receipts)
        return passOn(receipts);
    for (const ErasureReceipt &receipt : *receipts) {
        for (SyncDevice &device : state.devices)
            device.erasuresLeft += device.id == receipt.device && !receipt.done ? 1 : 0;
    }
    const auto unacked = e.books.editsAfter(std::min(acked, own->sent));
    if (!unacked)
        return passOn(unacked);
    state.copied = *unacked - *unsentEdits;
    for (const Books::Picture &picture : own->pictures) {
        if (!unsent.contains(picture.ref.name) &&
            std::none_of(others->heads.begin(), others->heads.end(),
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
    const auto own = ownOf(e.books);
    const auto missing = e.books.picturesMissing();
    if (!own || !missing)
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
    const auto ofItem = [&](const Books::Picture &picture) { return picture.entity == entity; };
    // A picture that has not come yet may still be on its writer's tablet alone.
    if (*last > own->sent || std::any_of(own->unsent.begin(), own->unsent.end(), ofItem) ||
        std::any_of(missing->begin(), missing->end(), ofItem))
        return ItemState::OnlyHere;
    const bool anyPicture = std::any_of(own->pictures.begin(), own->pictures.end(), ofItem);
    if (*last == 0 && !anyPicture)
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
               std::all_of(own->pictures.begin(), own->pictures.end(), [&](const Books::Picture &picture) {
                   return !ofItem(picture) || holds(head, picture);
               });
    });
    return safe ? ItemState::Safe : ItemState::Copied;
}

} // namespace inkstep
