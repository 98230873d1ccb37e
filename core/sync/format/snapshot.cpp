#include "sync/format/snapshot.h"

#include "base/cbor.h"
#include "crypto/sealedstream.h"
#include "sync/format/signedfile.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamWriter>
#include <QCborValue>
#include <QtEndian>

namespace inkstep {

namespace {

constexpr char kind = 's';
constexpr qsizetype epochBytes = 20;
constexpr qsizetype headBytes = signedfile::markBytes + epochBytes;

QByteArray bytesOf(const EpochName &epoch) {
    QByteArray number(4, Qt::Uninitialized);
    qToBigEndian(epoch.number, number.data());
    return number + toBytes(epoch.mark);
}

QByteArray boundTo(const Id &notebook, const Id &device, quint64 number, const QByteArray &epoch) {
    QByteArray count(8, Qt::Uninitialized);
    qToBigEndian(number, count.data());
    return QByteArray("snapshot") + toBytes(notebook) + toBytes(device) + count + epoch;
}

} // namespace

EpochName epochOf(QByteArrayView sealed) {
    if (sealed.size() < headBytes || !sealed.startsWith(QByteArrayView("INKS")))
        return {};
    const QByteArray name = sealed.sliced(signedfile::markBytes, epochBytes).toByteArray();
    return {qFromBigEndian<quint32>(name.constData()), idFromBytes(name.sliced(4))};
}

namespace snapshot {

QByteArray seal(const Snapshot &snapshot, const Id &notebook, const Id &device, quint64 number,
                const EpochKey &epoch, const SigningKey &signing) {
    // A year is tens of megabytes: no more copies of it at once than are needed.
    QByteArray plain;
    {
        QCborStreamWriter writer(&plain);
        writer.startMap(3);
        writer.append(0);
        writer.append(packVersions(snapshot.seen));
        writer.append(1);
        writer.startArray(quint64(snapshot.positions.size()) * 3);
        for (const Snapshot::Position &position : snapshot.positions) {
            writer.append(toBytes(position.device));
            writer.append(qint64(position.last));
            writer.append(position.lastHash);
        }
        writer.endArray();
        writer.append(2);
        writer.append(bundle::encodeNumbered(snapshot.edits));
        writer.endMap();
    }
    const QByteArray name = bytesOf(epoch.name);
    const QByteArray bound = boundTo(notebook, device, number, name);
    QByteArray out = signedfile::mark(kind) + name;
    out += sealStream(plain, epoch.key, bound);
    plain.clear();
    return out += signing.sign(bound + out);
}

bool signedBy(QByteArrayView bytes, const Id &notebook, const Member &writer, quint64 number) {
    if (bytes.size() < headBytes + signatureBytes)
        return false;
    const QByteArray bound = boundTo(notebook, writer.device, number, bytesOf(epochOf(bytes)));
    return signatureFits(bound + bytes.chopped(signatureBytes).toByteArray(), bytes.last(signatureBytes),
                         writer.signingKey);
}

Result<Snapshot> open(QByteArrayView bytes, const Id &notebook, const Member &writer, quint64 number,
                      const NotebookKeys &keys) {
    if (bytes.size() > limit || bytes.size() < headBytes + signatureBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("snapshot: length"));
    const EpochName name = epochOf(bytes);
    const QByteArray bound = boundTo(notebook, writer.device, number, bytesOf(name));
    const auto body = bytes.chopped(signatureBytes);
    if (!signedBy(bytes, notebook, writer, number))
        return failure(ErrorCode::Damaged, QStringLiteral("snapshot: signature"));
    if (const auto fits = signedfile::checkMark(bytes, kind); !fits)
        return passOn(fits);
    const EpochKey *epoch = keys.epoch(name);
    if (!epoch)
        return failure(ErrorCode::WrongKey, QStringLiteral("snapshot: of an epoch without a key"));
    auto plain = openStream(body.sliced(headBytes), epoch->key, bound);
    if (!plain)
        return passOn(plain);
    QCborMap map = cborMap(*plain);
    plain->clear();
    Snapshot snapshot;
    snapshot.seen = unpackVersions(map.value(0).toByteArray());
    const QCborArray positions = map.value(1).toArray();
    for (qsizetype i = 0; i + 2 < positions.size(); i += 3)
        snapshot.positions.push_back({idFromBytes(positions.at(i).toByteArray()),
                                      cborNumber(positions.at(i + 1)), positions.at(i + 2).toByteArray()});
    const QByteArray numbered = map.value(2).toByteArray();
    map = {};
    auto edits = bundle::decodeNumbered(numbered);
    if (!edits)
        return passOn(edits);
    snapshot.edits = std::move(*edits);
    return snapshot;
}

} // namespace snapshot

} // namespace inkstep
