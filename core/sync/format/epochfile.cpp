#include "sync/format/epochfile.h"

#include "sync/format/signedfile.h"

#include <QCborArray>
#include <QCborValue>
#include <algorithm>

namespace inkstep::epochfile {

namespace {

constexpr char kind = 'e';
enum Field { Notebook = 1, Author, Number, Maker, Seats, Removed, Erased, RecoveryKey, RecoverySealed };

Result<EpochFile> parsed(QCborMap map, const Id &notebook, const Id &author) {
    EpochFile epoch;
    epoch.notebook = signedfile::takeId(map, Notebook);
    epoch.author = signedfile::takeId(map, Author);
    epoch.epoch.number = static_cast<quint32>(signedfile::takeNumber(map, Number));
    epoch.epoch.mark = signedfile::takeId(map, Maker);
    if (epoch.notebook != notebook || epoch.author != author || epoch.epoch.number == 0 ||
        epoch.epoch.mark.isNull())
        return failure(ErrorCode::Damaged, QStringLiteral("epoch: of another device or notebook"));
    for (const QCborValue &value : map.take(qint64(Seats)).toArray()) {
        const QCborArray one = value.toArray();
        epoch.seats.push_back({{idFromBytes(one.at(0).toByteArray()), one.at(1).toByteArray()},
                               one.at(2).toByteArray(),
                               one.at(3).toByteArray()});
    }
    epoch.removed = unpackVersions(signedfile::takeBytes(map, Removed));
    const QByteArray erased = signedfile::takeBytes(map, Erased);
    for (qsizetype at = 0; at + 16 <= erased.size(); at += 16)
        epoch.erased.push_back(idFromBytes(erased.sliced(at, 16)));
    epoch.recoveryKey = signedfile::takeBytes(map, RecoveryKey);
    epoch.recoverySealed = signedfile::takeBytes(map, RecoverySealed);
    epoch.unknown = map;
    return epoch;
}

} // namespace

bool begins(const EpochFile &epoch) {
    return std::any_of(epoch.seats.begin(), epoch.seats.end(),
                       [&](const EpochFile::Seat &seat) { return seat.member.device == epoch.author; });
}

QByteArray write(const EpochFile &epoch, const SigningKey &key) {
    QCborMap map = epoch.unknown;
    map[Notebook] = toBytes(epoch.notebook);
    map[Author] = toBytes(epoch.author);
    map[Number] = qint64(epoch.epoch.number);
    map[Maker] = toBytes(epoch.epoch.mark);
    QCborArray seats;
    for (const EpochFile::Seat &seat : epoch.seats)
        seats.append(
            QCborArray{toBytes(seat.member.device), seat.member.signingKey, seat.boxKey, seat.sealed});
    map[Seats] = seats;
    map[Removed] = packVersions(epoch.removed);
    QByteArray erased;
    for (const Id &id : epoch.erased)
        erased += toBytes(id);
    map[Erased] = erased;
    if (!epoch.recoveryKey.isEmpty()) {
        map[RecoveryKey] = epoch.recoveryKey;
        map[RecoverySealed] = epoch.recoverySealed;
    }
    return signedfile::write(kind, map, key);
}

Result<EpochFile> read(QByteArrayView bytes, const Id &notebook, const Member &author) {
    auto map = signedfile::read(bytes, kind, author.signingKey, limit);
    if (!map)
        return passOn(map);
    return parsed(std::move(*map), notebook, author.device);
}

Result<EpochFile> readUnverified(QByteArrayView bytes, const Id &notebook, const Id &author) {
    auto map = signedfile::readUnverified(bytes, kind, limit);
    if (!map)
        return passOn(map);
    return parsed(std::move(*map), notebook, author);
}

} // namespace inkstep::epochfile
