// What several wrote under one name, unseen of each other: a copied profile that was used on two tablets,
// with both having sent before either could see. Each branch counts as a device of its own, named by its
// first differing hash; everybody applies all of them. Whoever sees two bundles where one belongs tells the
// others in its head, who may never see both.
#include "crypto/crypto.h"
#include "store/moving.h"
#include "sync/engine/session.h"
#include "sync/format/bundle.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace inkstep {

Result<std::vector<Books::Link>> Books::links(const Id &device) {
    return m_store.read([&](Database &db) {
        std::vector<Link> links;
        Statement &row =
            db.use("SELECT stream, first, last, hash, previous FROM sync_link WHERE device = ?").with(device);
        while (row.step())
            links.push_back({device, row.id(0), quint64(row.number(1)), quint64(row.number(2)), row.bytes(3),
                             row.bytes(4)});
        row.reset();
        return links;
    });
}

void Books::writeLink(Database &db, const Link &link) {
    db.use("INSERT OR IGNORE INTO sync_link (device, first, hash, last, previous, stream) "
           "VALUES (?, ?, ?, ?, ?, ?)")
        .with(link.device, link.first, link.hash, link.last, link.previous, link.stream)
        .run();
}

Result<std::vector<Books::Branch>> Books::branches() {
    return m_store.read([](Database &db) {
        std::vector<Branch> branches;
        Statement &row =
            db.use("SELECT id, device, parent, \"end\", endHash, hash, print, last, lastHash FROM "
                   "sync_branch ORDER BY device, \"end\", hash");
        while (row.step())
            branches.push_back({row.id(0),
                                row.id(1),
                                row.id(2),
                                quint64(row.number(3)),
                                row.bytes(4),
                                {row.bytes(5), row.bytes(6)},
                                quint64(row.number(7)),
                                row.bytes(8)});
        row.reset();
        return branches;
    });
}

void Books::writeBranch(Database &db, const Branch &branch) {
    db.use("INSERT OR REPLACE INTO sync_branch (id, device, parent, \"end\", endHash, hash, print, last, "
           "lastHash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(branch.id, branch.device, branch.parent, branch.end, branch.endHash, branch.start.hash,
              branch.start.print, branch.last, branch.lastHash)
        .run();
}

QByteArray editPrint(const EditRecord &edit) {
    return blobHash(bundle::encode({&edit, 1}));
}

namespace {

// Hash of the start whose bundle is among a device's edits after `end`; empty where none can be told.
QByteArray heldOf(const std::vector<EditRecord> &edits, const Id &device, quint64 end,
                  const std::vector<ForkRecord::Start> &starts) {
    for (const EditRecord &edit : edits) {
        if (edit.device != device || edit.first() <= end)
            continue;
        const QByteArray print = editPrint(edit);
        for (const ForkRecord::Start &start : starts) {
            if (start.print == print)
                return start.hash;
        }
    }
    return {};
}

} // namespace

Result<QByteArray> Session::printOf(const Id &device, quint64 first, quint64 last) {
    for (quint64 at = first;;) {
        const auto edit = m.notebook.store().edit({device, at});
        if (!edit)
            return passOn(edit);
        if (!*edit || (*edit)->last() > last)
            return QByteArray();
        if ((*edit)->last() == last)
            return editPrint(**edit);
        at = (*edit)->last() + 1;
    }
}

bool Session::split(const Id &device) const {
    return std::any_of(m_branches.begin(), m_branches.end(),
                       [&](const Books::Branch &branch) { return branch.device == device; });
}

quint64 Session::heardOf(const Books::Device &device) const {
    quint64 last = device.last;
    for (const Books::Branch &branch : m_branches)
        last = branch.device == device.member.device ? std::max(last, branch.last) : last;
    return last;
}

