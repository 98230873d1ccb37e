#include "sync/format/recoverykey.h"

namespace inkstep::recoverykey {

namespace {

constexpr qsizetype parameterBytes = 24;
constexpr qsizetype memberBytes = 16 + keyBytes;
constexpr qsizetype bodyBytes = 2 * keyBytes + parameterBytes + 2 * memberBytes;

QByteArray boundTo(const Id &notebook) {
    return QByteArray("inkstep recovery") + toBytes(notebook);
}

} // namespace

QByteArray write(const RecoveryKey &key, const Id &notebook, const SigningKey &words) {
    QByteArray body = key.box + key.signing + key.parameters.bytes();
    for (const Member &member : {key.founder, key.maker})
        body += toBytes(member.device) + member.signingKey;
    return body + words.sign(boundTo(notebook) + body);
}

Result<RecoveryKey> read(const QByteArray &bytes, const Id &notebook) {
    if (bytes.size() != bodyBytes + signatureBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("recovery key: length"));
    const QByteArray body = bytes.first(bodyBytes);
    RecoveryKey key;
    key.box = body.first(keyBytes);
    key.signing = body.sliced(keyBytes, keyBytes);
    if (!signatureFits(boundTo(notebook) + body, bytes.last(signatureBytes), key.signing))
        return failure(ErrorCode::Damaged, QStringLiteral("recovery key: signature"));
    key.parameters = RecoveryParameters::fromBytes(body.sliced(2 * keyBytes, parameterBytes));
    const auto member = [&](qsizetype at) {
        return Member{idFromBytes(body.sliced(at, 16)), body.sliced(at + 16, keyBytes)};
    };
    key.founder = member(2 * keyBytes + parameterBytes);
    key.maker = member(2 * keyBytes + parameterBytes + memberBytes);
    return key;
}

} // namespace inkstep::recoverykey
