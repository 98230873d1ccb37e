// Others' words: their bundles, one after the other, from wherever they lie.
#include "crypto/crypto.h"
#include "store/moving.h"
#include "sync/engine/session.h"
#include "sync/format/bundle.h"
#include "sync/format/card.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace inkstep {

Status Session::receiveBundles() {
    // Who knows nothing yet begins with what somebody has gathered.
    std::set<Id> behind;
    bool fresh = true;
    for (const auto &[id, device] : m_devices) {
        behind.insert(id);
        fresh = fresh && device.last == 0;
    }
    if (fresh) {
        if (const auto filled = fillFromSnapshots(behind); !filled)
            return passOn(filled);
    }
    for (bool last = false;;) {
        behind.clear();
        for (auto &[id, device] : m_devices) {
            const auto gap = receiveFrom(device, last);
            if (!gap)
                return passOn(gap);
            if (*gap)
                behind.insert(id);
        }
        if (behind.empty() || last)
            return {};
        // What is missing may be in a snapshot; else it is waited for, and said.
        const auto filled = fillFromSnapshots(behind);
        if (!filled)
            return passOn(filled);
        last = !*filled;
    }
}

Result<bool> Session::receiveFrom(Books::Device &device, bool tell) {
    const auto out = m_out.find(device.member.device);
    const quint64 limit = out == m_out.end() ? std::numeric_limits<quint64>::max() : out->second;
    if (!split(device.member.device) && device.last >= limit)
        return false;
    const QString folder = syncnames::bundles(device.member.device);
    const auto entries = m.remote.list(folder);
    if (!entries)
        return passOn(entries);
    std::vector<BundleFile> files;
    int fresh = 0;
    for (const RemoteEntry &entry : *entries) {
        bool copy = false;
        const auto name = entry.folder ? std::nullopt : syncnames::parseBundleFile(entry.name, &copy);
        if (!name || name->sequence > limit)
            continue;
        files.push_back({*name, copy, folder + QLatin1Char('/') + entry.name});
        fresh += name->sequence > device.last ? 1 : 0;
    }
    const auto take = [&]() -> Status {
        std::sort(files.begin(), files.end(), [](const BundleFile &a, const BundleFile &b) {
            return std::tie(a.name.sequence, a.copy, a.name.hash) <
                   std::tie(b.name.sequence, b.copy, b.name.hash);
        });
        for (bool again = true; again;) {
            if (const auto found = findForks(device, files); !found)
                return passOn(found);
            for (const BundleFile &file : files) {
                if (const auto on = goOn(); !on)
                    return on;
                for (const Stream &stream : streamsOf(device)) {
                    // Else a copy of what was just applied, or behind a gap, or another branch's.
                    if (file.name.sequence != stream.last + 1 || stream.last >= stream.until ||
                        (!stream.firstHash.isEmpty() && stream.firstHash != file.name.hash))
                        continue;
                    const auto used = receiveOne(device, stream, file.path, file.name);
                    if (!used)
                        return passOn(used);
                    if (*used)
                        break;
                }
            }
            const auto more = findForks(device, files);
            if (!more)
                return passOn(more);
            again = *more;
        }
        return {};
    };
    planned(fresh, 0);
    if (const auto taken = take(); !taken)
        return passOn(taken);
    const auto head = m_heads.find(device.member.device);
    const auto behind = [&] {
        const quint64 heard = heardOf(device);
        const bool beyond = !files.empty() && files.back().name.sequence > heard;
        const bool missing =
            out != m_out.end() ? heard < limit : head != m_heads.end() && head->second.lastSequence > heard;
        return beyond || missing || device.last < std::min(streamsOf(device).front().until, heard) ||
               gatheredFurther(device);
    };
    if (const auto gathered = gatherLost(device, files); !gathered)
        return passOn(gathered);
    if (!behind())
        return false;
    const std::size_t found = files.size();
    for (const auto &[file, path] : relaysIn(folder)) {
        const auto name = syncnames::parseBundleFile(file);
        if (name && name->sequence <= limit)
            files.push_back({*name, true, path});
    }
    if (files.size() > found) {
        if (const auto taken = take(); !taken)
            return passOn(taken);
        if (!behind())
            return false;
    }
    if (!tell)
        return true;
    if (!counts(device.member.device) && !isOut(device.member.device))
        return true; // a person said not to wait for it
    const auto told =
        note({ErrorCode::NotFound,
              QStringLiteral("waiting for operation %1 of %2")
                  .arg(device.last + 1)
                  .arg(idText(device.member.device)),
              QCoreApplication::translate("Sync", "Something from %1").arg(calledNow(device.member.device))});
    if (!told)
        return passOn(told);
    return true;
}

