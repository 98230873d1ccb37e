#include "sync/engine/several.h"

#include "crypto/crypto.h"
#include "sync/format/recoverykey.h"

#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

Status Session::readPeople() {
    std::map<Id, Card> cards;
    if (const auto read = readCards(cards); !read)
        return read;
    if (const auto answered = answerInvites(cards); !answered)
        return answered;
    const auto known = m.books.devices();
    const auto own = m.books.invites();
    if (!known || !own)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    // Who was believed once is believed on, and whom a member's epoch has a seat for; nobody new comes
    // through one who was taken out.
    std::vector<Member> trusted{{m.keys.device, m.keys.signing.publicKey()}, m.keys.founder};
    for (const Books::Device &device : *known) {
        trusted.push_back(device.member);
        m_devices.emplace(device.member.device, device);
    }
    for (std::size_t believed = 0; believed != trusted.size();) {
        believed = trusted.size();
        if (const auto judged = judgeEpochs(); !judged)
            return judged;
        const auto members = membersFrom(
            trusted, cards,
            [&](const Member &member) {
                std::optional<std::vector<InviteRecord>> invites;
                if (member.device == m.keys.device) {
                    invites.emplace();
                    for (const Books::OwnInvite &invite : *own)
                        invites->push_back(invite.record);
                } else if (const auto head = headOf(member); head && !isOut(member.device)) {
                    invites = head->invites;
                    // Who answered one that is still open in it is in as well: its maker may be taken out
                    // before it can say so. Not once somebody was taken out who could read this head.
                    const bool over =
                        std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &file) {
                            return file.epoch.number > head->epoch.number && !file.removed.empty();
                        });
                    if (!over) {
                        for (const InviteRecord &answered : answeredBy(head->invites, cards))
                            invites->push_back(answered);
                    }
                }
                return invites;
            },
            [&](const Card &card, const Member *by) {
                if (by) // its copy; one who is out brings nobody in
                    return !isOut(by->device);
                return std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &file) {
                    if (file.epoch != m.keys.current().name || file.recoveryKey.isEmpty())
                        return false;
                    const auto words = recoverykey::read(file.recoveryKey, m.keys.notebook);
                    return words && card::vouchFits(card, words->signing);
                });
            });
        for (const auto &[id, member] : members) {
            if (id == m.keys.device || m_devices.contains(id))
                continue;
            Books::Device device;
            device.member = member;
            m_devices.emplace(id, device);
        }
        if (const auto read = readEpochFiles(); !read)
            return read;
        if (const auto judged = judgeEpochs(); !judged)
            return judged;
        for (const EpochFile &file : m_epochs) {
            for (const EpochFile::Seat &seat : file.seats) {
                const bool fresh = std::none_of(trusted.begin(), trusted.end(), [&](const Member &member) {
                    return member.device == seat.member.device;
                });
                if (fresh && seat.member.signingKey.size() == keyBytes && !isOut(seat.member.device))
                    trusted.push_back(seat.member);
            }
        }
    }
    for (const auto &[id, head] : m_heads) {
        if (isOut(id))
            continue;
        for (const Version &one : head.retired) {
            quint64 &number = m_retired[one.device];
            number = std::max(number, one.sequence);
        }
    }
    const auto retired = m.books.value(sessionvalues::retired);
    if (!retired)
        return passOn(retired);
    for (const Version &one : unpackVersions(*retired)) {
        quint64 &number = m_retired[one.device];
        number = std::max(number, one.sequence);
    }
    for (const auto &[id, bytes] : m_cards) {
        const QString path = syncnames::card(id);
        const auto kept = m_devices.contains(id) ? m.books.keptFile(path) : Result<QByteArray>(bytes);
        if (!kept)
            return passOn(kept);
        if (kept->isEmpty()) {
            if (const auto now = m.books.keepFile({path, id, 0, bytes}); !now)
                return now;
        }
    }
    for (const auto &[id, device] : m_devices) {
        const auto before = std::find_if(known->begin(), known->end(),
                                         [&](const Books::Device &one) { return one.member.device == id; });
        if (before != known->end() && before->headNumber == device.headNumber)
            continue;
        if (const auto kept = m.books.keepDevice(device); !kept)
            return kept;
    }
    return tellWhoJoined();
}

