// What others need to come into an epoch: its key handed on to who asks, its files in the store, and an epoch
// that the store has lost told again.
#include "crypto/crypto.h"
#include "sync/engine/session.h"

#include <algorithm>

namespace inkstep {

// Whether somebody goes on under an older epoch, and no head in the store names a file of the present one:
// the store was put back, and whoever began it as well, and has another name by now.
bool Session::epochIsUntold() const {
    const EpochName current = m.keys.current().name;
    const bool older = std::any_of(m_heads.begin(), m_heads.end(), [&](const auto &head) {
        return counts(head.first) && head.second.epoch != current &&
               head.second.epoch.number <= current.number;
    });
    const auto files = older ? m.books.epochs() : Result<std::vector<Books::Epoch>>();
    return older && files && std::none_of(files->begin(), files->end(), [&](const Books::Epoch &file) {
               const bool present = std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &one) {
                   return one.epoch == current && one.author == file.author;
               });
               return present && (file.author == m.keys.device || m_toldEpochs.contains(file.name));
           });
}

EpochFile Session::ownEpochFile(const EpochName &name) const {
    EpochFile file;
    file.notebook = m.keys.notebook;
    file.author = m.keys.device;
    file.epoch = name;
    return file;
}

// The present epoch under our name, with all that any file of it says.
Status Session::tellEpochAgain() {
    EpochFile file = ownEpochFile(m.keys.current().name);
    for (const EpochFile &one : m_epochs) {
        if (one.epoch != m.keys.current().name)
            continue;
        file.removed.insert(file.removed.end(), one.removed.begin(), one.removed.end());
        file.erased.insert(file.erased.end(), one.erased.begin(), one.erased.end());
        if (!one.recoveryKey.isEmpty()) {
            file.recoveryKey = one.recoveryKey;
            file.recoverySealed = one.recoverySealed;
        }
    }
    for (const auto &[device, known] : m_devices) {
        const auto head = m_heads.find(device);
        if (isOut(device) || head == m_heads.end())
            continue;
        const auto sealed = sealFor(head->second.boxKey, m.keys.current().key);
        if (sealed)
            file.seats.push_back({known.member, head->second.boxKey, *sealed});
    }
    if (const auto added = addOwnEpoch(file); !added)
        return added;
    return judgeEpochs();
}

Status Session::handOn() {
    if (!m_mayWrite)
        return {};
    if (epochIsUntold()) {
        if (const auto told = tellEpochAgain(); !told)
            return told;
    }
    for (const auto &[device, known] : m_devices) {
        const auto head = m_heads.find(device);
        if (isOut(device) || head == m_heads.end())
            continue;
        for (const EpochName &name : head->second.wants) {
            const EpochKey *held = m.keys.epoch(name);
            const bool done = std::any_of(m_epochs.begin(), m_epochs.end(), [&](const EpochFile &file) {
                return file.epoch == name &&
                       std::any_of(file.seats.begin(), file.seats.end(), [&](const EpochFile::Seat &seat) {
                           return seat.member.device == device && seat.boxKey == head->second.boxKey;
                       });
            });
            if (!held || done)
                continue;
            const auto sealed = sealFor(head->second.boxKey, held->key);
            if (!sealed)
                continue;
            EpochFile file = ownEpochFile(name);
            file.seats.push_back({known.member, head->second.boxKey, *sealed});
            if (const auto added = addOwnEpoch(file); !added)
                return added;
        }
    }
    // A device that is out was heard of further here than whoever took it out had: what was taken in counts.
    for (const auto &[device, last] : m_out) {
        const auto known = m_devices.find(device);
        if (known == m_devices.end() || heardOf(known->second) <= last)
            continue;
        EpochFile file = ownEpochFile(m.keys.current().name);
        file.removed.push_back({device, heardOf(known->second)});
        if (const auto added = addOwnEpoch(file); !added)
            return added;
    }
    return judgeEpochs();
}

Status Session::sendEpochs() {
    if (!m_mayWrite)
        return {};
    const auto all = m.books.epochs();
    if (!all)
        return passOn(all);
    const bool any = std::any_of(all->begin(), all->end(),
                                 [&](const Books::Epoch &epoch) { return epoch.author == m.keys.device; });
    if (!any)
        return {};
    const QString folder = syncnames::epochs(m.keys.device);
    const auto listed = m.remote.list(folder);
    if (!listed)
        return passOn(listed);
    for (const Books::Epoch &epoch : *all) {
        if (epoch.author != m.keys.device)
            continue;
        const QString file = syncnames::epochFile(epoch.name);
        const bool there = std::any_of(listed->begin(), listed->end(), [&](const RemoteEntry &entry) {
            return entry.name == file && entry.size == epoch.bytes.size();
        });
        if (there)
            continue;
        if (const auto put = m.remote.write(folder + QLatin1Char('/') + file, epoch.bytes); !put) {
            if (const auto on = note(put.error()); !on)
                return on;
        }
    }
    return {};
}

} // namespace inkstep