std::vector<Session::Stream> Session::streamsOf(const Books::Device &device) const {
    std::vector<Stream> streams{{device.member.device, device.last, device.lastHash, 0, {}, {}}};
    for (std::size_t i = 0; i < streams.size(); ++i) { // those of a stream lie behind it
        for (const Books::Branch &branch : m_branches) {
            if (branch.device != device.member.device || branch.parent != streams[i].id)
                continue;
            Stream stream{branch.id, branch.last, branch.lastHash, 0, {}, streams[i].path};
            stream.path.push_back(branch);
            if (branch.last == branch.end)
                stream.firstHash = branch.start.hash;
            streams.push_back(std::move(stream));
        }
    }
    for (Stream &stream : streams) {
        stream.until = std::numeric_limits<quint64>::max();
        for (const Books::Branch &branch : m_branches)
            stream.until = branch.parent == stream.id ? std::min(stream.until, branch.end) : stream.until;
    }
    return streams;
}

std::vector<ForkRecord> Session::forks() const {
    std::vector<ForkRecord> forks;
    for (const Books::Branch &branch : m_branches) {
        const auto same = std::find_if(forks.begin(), forks.end(), [&](const ForkRecord &fork) {
            return fork.device == branch.device && fork.end == branch.end && fork.endHash == branch.endHash;
        });
        ForkRecord &fork =
            same != forks.end()
                ? *same
                : forks.emplace_back(ForkRecord{branch.device, branch.end, branch.endHash, {}});
        fork.starts.push_back(branch.start);
    }
    return forks;
}

// What the others have seen.
Status Session::adoptForks() {
    for (const auto &[device, head] : m_heads) {
        if (isOut(device))
            continue;
        for (const ForkRecord &fork : head.forks) {
            const Status adopted = fork.device == m.keys.device      ? foundCopied(fork)
                                   : m_devices.contains(fork.device) ? adopt(fork)
                                                                     : Status();
            if (!adopted)
                return adopted;
        }
    }
    return {};
}

// Somebody has seen bundles under this device's name that it did not write.
Status Session::foundCopied(const ForkRecord &fork) {
    if (m_fork)
        return {};
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    Fork found{fork.end, fork.endHash, fork.end, {}};
    for (const Books::Bundle &bundle : *bundles) {
        if (bundle.name.sequence <= fork.end || !bundle.tried)
            continue;
        found.common = bundle.last;
        if (found.both)
            continue;
        found.both = fork;
        for (ForkRecord::Start &start : found.both->starts) {
            if (start.hash != bundle.name.hash || !start.print.isEmpty())
                continue;
            const auto print = printOf(m.keys.device, bundle.name.sequence, bundle.last);
            if (!print)
                return passOn(print);
            start.print = *print;
        }
    }
    m_fork = std::move(found);
    m_mayWrite = false; // until it has a name of its own
    return {};
}