Status Session::readCards(std::map<Id, Card> &cards) {
    const auto entries = m.remote.list(syncnames::devices);
    if (!entries)
        return passOn(entries);
    for (const RemoteEntry &entry : *entries) {
        const auto device = syncnames::parseId(entry.name);
        if (!entry.folder || !device || *device == m.keys.device)
            continue;
        auto bytes = m.remote.read(syncnames::card(*device), card::limit);
        if (!bytes && bytes.error().code != ErrorCode::NotFound) {
            if (const auto on = note(bytes.error()); !on)
                return on;
            continue;
        }
        const auto fits = [&](const QByteArray &one) {
            return card::read(one, m.keys.notebook, *device).has_value();
        };
        if (!bytes || !fits(*bytes)) { // not here yet, or spoiled
            if (const auto again = readRelay(syncnames::card(*device), fits))
                bytes = *again;
        }
        if (!bytes)
            continue;
        if (const auto card = card::read(*bytes, m.keys.notebook, *device)) {
            cards.emplace(*device, *card);
            m_cards.insert_or_assign(*device, *bytes);
        }
        // A card nobody vouches for does not deserve a person's attention: anyone with the folder can write
        // one.
    }
    return {};
}

Status Session::answerInvites(const std::map<Id, Card> &cards) {
    const auto own = m.books.invites();
    if (!own)
        return passOn(own);
    std::vector<InviteRecord> open;
    for (const Books::OwnInvite &invite : *own)
        open.push_back(invite.record);
    for (const InviteRecord &answered : answeredBy(open, cards)) {
        if (const auto kept = m.books.keepInvite({answered, false}); !kept)
            return kept;
    }
    const auto now = m.books.invites();
    if (!now)
        return passOn(now);
    for (const Books::OwnInvite &invite : *now) {
        if (invite.record.answered.device.isNull() || invite.told)
            continue; // told ones have lost their file already
        if (const auto removed = removeInvite(invite.record.id); !removed)
            return removed;
    }
    return {};
}

// Also where it was laid under an earlier name.
Status Session::removeInvite(const Id &invite) {
    const auto names = m.books.names();
    if (!names)
        return passOn(names);
    for (const Id &name : *names) {
        if (const auto gone = m.remote.remove(syncnames::invite(name, invite)); !gone) {
            if (const auto on = note(gone.error()); !on)
                return on;
        }
    }
    return {};
}

std::optional<Head> Session::headOf(const Member &member) {
    Books::Device &device =
        m_devices.try_emplace(member.device, Books::Device{member, 0, {}, {}, 0, {}}).first->second;
    const auto parse = [&](const QByteArray &bytes) {
        return head::read(bytes, m.keys.notebook, member, m.keys);
    };
    const bool first = m_headsRead.insert(member.device).second;
    auto bytes = first && !isOut(member.device) ? m.remote.read(syncnames::head(member.device), head::limit)
                                                : Result<QByteArray>(failure(ErrorCode::NotFound));
    // Of one that is known from before the last head is here; a stranger's may have been laid beside.
    if (first && !isOut(member.device) && device.head.isEmpty() && (!bytes || !parse(*bytes))) {
        if (const auto again = readRelay(syncnames::head(member.device),
                                         [&](const QByteArray &one) { return parse(one).has_value(); }))
            bytes = *again;
    }
    if (bytes) {
        auto head = parse(*bytes);
        // A head that is older than one already seen is a store put back, or held back; what was acknowledged
        // stays so.
        if (head)
            m_toldEpochs.insert(head->epochFiles.begin(), head->epochFiles.end());
        if (head && head->number > device.headNumber) {
            device.head = *bytes;
            device.headNumber = head->number;
            device.seenAt = m.world.clock.now();
        } else if (head && (head->number < device.headNumber || *bytes != device.head)) {
            m_oldHeads.insert(member.device);
        }
    }
    auto head = parse(device.head);
    if (!head)
        return std::nullopt;
    m_heads.insert_or_assign(member.device, *head);
    if (first && !head->deviceName.isEmpty()) {
        const auto named = m.books.deviceName(member.device);
        if (named && *named != head->deviceName)
            static_cast<void>(
                m.books.keepDeviceName(member.device, head->deviceName)); // next time, if not now
    }
    return *head;
}

