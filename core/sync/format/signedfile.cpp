#include "sync/format/signedfile.h"

#include "base/cbor.h"

#include <QCborParserError>
#include <QCborValue>

namespace inkstep::signedfile {

QByteArray mark(char kind) {
    QByteArray out("INKS");
    out.append(kind);
    out.append(static_cast<char>(version));
    out.append(2, '\0');
    return out;
}

Status checkMark(QByteArrayView bytes, char kind) {
    if (bytes.size() < markBytes || !bytes.startsWith(QByteArrayView("INKS")) || bytes[4] != kind)
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: mark"));
    if (bytes[5] != version)
        return failure(ErrorCode::NewerVersion, QStringLiteral("sync file: version %1").arg(int(bytes[5])));
    return {};
}

QByteArray write(char kind, const QCborMap &map, const SigningKey &key) {
    QByteArray out = mark(kind) + map.toCborValue().toCbor();
    return out + key.sign(out);
}

Result<QCborMap> readUnverified(QByteArrayView bytes, char kind, qsizetype limit) {
    if (bytes.size() > limit)
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: too long"));
    if (const auto fits = checkMark(bytes, kind); !fits)
        return passOn(fits);
    if (bytes.size() < markBytes + signatureBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: cut"));
    QCborParserError problem;
    const QCborValue value =
        QCborValue::fromCbor(bytes.sliced(markBytes).chopped(signatureBytes).toByteArray(), &problem);
    if (problem.error != QCborError::NoError || !value.isMap())
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: %1").arg(problem.errorString()));
    return value.toMap();
}

Result<QCborMap> read(QByteArrayView bytes, char kind, QByteArrayView publicKey, qsizetype limit) {
    if (bytes.size() > limit || bytes.size() < markBytes + signatureBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: length"));
    // Before anything is parsed: whoever is not trusted does not reach the parser.
    if (!signatureFits(bytes.chopped(signatureBytes), bytes.last(signatureBytes), publicKey))
        return failure(ErrorCode::Damaged, QStringLiteral("sync file: signature"));
    return readUnverified(bytes, kind, limit);
}

QByteArray takeBytes(QCborMap &map, qint64 key) {
    return map.take(key).toByteArray();
}

Id takeId(QCborMap &map, qint64 key) {
    return idFromBytes(takeBytes(map, key));
}

quint64 takeNumber(QCborMap &map, qint64 key) {
    return cborNumber(map.take(key));
}

} // namespace inkstep::signedfile