Status Session::adopt(const ForkRecord &fork, const Id &alsoOf) {
    Books::Device &device = m_devices.at(fork.device);
    const auto links = m.books.links(fork.device);
    if (!links)
        return passOn(links);
    std::vector<ForkRecord::Start> starts;
    bool fresh = true;
    Id parent;
    for (const Books::Branch &branch : m_branches) {
        if (branch.device == fork.device && branch.end == fork.end && branch.endHash == fork.endHash) {
            fresh = false;
            parent = branch.parent;
        }
    }
    for (const ForkRecord::Start &start : fork.starts) {
        const auto known = std::find_if(m_branches.begin(), m_branches.end(), [&](const Books::Branch &one) {
            return one.start.hash == start.hash;
        });
        if (known == m_branches.end()) {
            starts.push_back(start);
        } else if (known->start.print.isEmpty() && !start.print.isEmpty()) {
            known->start.print = start.print;
            const auto kept =
                m.notebook.store().keepBooks([&](Database &db) { Books::writeBranch(db, *known); });
            if (!kept)
                return kept;
        }
    }
    if (starts.empty())
        return {};
    // Of which stream it is a fork: the one that its last common bundle belongs to.
    const auto streams = streamsOf(device);
    if (parent.isNull()) {
        parent = fork.device;
        for (const Books::Link &link : *links) {
            if (link.hash == fork.endHash && link.last == fork.end)
                parent = link.stream;
        }
        for (const Stream &stream : streams) {
            if (stream.last == fork.end && stream.lastHash == fork.endHash && !fork.endHash.isEmpty())
                parent = stream.id;
        }
    }
    const auto of = std::find_if(streams.begin(), streams.end(),
                                 [&](const Stream &stream) { return stream.id == parent; });
    if (of == streams.end())
        return {};
    const quint64 before =
        of->path.empty() ? 0 : of->path.back().end; // numbers that lie before the stream's own
    if (fork.end < before)
        return {};
    QByteArray held; // hash of the start of what is here of it
    if (fresh && of->last > fork.end) {
        for (const Books::Link &link : *links) {
            if (link.stream == parent && link.first == fork.end + 1)
                held = link.hash;
        }
        if (held.isEmpty() && of->path.empty()) { // it came by a snapshot
            const auto everything = m.notebook.store().everything();
            if (!everything)
                return passOn(everything);
            held = heldOf(everything->edits, parent, fork.end, starts);
            if (held.isEmpty()) {
                // The one that nobody could read, if it is the only one; else it is told apart later.
                const auto unread = [](const ForkRecord::Start &one) { return one.print.isEmpty(); };
                if (std::count_if(starts.begin(), starts.end(), unread) != 1)
                    return {};
                held = std::find_if(starts.begin(), starts.end(), unread)->hash;
            }
        }
        if (!held.isEmpty() && std::none_of(starts.begin(), starts.end(), [&](const ForkRecord::Start &one) {
                return one.hash == held;
            })) { // a third
            const auto link = std::find_if(links->begin(), links->end(),
                                           [&](const Books::Link &one) { return one.hash == held; });
            const auto print = printOf(parent, fork.end + 1, link->last);
            if (!print)
                return passOn(print);
            starts.push_back({held, *print});
        }
    }
    Store::Split apart{parent, fork.end - before, {}, {}, alsoOf};
    std::vector<Books::Branch> branches;
    for (const ForkRecord::Start &start : starts) {
        const bool here = start.hash == held;
        branches.push_back({branchId(start.hash), fork.device, parent, fork.end, fork.endHash, start,
                            here ? of->last : fork.end, here ? of->lastHash : fork.endHash});
        apart.branches.push_back(branches.back().id);
        if (here)
            apart.held = branches.back().id;
    }
    Books::Device now = device;
    std::vector<Books::Branch> changed = m_branches;
    if (!held.isEmpty() && parent == fork.device) {
        now.last = fork.end;
        now.lastHash = fork.endHash;
    }
    for (Books::Branch &branch : changed) {
        if (branch.id != parent || held.isEmpty())
            continue;
        branch.last = fork.end;
        branch.lastHash = fork.endHash;
    }
    changed.insert(changed.end(), branches.begin(), branches.end());
    const auto done = m.notebook.store().split(apart, [&](Database &db) {
        Books::writeDevice(db, now);
        for (const Books::Branch &branch : changed)
            Books::writeBranch(db, branch);
        if (!apart.held.isNull())
            db.use("UPDATE sync_link SET stream = ? WHERE device = ? AND stream = ? AND first > ?")
                .with(apart.held, fork.device, parent, fork.end)
                .run();
    });
    if (!done)
        return done;
    device = now;
    m_branches = std::move(changed);
    std::sort(m_branches.begin(), m_branches.end(), [](const Books::Branch &a, const Books::Branch &b) {
        return std::tuple(toBytes(a.device), a.end, a.start.hash) <
               std::tuple(toBytes(b.device), b.end, b.start.hash);
    });
    if (fresh && alsoOf.isNull()) {
        const auto name = m.books.deviceName(fork.device);
        return note({ErrorCode::UsedTwice, QStringLiteral("%1 was used twice").arg(idText(fork.device)),
                     name.value_or(QString())});
    }
    return {};
}

