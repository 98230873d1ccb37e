#include "store/database.h"
#include "store/erasing.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"

#include <set>

namespace inkstep {

namespace {
// A store that was put back in part, or lost a file, shows nothing of it in the heads: once a day everything
// is looked at.
constexpr auto wholeLookEvery = std::chrono::hours(24);
} // namespace

// An epoch to begin, to adopt or to end, or an erasure to carry out.
Result<bool> Session::inTheMiddle() {
    if (const auto read = readOwn(); !read)
        return passOn(read);
    if (const auto judged = judgeEpochs(); !judged)
        return passOn(judged);
    const auto pending = m.books.value(sessionvalues::pendingOut);
    const auto forced = m.books.value(sessionvalues::forced);
    const auto orders = erasures(m.notebook.store());
    if (!pending || !forced || !orders)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    if (!pending->isEmpty() || !forced->isEmpty() || !m_wants.empty() || m.keys.epochs.size() > 1 ||
        isOut(m.keys.device))
        return true;
    if (std::any_of(orders->begin(), orders->end(),
                    [&](const Erasure &order) { return !m_erased.contains(order.student); }))
        return true;
    return m.notebook.store().read([&](Database &db) {
        Statement &row = db.use("SELECT 1 FROM meta WHERE name = 'scrub' UNION ALL SELECT 1 FROM erased_blob "
                                "WHERE here = 1 "
                                "OR (there = 1 AND device = (SELECT no FROM device WHERE id = ?))")
                             .with(m.keys.device);
        const bool left = row.step();
        row.reset();
        return left;
    });
}

std::optional<Head> Session::headNow(const Member &member) {
    const auto bytes = m.remote.read(syncnames::head(member.device), head::limit);
    const auto head =
        bytes ? head::read(*bytes, m.keys.notebook, member, m.keys) : Result<Head>(passOn(bytes));
    return head ? std::optional(*head) : std::nullopt;
}

// The last one that was written here, not another copy's.
bool Session::ownHeadIsThere(quint64 number) {
    const auto own = headNow({m.keys.device, m.keys.signing.publicKey()});
    m_ownHeadThere = own && own->number == number;
    return m_ownHeadThere;
}

Result<Session::Look> Session::look() {
    watchTransfers();
    const auto whole = m.books.value(syncvalues::lastWhole);
    const auto problem = m.books.value(syncvalues::problem);
    const auto number = m.books.value(headNumberValue);
    const auto missing = m.books.picturesWanted();
    const auto invites = m.books.invites();
    const auto devices = m.books.devices();
    if (!whole || !problem || !number || !missing || !invites || !devices)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto now = m.world.clock.now();
    const auto last = whole->isEmpty() ? Moment() : fromMs(whole->toLongLong());
    if (now - last >= wholeLookEvery || last > now || !problem->isEmpty() || !missing->empty())
        return Look::Everything;
    for (const Books::OwnInvite &invite : *invites) {
        if (!invite.record.answered.device.isNull() && !invite.told)
            return Look::Everything;
    }

    for (const Books::Device &device : *devices)
        m_devices.emplace(device.member.device, device);
    const auto busy = inTheMiddle();
    if (!busy)
        return passOn(busy);
    if (*busy)
        return Look::Everything;

    const auto entries = m.remote.list(syncnames::devices);
    if (!entries)
        return passOn(entries);
    std::set<Id> there;
    for (const RemoteEntry &entry : *entries) {
        const auto device = syncnames::parseId(entry.name);
        if (entry.folder && device)
            there.insert(*device);
    }
    std::set<Id> expected{m.keys.device};
    for (const Books::Device &device : *devices)
        expected.insert(device.member.device);
    if (there != expected)
        return Look::Everything;

    if (!ownHeadIsThere(number->toULongLong()))
        return Look::Everything;
    for (const Books::Device &device : *devices) {
        if (isOut(device.member.device))
            continue; // whatever it writes now is nothing to us
        const auto head = headNow(device.member);
        if (!head || head->number != device.headNumber ||
            (!split(device.member.device) && head->lastSequence > device.last))
            return Look::Everything;
    }
    const auto bundles = m.books.bundles();
    const auto pictures = m.books.picturesToSend();
    if (!bundles || !pictures)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto edits = m.books.editsAfter(bundles->empty() ? 0 : bundles->back().last);
    if (!edits)
        return passOn(edits);
    const bool unsent =
        std::any_of(bundles->begin(), bundles->end(), [](const auto &one) { return !one.sent; });
    return *edits > 0 || unsent || !pictures->empty() ? Look::OnlyOurs : Look::Nothing;
}

Status Session::announceInvites() {
    const auto number = m.books.value(headNumberValue);
    const auto devices = m.books.devices();
    if (!number || !devices)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    for (const Books::Device &device : *devices)
        m_devices.emplace(device.member.device, device);
    if (const auto read = inTheMiddle(); !read) // which epochs it asks for stands in the head as well
        return passOn(read);
    const bool first = number->isEmpty() && !m.remote.read(syncnames::head(m.keys.device), head::limit);
    const bool may = first || ownHeadIsThere(number->toULongLong());
    return may && !isOut(m.keys.device) ? publishHead() : Status();
}

Status Session::runOurs() {
    if (const auto closed = closeBundles(); !closed)
        return closed;
    if (const auto sent = sendBundles(); !sent)
        return sent;
    const auto pictures = m.books.picturesToSend();
    if (!pictures)
        return passOn(pictures);
    if (const auto sent = sendPictures(true); !sent)
        return sent;
    if (const auto published = publishHead(); !published)
        return published;
    if (!pictures->empty() && m.manner.originals) {
        if (const auto sent = sendPictures(false); !sent)
            return sent;
    }
    lookAtClock();
    return {};
}

} // namespace inkstep
