#include "crypto/sealedsmall.h"

#include "crypto/sodiumready.h"

#include <sodium.h>

namespace inkstep {

namespace {

constexpr char mark[] = {'I', 'N', 'K', 'S', 's', 1, 0, 0};
constexpr qsizetype markBytes = sizeof mark;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype extra = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char *raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

QByteArray boundTo(QByteArrayView context) {
    return QByteArray(mark, markBytes) + context.toByteArray();
}

} // namespace

QByteArray sealSmall(QByteArrayView plain, const QByteArray &key, Random &random, QByteArrayView context) {
    sodiumReady();
    Q_ASSERT(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const QByteArray with = boundTo(context);
    QByteArray out = QByteArray(mark, markBytes) + random.bytes(nonceBytes);
    out.resize(markBytes + nonceBytes + plain.size() + extra);
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytes + markBytes + nonceBytes, nullptr, raw(plain), static_cast<unsigned long long>(plain.size()),
        raw(with), static_cast<unsigned long long>(with.size()), nullptr, bytes + markBytes, raw(key));
    return out;
}

Result<QByteArray> openSmall(QByteArrayView sealed, const QByteArray &key, QByteArrayView context) {
    sodiumReady();
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return failure(ErrorCode::WrongKey, QStringLiteral("small seal: no key"));
    if (sealed.size() < markBytes + nonceBytes + extra || !sealed.startsWith(QByteArrayView(mark, markBytes)))
        return failure(ErrorCode::Damaged, QStringLiteral("small seal: mark"));
    const QByteArray with = boundTo(context);
    const auto body = sealed.sliced(markBytes + nonceBytes);
    QByteArray plain(body.size() - extra, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, raw(body),
            static_cast<unsigned long long>(body.size()), raw(with),
            static_cast<unsigned long long>(with.size()), raw(sealed.sliced(markBytes)), raw(key)) != 0)
        return failure(ErrorCode::WrongKey, QStringLiteral("small seal: does not open"));
    return plain;
}

} // namespace inkstep