// Bundles that stand where another one was read, and were written by who has the same key. True: something
// was found.
Result<bool> Session::findForks(const Books::Device &device, const std::vector<BundleFile> &files) {
    const Id &id = device.member.device;
    const quint64 heard = heardOf(device);
    const auto links = m.books.links(id);
    if (!links)
        return passOn(links);
    for (const BundleFile &file : files) {
        const auto known = [&](const auto &all, const auto &hashOf) {
            return std::any_of(all.begin(), all.end(),
                               [&](const auto &one) { return hashOf(one) == file.name.hash; });
        };
        if (file.name.sequence > heard || m_notForked.contains(file.name.hash) ||
            known(*links, [](const Books::Link &one) { return one.hash; }) ||
            known(m_branches, [](const Books::Branch &one) { return one.start.hash; }))
            continue;
        const bool contested = std::any_of(links->begin(), links->end(), [&](const Books::Link &link) {
            return link.first == file.name.sequence;
        });
        if (!contested)
            continue;
        const auto bytes = m.remote.read(file.path, bundle::limit);
        if (!bytes || blobHash(*bytes) != file.name.hash)
            continue; // on its way
        for (const Books::Link &link : *links) {
            const BundlePlace place{m.keys.notebook, id, file.name.sequence, link.previous};
            if (link.first != file.name.sequence ||
                !bundle::signedBy(*bytes, place, device.member.signingKey))
                continue;
            ForkRecord fork{
                id, file.name.sequence - 1, link.previous, {{link.hash, {}}, {file.name.hash, {}}}};
            if (const auto edits = bundle::open(*bytes, place, m.keys, device.member.signingKey))
                fork.starts.back().print = editPrint(edits->back());
            if (link.stream == id) {
                const auto print = printOf(id, link.first, link.last);
                if (!print)
                    return passOn(print);
                fork.starts.front().print = *print;
            }
            if (const auto adopted = adopt(fork); !adopted)
                return passOn(adopted);
            return true;
        }
        m_notForked.insert(file.name.hash);
    }
    return false;
}

// A snapshot of one who does not know of a fork yet: what is known to be a branch's is read as that, of the
// rest nothing is taken.
void Session::clipToForks(Snapshot &snapshot) const {
    for (const ForkRecord &fork : forks()) {
        const auto branch = std::find_if(m_branches.begin(), m_branches.end(), [&](const Books::Branch &one) {
            return one.device == fork.device && one.end == fork.end && one.endHash == fork.endHash;
        });
        quint64 before = 0;
        for (const Books::Branch &one : m_branches)
            before = one.id == branch->parent ? one.end : before;
        const quint64 base = fork.end - before;
        const QByteArray start = heldOf(snapshot.edits, branch->parent, base, fork.starts);
        const Id held = start.isEmpty() ? Id() : branchId(start);
        for (Version &version : snapshot.seen) {
            if (version.device != branch->parent || version.sequence <= base)
                continue;
            const quint64 beyond = version.sequence - base;
            version.sequence = base;
            if (!held.isNull())
                snapshot.seen.push_back({held, beyond});
            break;
        }
        std::erase_if(snapshot.edits, [&](const EditRecord &edit) {
            return held.isNull() && edit.device == branch->parent && edit.first() > base;
        });
        for (EditRecord &edit : snapshot.edits) {
            if (edit.device == branch->parent && edit.first() > base)
                edit = renamed(std::move(edit), branch->parent, base, held);
        }
        for (std::size_t i = 0; i < snapshot.positions.size(); ++i) {
            Snapshot::Position &position = snapshot.positions[i];
            if (position.device != branch->parent || position.last <= fork.end)
                continue;
            const Snapshot::Position whole = position;
            position.last = fork.end;
            position.lastHash = fork.endHash;
            if (!held.isNull())
                snapshot.positions.push_back({held, whole.last, whole.lastHash});
            break;
        }
    }
}

} // namespace inkstep