// A snapshot holds more of it or of one of its branches than is here: its own numbers may not tell.
bool Session::gatheredFurther(const Books::Device &device) const {
    const auto further = [&](const Id &stream, quint64 last) {
        return std::any_of(m_heads.begin(), m_heads.end(), [&](const auto &head) {
            const VersionVector &positions = head.second.snapshot.positions;
            return !isOut(head.first) &&
                   std::any_of(positions.begin(), positions.end(), [&](const Version &one) {
                       return one.device == stream && one.sequence > last;
                   });
        });
    };
    return further(device.member.device, device.last) ||
           std::any_of(m_branches.begin(), m_branches.end(), [&](const Books::Branch &branch) {
               return branch.device == device.member.device && further(branch.id, branch.last);
           });
}

// What the store has lost of a name that its tablet has given up since, nobody sends again: it is gathered.
Status Session::gatherLost(const Books::Device &device, const std::vector<BundleFile> &files) {
    const auto there = [&](const BundleFile &file) { return file.name.hash == device.lastHash; };
    const auto holds = [&](const SnapshotRecord &record) {
        return std::any_of(record.positions.begin(), record.positions.end(), [&](const Version &one) {
            return one.device == device.member.device && one.sequence >= device.last;
        });
    };
    if (device.last == 0 || isOut(device.member.device) || std::any_of(files.begin(), files.end(), there) ||
        holds(m_ownSnapshot) || std::any_of(m_heads.begin(), m_heads.end(), [&](const auto &head) {
            return holds(head.second.snapshot);
        }))
        return {};
    const bool givenUp = std::any_of(m_cards.begin(), m_cards.end(), [&](const auto &one) {
        const auto card = card::read(one.second, m.keys.notebook, one.first);
        return card && card->vouchedBy == device.member.device;
    });
    if (!givenUp)
        return {};
    return m.books.setValue(sessionvalues::bytesSince, QByteArray::number(sessionvalues::snapshotIsDue));
}

Result<bool> Session::receiveOne(Books::Device &device, const Stream &stream, const QString &file,
                                 const syncnames::BundleName &name) {
    const QString about = calledNow(device.member.device);
    const auto skip = [&](const Error &error) -> Result<bool> {
        // A key or a version that is missing concerns this device's stream only, not the place.
        Error told = error;
        told.subject = about;
        const auto &said = m_report.problems;
        const bool waitedFor = counts(device.member.device) || isOut(device.member.device);
        if (waitedFor && said.size() < 50 && std::find(said.begin(), said.end(), told) == said.end())
            m_report.problems.push_back(told);
        return false;
    };
    const auto bytes = m.remote.read(file, bundle::limit);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::NotFound || bytes.error().code == ErrorCode::TooLarge)
            return false;
        if (const auto on = note(bytes.error(), about); !on)
            return passOn(on);
        return false;
    }
    if (blobHash(*bytes) != name.hash)
        return false; // torn or still arriving: as good as not here, and said so once for the whole stream
    const BundlePlace place{m.keys.notebook, device.member.device, name.sequence, stream.lastHash};
    auto edits = bundle::open(*bytes, place, m.keys, device.member.signingKey);
    if (!edits) {
        const bool others = edits.error().code == ErrorCode::Damaged && split(device.member.device);
        return others ? Result<bool>(false) : skip(edits.error());
    }
    const quint64 last = edits->back().last();
    for (EditRecord &edit : *edits) {
        quint64 begun = 0;
        for (const Books::Branch &branch : stream.path) {
            edit = renamed(std::move(edit), branch.parent, branch.end - begun, branch.id);
            begun = branch.end;
        }
    }
    const auto applied = m.notebook.store().apply(*edits, m.cancelled);
    if (!applied)
        return passOn(applied);
    if (const auto on = goOn(); !on)
        return passOn(on);
    m_report.receivedEdits += static_cast<int>(*applied);
    if (stream.path.empty()) {
        device.last = last;
        device.lastHash = name.hash;
    }
    for (Books::Branch &branch : m_branches) {
        if (branch.id != stream.id)
            continue;
        branch.last = last;
        branch.lastHash = name.hash;
    }
    if (const auto counted = cameBy(bytes->size()); !counted)
        return passOn(counted);
    if (epochOf(*bytes) != m.keys.current().name) {
        if (const auto late = m.books.setValue(sessionvalues::snapshotLate, "1"); !late)
            return passOn(late);
    }
    // As it came, for a store that loses it.
    const QString path =
        syncnames::bundles(device.member.device) + QLatin1Char('/') + syncnames::bundleFile(name);
    if (const auto kept = m.books.keepFile({path, device.member.device, last, *bytes}); !kept)
        return passOn(kept);
    // After the words: cut short between the two, the same bundle is read again and passed over.
    const auto kept = m.notebook.store().keepBooks([&](Database &db) {
        Books::writeLink(db,
                         {device.member.device, stream.id, name.sequence, last, name.hash, place.previous});
        Books::writeDevice(db, device);
        for (const Books::Branch &branch : m_branches) {
            if (branch.id == stream.id)
                Books::writeBranch(db, branch);
        }
    });
    if (!kept)
        return passOn(kept);
    did(bytes->size(), false);
    return true;
}

} // namespace inkstep
