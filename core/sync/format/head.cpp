#include "sync/format/head.h"

#include "base/cbor.h"
#include "crypto/hash.h"
#include "crypto/sealedsmall.h"
#include "sync/format/signedfile.h"

#include <QCborArray>
#include <QCborValue>
#include <algorithm>
#include <cstring>

namespace inkstep::head {

namespace {

constexpr char kind = 'h';
constexpr qsizetype prefix = 8;
constexpr qsizetype hashLength = 32;
enum Field {
    Notebook = 1,
    Device,
    Number,
    LastSequence,
    LastHash,
    Recent,
    Seen,
    Lacks,
    Invites,
    BoxKey,
    EpochNumber,
    EpochDevice,
    Time,
    Private,
    EpochFiles,
    Wants,
    Retired,
    NewestSnapshot,
    Forks,
    HeardBeyond,
};
enum PrivateField { Name = 1 };

QByteArray privateKey(const EpochKey &epoch) {
    return deriveKey(epoch.key.bytes(), "inkstep head");
}

QByteArray boundTo(const Id &notebook, const Id &device) {
    return QByteArray("head") + toBytes(notebook) + toBytes(device);
}

} // namespace

QByteArray lacksOf(std::vector<QByteArray> names) {
    std::sort(names.begin(), names.end());
    QByteArray out;
    out.reserve(static_cast<qsizetype>(names.size()) * prefix);
    for (const QByteArray &name : names)
        out += name.first(prefix);
    return out;
}

bool lacks(const Head &head, const QByteArray &blobName) {
    qsizetype low = 0;
    qsizetype high = head.lacks.size() / prefix;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const int order = std::memcmp(head.lacks.constData() + middle * prefix, blobName.constData(), prefix);
        if (order == 0)
            return true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return false;
}

QByteArray write(const Head &head, const NotebookKeys &keys, Random &random) {
    QCborMap map = head.unknown;
    map[Notebook] = toBytes(head.notebook);
    map[Device] = toBytes(head.device);
    map[Number] = qint64(head.number);
    map[LastSequence] = qint64(head.lastSequence);
    map[LastHash] = head.lastHash;
    QCborArray recent;
    for (const auto &name : head.recent) {
        recent.append(qint64(name.sequence));
        recent.append(name.hash);
    }
    map[Recent] = recent;
    map[Seen] = packVersions(head.seen);
    map[Lacks] = head.lacks;
    QCborArray invites;
    for (const InviteRecord &invite : head.invites) {
        QCborArray one{toBytes(invite.id), invite.answerKey};
        if (!invite.answered.device.isNull()) {
            one.append(toBytes(invite.answered.device));
            one.append(invite.answered.signingKey);
        }
        invites.append(one);
    }
    map[Invites] = invites;
    map[BoxKey] = head.boxKey;
    map[EpochNumber] = qint64(head.epoch.number);
    map[EpochDevice] = toBytes(head.epoch.mark);
    QCborArray files;
    for (const auto &name : head.epochFiles) {
        files.append(qint64(name.sequence));
        files.append(name.hash);
    }
    map[EpochFiles] = files;
    QCborArray wants;
    for (const EpochName &name : head.wants) {
        wants.append(qint64(name.number));
        wants.append(toBytes(name.mark));
    }
    map[Wants] = wants;
    map[Retired] = packVersions(head.retired);
    if (const SnapshotRecord &newest = head.snapshot; !newest.name.hash.isEmpty())
        map[NewestSnapshot] =
            QCborArray{qint64(newest.name.sequence), newest.name.hash, qint64(newest.epoch.number),
                       toBytes(newest.epoch.mark), packVersions(newest.positions)};
    QCborArray forks;
    for (const ForkRecord &fork : head.forks) {
        QCborArray one{toBytes(fork.device), qint64(fork.end), fork.endHash};
        for (const ForkRecord::Start &start : fork.starts) {
            one.append(start.hash);
            one.append(start.print);
        }
        forks.append(one);
    }
    if (!forks.isEmpty())
        map[Forks] = forks;
    if (!head.heardBeyond.empty())
        map[HeardBeyond] = packVersions(head.heardBeyond);
    map[Time] = qint64(head.time);
    QCborMap inner;
    inner[Name] = head.deviceName;
    map[Private] = sealSmall(inner.toCborValue().toCbor(), privateKey(keys.current()), random,
                             boundTo(head.notebook, head.device));
    return signedfile::write(kind, map, keys.signing);
}

Result<Head> read(QByteArrayView bytes, const Id &notebook, const Member &member, const NotebookKeys &keys) {
    auto map = signedfile::read(bytes, kind, member.signingKey, limit);
    if (!map)
        return passOn(map);
    Head head;
    head.notebook = signedfile::takeId(*map, Notebook);
    head.device = signedfile::takeId(*map, Device);
    if (head.notebook != notebook || head.device != member.device)
        return failure(ErrorCode::Damaged, QStringLiteral("head: of another device or notebook"));
    head.number = signedfile::takeNumber(*map, Number);
    head.lastSequence = signedfile::takeNumber(*map, LastSequence);
    head.lastHash = signedfile::takeBytes(*map, LastHash);
    const QCborArray recent = map->take(qint64(Recent)).toArray();
    for (qsizetype i = 0; i + 1 < recent.size(); i += 2)
        head.recent.push_back({cborNumber(recent.at(i)), recent.at(i + 1).toByteArray()});
    head.seen = unpackVersions(signedfile::takeBytes(*map, Seen));
    head.lacks = signedfile::takeBytes(*map, Lacks);
    for (const QCborValue &value : map->take(qint64(Invites)).toArray()) {
        const QCborArray one = value.toArray();
        head.invites.push_back({idFromBytes(one.at(0).toByteArray()),
                                one.at(1).toByteArray(),
                                {idFromBytes(one.at(2).toByteArray()), one.at(3).toByteArray()}});
    }
    head.boxKey = signedfile::takeBytes(*map, BoxKey);
    head.epoch.number = quint32(signedfile::takeNumber(*map, EpochNumber));
    head.epoch.mark = signedfile::takeId(*map, EpochDevice);
    const QCborArray files = map->take(qint64(EpochFiles)).toArray();
    for (qsizetype i = 0; i + 1 < files.size(); i += 2)
        head.epochFiles.push_back({cborNumber(files.at(i)), files.at(i + 1).toByteArray()});
    const QCborArray wants = map->take(qint64(Wants)).toArray();
    for (qsizetype i = 0; i + 1 < wants.size(); i += 2)
        head.wants.push_back({quint32(cborNumber(wants.at(i))), idFromBytes(wants.at(i + 1).toByteArray())});
    head.retired = unpackVersions(signedfile::takeBytes(*map, Retired));
    if (const QCborArray newest = map->take(qint64(NewestSnapshot)).toArray(); newest.size() >= 5)
        head.snapshot = {{cborNumber(newest.at(0)), newest.at(1).toByteArray()},
                         {quint32(cborNumber(newest.at(2))), idFromBytes(newest.at(3).toByteArray())},
                         unpackVersions(newest.at(4).toByteArray())};
    for (const QCborValue &value : map->take(qint64(Forks)).toArray()) {
        const QCborArray one = value.toArray();
        ForkRecord fork{
            idFromBytes(one.at(0).toByteArray()), cborNumber(one.at(1)), one.at(2).toByteArray(), {}};
        for (qsizetype i = 3; i + 1 < one.size(); i += 2) {
            if (one.at(i).toByteArray().size() == hashLength)
                fork.starts.push_back({one.at(i).toByteArray(), one.at(i + 1).toByteArray()});
        }
        if (!fork.device.isNull() && !fork.starts.empty())
            head.forks.push_back(std::move(fork));
    }
    head.heardBeyond = unpackVersions(signedfile::takeBytes(*map, HeardBeyond));
    head.time = signedfile::takeNumber(*map, Time);
    const QByteArray sealed = signedfile::takeBytes(*map, Private);
    if (const EpochKey *epoch = keys.epoch(head.epoch)) {
        if (const auto inner = openSmall(sealed, privateKey(*epoch), boundTo(notebook, member.device)))
            head.deviceName = cborMap(*inner).value(Name).toString().left(200);
    }
    head.unknown = *map;
    return head;
}

} // namespace inkstep::head
