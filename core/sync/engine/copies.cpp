// A copied or restored profile finds out that somebody else has gone on under its name. It takes a name of
// its own, vouched for with the key both hold; what both wrote alike stays the old name's, what only it wrote
// goes out under the new one.
#include "crypto/crypto.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/card.h"

#include <algorithm>
#include <limits>

namespace inkstep {

Result<std::vector<Id>> Books::names() {
    const auto before = value(sessionvalues::was);
    if (!before)
        return passOn(before);
    std::vector<Id> names{m_store.device()};
    for (qsizetype at = 0; at + 16 <= before->size(); at += 16)
        names.push_back(idFromBytes(before->sliced(at, 16)));
    return names;
}

Result<std::optional<Session::Fork>> Session::forkFrom(const std::vector<Books::Bundle> &own,
                                                       const std::set<syncnames::BundleName> &foreign,
                                                       const std::set<syncnames::BundleName> &announced,
                                                       const std::set<syncnames::BundleName> &unsent) {
    // Where each of our bundles ends that others can have, and what it is called: from there a foreign one
    // can go on.
    std::vector<Fork> ends{{}};
    for (const Books::Bundle &bundle : own) {
        if (unsent.contains(bundle.name))
            break;
        ends.push_back({bundle.last, bundle.name.hash, bundle.last, {}});
    }
    std::optional<Fork> found;
    for (const syncnames::BundleName &name : foreign) {
        const auto end = std::find_if(ends.begin(), ends.end(),
                                      [&](const Fork &one) { return one.end + 1 == name.sequence; });
        if (end == ends.end() || (found && found->end < end->end))
            continue;
        const auto bytes =
            m.remote.read(syncnames::bundles(m.keys.device) + QLatin1Char('/') + syncnames::bundleFile(name),
                          bundle::limit);
        if (!bytes && bytes.error().code != ErrorCode::NotFound) {
            if (const auto on = note(bytes.error()); !on)
                return passOn(on);
        }
        if (!bytes && !announced.contains(name))
            continue;
        // Anybody can lay a file there; only a holder of our key can have written this one.
        const BundlePlace place{m.keys.notebook, m.keys.device, name.sequence, end->endHash};
        // What is trimmed or torn says only that it was there.
        const bool whole = bytes && blobHash(*bytes) == name.hash;
        const auto edits = whole ? bundle::open(*bytes, place, m.keys, m.keys.signing.publicKey())
                                 : Result<std::vector<EditRecord>>(failure(
                                       announced.contains(name) ? ErrorCode::WrongKey : ErrorCode::Damaged));
        if (!edits && edits.error().code != ErrorCode::WrongKey)
            continue;
        Fork fork{end->end, end->endHash, end->end, {}};
        if (edits) {
            const auto here = m.notebook.store().ownEdits(end->end, edits->size());
            if (!here)
                return passOn(here);
            for (std::size_t i = 0; i < here->size() && (*here)[i] == (*edits)[i]; ++i)
                fork.common = (*here)[i].last();
        }
        if (end + 1 != ends.end()) { // ours of the same place may be with others as well
            const auto print = printOf(m.keys.device, end->end + 1, (end + 1)->end);
            if (!print)
                return passOn(print);
            fork.both = ForkRecord{
                m.keys.device,
                end->end,
                end->endHash,
                {{(end + 1)->endHash, *print}, {name.hash, edits ? editPrint(edits->back()) : QByteArray()}}};
            fork.common = ends.back().end;
        }
        found = fork;
    }
    return found ? found : m_beyond ? std::optional(ends.back()) : std::nullopt;
}

// Of what counts as sent under the old name nobody sends a torn file again once that name is nobody's. False:
// not all could be laid.
Result<bool> Session::layWhole(const std::vector<Books::Bundle> &bundles, const Fork &fork) {
    const QString folder = syncnames::bundles(m.keys.device);
    const auto listed = m.remote.list(folder);
    if (!listed)
        return passOn(listed);
    for (const Books::Bundle &bundle : bundles) {
        if (bundle.last <= fork.end || bundle.last > fork.common || bundle.trimmed)
            continue;
        const QString file = syncnames::bundleFile(bundle.name);
        const bool there = std::any_of(listed->begin(), listed->end(), [&](const RemoteEntry &entry) {
            return entry.name == file && entry.size == bundle.size;
        });
        if (there)
            continue;
        const auto bytes = m.books.bytes(bundle.name.sequence);
        if (!bytes)
            return passOn(bytes);
        if (const auto put = m.remote.write(folder + QLatin1Char('/') + file, *bytes); !put) {
            if (const auto on = note(put.error()); !on)
                return passOn(on);
            return false;
        }
    }
    return true;
}

// Somebody has seen more of this device than it ever sent: it was put back, and the store as well, so nothing
// lies there that would tell. Numbers must not be used twice.
Status Session::lookWhatOthersSaw() {
    if (m_fork)
        return {};
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    Fork fork;
    for (const Books::Bundle &bundle : *bundles) {
        if (bundle.tried)
            fork = {bundle.last, bundle.name.hash, bundle.last, {}};
    }
    const bool more = std::any_of(m_heads.begin(), m_heads.end(), [&](const auto &head) {
        return !isOut(head.first) &&
               std::any_of(head.second.seen.begin(), head.second.seen.end(), [&](const Version &version) {
                   return version.device == m.keys.device && version.sequence > fork.end;
               });
    });
    if (more) {
        m_fork = fork;
        m_mayWrite = false;
    }
    return {};
}

// A copy of us, or we ourselves before we were put back, showed heads that the others will not go behind.
Status Session::passHeardHead() {
    constexpr quint64 most = std::numeric_limits<qint64>::max() / 2; // nobody has counted so far
    const auto number = m.books.value(headNumberValue);
    if (!number)
        return passOn(number);
    quint64 heard = 0;
    for (const auto &[device, head] : m_heads) {
        for (const Version &one : head.heardBeyond) {
            if (!isOut(device) && one.device == m.keys.device && one.sequence < most)
                heard = std::max(heard, one.sequence);
        }
    }
    if (heard == 0 || heard < number->toULongLong())
        return {};
    m_ownHeadThere = false; // the next one is written, whatever it says
    return m.books.setValue(headNumberValue, QByteArray::number(heard));
}

Status Session::becomeNewIfCopied() {
    if (!m_fork)
        return {};
    const Fork fork = *m_fork;
    m_fork.reset();
    const auto before = m.books.value(sessionvalues::was);
    if (!before)
        return passOn(before);
    NotebookKeys next = m.keys;
    next.device = newId(m.world.clock, m.world.random);
    next.signing = SigningKey::generate(m.world.random);
    next.box = BoxKey::generate(m.world.random);
    const Member self{next.device, next.signing.publicKey()};
    const Card card{m.keys.notebook,
                    self,
                    {},
                    {},
                    m.keys.device,
                    card::vouchFor(m.keys.notebook, self, m.keys.signing),
                    {}};
    const QByteArray bytes = card::write(card, next.signing);
    Books::Device was;
    was.member = {m.keys.device, m.keys.signing.publicKey()};
    was.last = fork.end;
    was.lastHash = fork.endHash;
    std::vector<Books::Link> links; // what others can have of ours
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    QByteArray previous;
    for (const Books::Bundle &bundle : *bundles) {
        if (bundle.last > (fork.both ? fork.common : fork.end))
            break;
        links.push_back({was.member.device, was.member.device, bundle.name.sequence, bundle.last,
                         bundle.name.hash, previous});
        previous = bundle.name.hash;
    }
    if (fork.both) {
        const auto whole = layWhole(*bundles, fork);
        if (!whole)
            return passOn(whole);
        if (!*whole)
            return {}; // next time; until then nothing is written under the old name
        was.last = links.back().last;
        was.lastHash = links.back().hash;
    }
    // The new keys lie ready before the database changes its name, and take the old ones' place after.
    if (const auto saved = saveKeys(m.world.files, m.keysPath + nextKeys, next); !saved)
        return saved;
    const auto moved = m.notebook.store().moveOn(fork.common, next.device, [&](Database &db) {
        m.books.beginAgain(db, was, next.device);
        for (const Books::Link &link : links)
            Books::writeLink(db, link);
        Books::writeValue(db, cardValue, bytes);
        Books::writeValue(db, sessionvalues::was, *before + toBytes(was.member.device));
        for (const QString &name : {sessionvalues::snapshot, sessionvalues::snapshotSize,
                                    sessionvalues::bytesSince, headNumberValue, QStringLiteral("head.sum")})
            Books::writeValue(db, name, {});
        // What was trimmed of the branch is in a snapshot that the old name's head may not tell of any more:
        // the new name makes one.
        if (fork.both)
            Books::writeValue(db, sessionvalues::bytesSince,
                              QByteArray::number(sessionvalues::snapshotIsDue));
    });
    if (!moved)
        return moved;
    if (const auto saved = saveKeys(m.world.files, m.keysPath, next); !saved)
        return saved;
    if (const auto gone = m.world.files.remove(m.keysPath + nextKeys); !gone)
        return gone;
    m.keys = std::move(next);
    m_ownSnapshot = {};
    m_oldSnapshots.clear();
    m_mayWrite = true;
    m_ownHeadThere = false;
    m_devices.insert_or_assign(was.member.device, was);
    static_cast<void>(headOf(was.member));
    const auto info = m.notebook.info();
    m_report.problems.push_back(
        {ErrorCode::Copied,
         QStringLiteral("%1 goes on as %2").arg(idText(was.member.device), idText(m.keys.device)),
         info ? info->name : QString()});
    if (fork.both) {
        if (const auto adopted = adopt(*fork.both, m.keys.device); !adopted)
            return adopted;
    }
    if (const auto adopted = adoptForks(); !adopted) // what the others said of this name
        return adopted;
    // An epoch that the old name began may have been heard of by nobody, if the copy is older than that.
    const bool began = std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &file) {
        return file.author == was.member.device && file.epoch == m.keys.current().name;
    });
    if (const auto told = began ? tellEpochAgain() : Status(); !told)
        return told;
    if (const auto put = m.remote.write(syncnames::card(m.keys.device), bytes); !put)
        return note(put.error());
    return {};
}

} // namespace inkstep