QString Session::calledNow(const Id &device) const {
    const auto head = m_heads.find(device);
    return head == m_heads.end() || head->second.deviceName.isEmpty()
               ? QCoreApplication::translate("Sync", "Another device")
               : head->second.deviceName;
}

Status Session::tellWhoJoined() {
    const auto own = m.books.invites();
    if (!own)
        return passOn(own);
    for (Books::OwnInvite invite : *own) {
        const Id &device = invite.record.answered.device;
        if (invite.told || !m_heads.contains(device))
            continue;
        m_report.joined.push_back(calledNow(device));
        invite.told = true;
        if (const auto kept = m.books.keepInvite(invite); !kept)
            return kept;
    }
    return {};
}

Result<QByteArray> Session::readPicture(const Books::Picture &picture) {
    const qint64 size = sealedSize(picture.ref.size);
    auto bytes = storedpicture::read(m.remote, picture.device, picture.ref.name, size);
    // An undo names a picture again; when it comes before the operation that named it first, the picture lies
    // in the folder of a device we would not guess.
    for (auto device = m_devices.begin(); device != m_devices.end() && !bytes; ++device) {
        if (bytes.error().code != ErrorCode::NotFound)
            break;
        if (device->first != picture.device)
            bytes = storedpicture::read(m.remote, device->first, picture.ref.name, size);
    }
    return bytes;
}

// On any thread.
Session::Fetched Session::fetchPicture(const Books::Picture &picture) {
    const auto bytes = readPicture(picture);
    if (!bytes)
        return {passOn(bytes), {}};
    auto kept = m.notebook.vault().adopt(picture.ref.name, *bytes);
    // Spoiled where it should lie; another device may have laid it again.
    for (auto device = m_devices.begin(); device != m_devices.end() && !kept; ++device) {
        if (kept.error().code != ErrorCode::Damaged)
            break;
        if (device->first == picture.device)
            continue;
        const auto again =
            storedpicture::read(m.remote, device->first, picture.ref.name, sealedSize(picture.ref.size));
        if (again)
            kept = m.notebook.vault().adopt(picture.ref.name, *again);
    }
    return {bytes->size(), kept};
}

Status Session::pictureCame(const Books::Picture &picture, const Fetched &fetched) {
    if (!fetched.read) {
        planned(-1, -sealedSize(picture.ref.size));
        // Not there: still on the other tablet.
        return fetched.read.error().code == ErrorCode::NotFound ? Status() : note(fetched.read.error());
    }
    if (!fetched.kept) {
        m_fullHere = m_fullHere || fetched.kept.error().code == ErrorCode::DiskFull;
        Error told = fetched.kept.error();
        if (told.code == ErrorCode::Damaged)
            told.subject =
                QCoreApplication::translate("Sync", "A picture from %1").arg(calledNow(picture.device));
        if (m_report.problems.size() < 50)
            m_report.problems.push_back(told);
        return {};
    }
    const auto named = m.books.pictureHere(picture.ref.name);
    if (!named)
        return passOn(named);
    if (!*named) // its student was erased while it was on its way
        return m.notebook.vault().erase(picture.ref.name);
    ++m_report.receivedPictures;
    did(*fetched.read, false, syncnames::blob(picture.device, picture.ref.name));
    return {};
}

Status Session::fetchPictures(bool previews) {
    auto pictures = m.books.picturesWanted();
    if (!pictures)
        return passOn(pictures);
    std::erase_if(*pictures, [&](const Books::Picture &picture) { return picture.preview != previews; });
    for (const Books::Picture &picture : *pictures)
        planned(1, sealedSize(picture.ref.size));
    return several<Fetched>(
        pictures->size(), [&](std::size_t i) { return fetchPicture((*pictures)[i]); },
        [&](std::size_t i, const Fetched &fetched) { return pictureCame((*pictures)[i], fetched); },
        m_fullHere);
}

} // namespace inkstep
