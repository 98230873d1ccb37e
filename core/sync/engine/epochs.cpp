// Epochs in a session. What all epoch files that count say together is the truth of who is out and what is
// erased; a device that holds the newest epoch and finds that it does not cover that truth makes the next
// one.
#include "sync/engine/session.h"

#include "crypto/crypto.h"
#include "store/erasing.h"
#include "sync/format/recoverykey.h"

#include <QtEndian>
#include <algorithm>

namespace inkstep {

namespace {

// By number, then by the marks, the same on every device.
bool epochLess(const EpochName &a, const EpochName &b) {
    return a.number != b.number ? a.number < b.number : idLess(a.mark, b.mark);
}

QByteArray packed(const EpochName &name) {
    QByteArray number(4, Qt::Uninitialized);
    qToBigEndian(name.number, number.data());
    return number + toBytes(name.mark);
}

bool packedHolds(const QByteArray &list, const EpochName &name) {
    const QByteArray one = packed(name);
    for (qsizetype at = 0; at + one.size() <= list.size(); at += one.size()) {
        if (list.sliced(at, one.size()) == one)
            return true;
    }
    return false;
}

std::vector<Id> unpackIds(const QByteArray &bytes) {
    std::vector<Id> ids;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        ids.push_back(idFromBytes(bytes.sliced(at, 16)));
    return ids;
}

bool takesOut(const EpochFile &file, const Id &device) {
    return std::any_of(file.removed.begin(), file.removed.end(),
                       [&](const Version &out) { return out.device == device; });
}

} // namespace

bool Session::isOut(const Id &device) const {
    return m_out.contains(device);
}

bool Session::counts(const Id &device) const {
    if (isOut(device) || split(device))
        return false;
    const auto retired = m_retired.find(device);
    if (retired == m_retired.end())
        return true;
    const auto known = m_devices.find(device);
    return known == m_devices.end() || known->second.headNumber > retired->second;
}

Status Session::readEpochFiles() {
    const auto known = m.books.epochs();
    if (!known)
        return passOn(known);
    std::set<syncnames::BundleName> here;
    for (const Books::Epoch &epoch : *known)
        here.insert(epoch.name);
    const auto readOf = [&](const Member &author, const std::vector<syncnames::BundleName> &names) -> Status {
        for (const syncnames::BundleName &name : names) {
            if (here.contains(name))
                continue;
            const QString path =
                syncnames::epochs(author.device) + QLatin1Char('/') + syncnames::epochFile(name);
            auto bytes = m.remote.read(path, epochfile::limit);
            if (!bytes && bytes.error().code != ErrorCode::NotFound) {
                if (const auto on = note(bytes.error()); !on)
                    return on;
                continue;
            }
            const auto fits = [&](const QByteArray &one) {
                return blobHash(one) == name.hash && epochfile::read(one, m.keys.notebook, author);
            };
            if (!bytes || !fits(*bytes)) { // on its way, its time is over, or spoiled
                const auto again = readRelay(path, fits);
                if (!again)
                    continue;
                bytes = *again;
            }
            if (const auto kept = m.books.addEpoch({name, author.device, *bytes}); !kept)
                return kept;
        }
        return {};
    };
    // What a copy of us made under our name has a seat that our own box key opens, as long as the name is
    // ours.
    if (const auto read = readOf({m.keys.device, m.keys.signing.publicKey()}, m_ownEpochFiles); !read)
        return read;
    for (const auto &[device, head] : m_heads) {
        const auto of = m_devices.find(device);
        if (of == m_devices.end())
            continue;
        if (const auto read = readOf(of->second.member, head.epochFiles); !read)
            return read;
    }
    return {};
}

Status Session::judgeEpochs() {
    const auto known = m.books.epochs();
    const auto destroyed = m.books.value(sessionvalues::destroyed);
    const auto floor = m.books.value(sessionvalues::floor);
    if (!known || !destroyed || !floor)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    std::map<quint32, std::vector<EpochFile>> byNumber;
    for (const Books::Epoch &epoch : *known) {
        Member author{epoch.author, {}};
        if (epoch.author == m.keys.device)
            author.signingKey = m.keys.signing.publicKey();
        else if (const auto of = m_devices.find(epoch.author); of != m_devices.end())
            author = of->second.member;
        if (const auto file = epochfile::read(epoch.bytes, m.keys.notebook, author))
            byNumber[file->epoch.number].push_back(*file);
    }
    m_epochs.clear();
    m_out.clear();
    m_erased.clear();
    m_wants.clear();
    for (const auto &[number, files] : byNumber) {
        const auto before = m_out;
        for (const EpochFile &file : files) {
            // Who was taken out in an earlier epoch takes nobody out any more. Of two that take each other
            // out, the one with the smaller id stays.
            const bool loses = std::any_of(files.begin(), files.end(), [&](const EpochFile &other) {
                return takesOut(other, file.author) && takesOut(file, other.author) &&
                       idLess(other.author, file.author);
            });
            if (before.contains(file.author) || loses)
                continue;
            for (const Version &out : file.removed) {
                quint64 &last = m_out[out.device];
                last = std::max(last, out.sequence);
            }
            m_erased.insert(file.erased.begin(), file.erased.end());
            const bool wanted = !m.keys.epoch(file.epoch) && !packedHolds(*destroyed, file.epoch) &&
                                (floor->isEmpty() || packed(file.epoch) >= *floor);
            if (wanted && std::find(m_wants.begin(), m_wants.end(), file.epoch) == m_wants.end())
                m_wants.push_back(file.epoch);
            m_epochs.push_back(file);
        }
    }
    return {};
}

Status Session::adoptEpochs() {
    if (isOut(m.keys.device)) {
        if (const auto kept = m.books.setValue(sessionvalues::outHere, "1"); !kept)
            return kept;
        const auto info = m.notebook.info();
        return failure(ErrorCode::Removed, QStringLiteral("taken out"), info ? info->name : QString());
    }
    VersionVector out;
    for (const auto &[device, last] : m_out)
        out.push_back({device, last});
    if (const auto kept = m.books.setValue(sessionvalues::out, packVersions(out)); !kept)
        return kept;
    NotebookKeys next = m.keys;
    for (const EpochFile &file : m_epochs) {
        if (std::find(m_wants.begin(), m_wants.end(), file.epoch) == m_wants.end() || next.epoch(file.epoch))
            continue;
        for (const EpochFile::Seat &seat : file.seats) {
            if (seat.member.device != next.device || seat.boxKey != m.keys.box.publicKey())
                continue;
            const auto key = m.keys.box.open(seat.sealed);
            if (key && key->size() == keyBytes) {
                next.epochs.push_back({file.epoch, *key});
                break;
            }
        }
    }
    if (next.epochs.size() == m.keys.epochs.size())
        return {};
    std::sort(next.epochs.begin(), next.epochs.end(),
              [](const EpochKey &a, const EpochKey &b) { return epochLess(a.name, b.name); });
    // Whoever finds this tablet later must not open with its box key what was sealed to it before.
    next.box = BoxKey::generate(m.world.random);
    if (const auto saved = saveKeys(m.world.files, m.keysPath, next); !saved)
        return saved;
    const bool moved = next.current().name != m.keys.current().name;
    m.keys = std::move(next);
    std::erase_if(m_wants, [&](const EpochName &name) { return m.keys.epoch(name) != nullptr; });
    return moved ? closeInvites() : Status();
}

// What an invite hands out is the epochs of its day; the code may lie on a desk that is no longer ours.
Status Session::closeInvites() {
    const auto invites = m.books.invites();
    if (!invites)
        return passOn(invites);
    for (const Books::OwnInvite &invite : *invites) {
        if (!invite.record.answered.device.isNull())
            continue;
        if (const auto removed = removeInvite(invite.record.id); !removed)
            return removed;
        if (const auto dropped = m.books.dropInvite(invite.record.id); !dropped)
            return dropped;
    }
    return {};
}

Status Session::addOwnEpoch(const EpochFile &file) {
    const QByteArray bytes = epochfile::write(file, m.keys.signing);
    return m.books.addEpoch({{file.epoch.number, blobHash(bytes)}, m.keys.device, bytes});
}

Status Session::makeEpochIfNeeded() {
    if (!m_mayWrite)
        return {};
    const auto pending = m.books.value(sessionvalues::pendingOut);
    const auto forced = m.books.value(sessionvalues::forced);
    const auto orders = erasures(m.notebook.store());
    if (!pending || !forced || !orders)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    if (newerAwaited())
        return {};
    const EpochName current = m.keys.current().name;
    std::set<Id> out;
    for (const auto &[device, last] : m_out)
        out.insert(device);
    for (const Id &device : unpackIds(*pending)) {
        if (device != m.keys.device && m_devices.contains(device))
            out.insert(device);
    }
    std::set<Id> erased = m_erased;
    for (const Erasure &order : *orders) {
        if (order.order.device == m.keys.device)
            erased.insert(order.student);
    }
    std::set<Id> outThen, erasedThen;
    QByteArray recovery;
    for (const EpochFile &file : m_epochs) {
        if (file.epoch == current && !file.recoveryKey.isEmpty())
            recovery = file.recoveryKey;
        if (file.epoch != current || !epochfile::begins(file))
            continue;
        for (const Version &one : file.removed)
            outThen.insert(one.device);
        erasedThen.insert(file.erased.begin(), file.erased.end());
    }
    const bool covered = std::includes(outThen.begin(), outThen.end(), out.begin(), out.end()) &&
                         std::includes(erasedThen.begin(), erasedThen.end(), erased.begin(), erased.end());
    if (covered && forced->isEmpty()) {
        if (pending->isEmpty())
            return {};
        return m.books.setValue(sessionvalues::pendingOut, {});
    }

    EpochFile file;
    file.notebook = m.keys.notebook;
    file.author = m.keys.device;
    file.epoch = {current.number + 1, newId(m.world.clock, m.world.random)};
    for (const Id &device : out) {
        const auto known = m_devices.find(device);
        const auto said = m_out.find(device);
        const quint64 last = std::max(known == m_devices.end() ? 0 : heardOf(known->second),
                                      said == m_out.end() ? 0 : said->second);
        file.removed.push_back({device, last});
    }
    file.erased.assign(erased.begin(), erased.end());
    QByteArray fresh = m.world.random.bytes(keyBytes);
    const Secret key = Secret::take(fresh);
    const auto seat = [&](const Member &member, const QByteArray &boxKey) -> Status {
        const auto sealed = sealFor(boxKey, key);
        file.seats.push_back({member, boxKey, sealed ? *sealed : QByteArray()});
        return {};
    };
    if (const auto own = seat({m.keys.device, m.keys.signing.publicKey()}, m.keys.box.publicKey()); !own)
        return own;
    for (const auto &[device, known] : m_devices) {
        if (out.contains(device))
            continue;
        // Without a head there is no box key yet; it asks for the epoch once it sees that there is one.
        const auto head = m_heads.find(device);
        if (const auto one = seat(known.member, head == m_heads.end() ? QByteArray() : head->second.boxKey);
            !one)
            return one;
    }
    // The words on paper opened what is out or erased now as well: with that they are over.
    const auto words = recoverykey::read(recovery, m.keys.notebook);
    if (outThen == out && erasedThen == erased && words) {
        if (const auto sealed = sealFor(words->box, key)) {
            file.recoveryKey = recovery;
            file.recoverySealed = *sealed;
        }
    }
    // The file first, and the key out of it: a key that only this tablet knows must never seal anything.
    if (const auto added = addOwnEpoch(file); !added)
        return added;
    for (const QString &name : {sessionvalues::pendingOut, sessionvalues::forced}) {
        if (const auto cleared = m.books.setValue(name, {}); !cleared)
            return cleared;
    }
    if (const auto judged = judgeEpochs(); !judged)
        return judged;
    return adoptEpochs();
}

// Somebody who is waited for may have the key and hand it on. A key that all of them ask for nobody has any
// more: its maker was put back to an older copy, say, and took another name. What was sealed under it is what
// is missing of that device. Who goes on under an earlier one than that has not got it either, and may never
// hear of it: its maker is out. It is asked for on, because who has it may not be known here yet.
bool Session::awaited(const EpochName &name) const {
    return std::find(m_wants.begin(), m_wants.end(), name) != m_wants.end() &&
           std::any_of(m_devices.begin(), m_devices.end(), [&](const auto &device) {
               const auto head = m_heads.find(device.first);
               if (!counts(device.first) || head == m_heads.end())
                   return counts(device.first);
               const auto &wants = head->second.wants;
               return !epochLess(head->second.epoch, name) &&
                      std::find(wants.begin(), wants.end(), name) == wants.end();
           });
}

bool Session::newerAwaited() const {
    const EpochName current = m.keys.current().name;
    return std::any_of(m_wants.begin(), m_wants.end(),
                       [&](const EpochName &name) { return epochLess(current, name) && awaited(name); });
}

Status Session::tellOfMissingKey() {
    if (std::none_of(m_wants.begin(), m_wants.end(), [&](const EpochName &name) { return awaited(name); }))
        return {};
    const auto info = m.notebook.info();
    return note({ErrorCode::NoKeyYet, QStringLiteral("epoch without a key"), info ? info->name : QString()});
}

Status Session::retireEpochs() {
    if (!m_mayWrite || (m.keys.epochs.size() < 2 && m_wants.empty()))
        return {};
    const EpochName current = m.keys.current().name;
    const auto bundles = m.books.bundles();
    const auto destroyed = m.books.value(sessionvalues::destroyed);
    if (!bundles || !destroyed)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.trimmed && bundle.epoch != current)
            return {};
    }
    const bool oldSnapshot = !m_ownSnapshot.name.hash.isEmpty() && m_ownSnapshot.epoch != current;
    if (newerAwaited() || oldSnapshot)
        return {};
    for (const auto &[device, known] : m_devices) {
        if (isOut(device)) {
            if (heardOf(known) < m_out.at(device))
                return {};
            continue;
        }
        if (!counts(device))
            continue;
        const auto head = m_heads.find(device);
        if (head == m_heads.end() || head->second.epoch != current || known.last < head->second.lastSequence)
            return {};
    }
    QByteArray gone = *destroyed;
    // An older epoch that was heard of too late, when nobody holds its key any more: all that was under it is
    // here by now.
    for (const EpochName &name : m_wants) {
        if (epochLess(name, current))
            gone += packed(name);
    }
    std::erase_if(m_wants, [&](const EpochName &name) { return epochLess(name, current); });
    for (const EpochKey &epoch : m.keys.epochs) {
        if (epoch.name != current && !packedHolds(gone, epoch.name))
            gone += packed(epoch.name);
    }
    if (const auto kept = m.books.setValue(sessionvalues::destroyed, gone); !kept)
        return kept;
    if (const auto dropped = dropOldRelays(); !dropped)
        return dropped;
    NotebookKeys next = m.keys;
    next.epochs = {m.keys.current()};
    if (const auto saved = saveKeys(m.world.files, m.keysPath, next); !saved)
        return saved;
    m.keys = std::move(next);
    return {};
}

} // namespace inkstep
