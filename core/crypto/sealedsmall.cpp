#include "crypto/sealedsmall.h"

#include "crypto/rawbytes.h"
#include "crypto/sodiumready.h"

#include <sodium.h>

namespace inkstep {

namespace {

constexpr char smallMark[] = {'I', 'N', 'K', 'S', 's', 1, 0, 0};
constexpr qsizetype smallMarkBytes = sizeof smallMark;
constexpr qsizetype nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype smallTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

QByteArray boundTo(QByteArrayView context) {
    return QByteArray(smallMark, smallMarkBytes) + context.toByteArray();
}

} // namespace

QByteArray sealSmall(QByteArrayView plain, const QByteArray &key, Random &random, QByteArrayView context) {
    sodiumReady();
    Q_ASSERT(key.size() == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const QByteArray with = boundTo(context);
    QByteArray out = QByteArray(smallMark, smallMarkBytes) + random.bytes(nonceBytes);
    out.resize(smallMarkBytes + nonceBytes + plain.size() + smallTagBytes);
    auto *bytes = reinterpret_cast<unsigned char *>(out.data());
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + smallMarkBytes + nonceBytes, nullptr, raw(plain),
                                               static_cast<unsigned long long>(plain.size()), raw(with),
                                               static_cast<unsigned long long>(with.size()), nullptr,
                                               bytes + smallMarkBytes, raw(key));
    return out;
}

Result<QByteArray> openSmall(QByteArrayView sealed, const QByteArray &key, QByteArrayView context) {
    sodiumReady();
    if (key.size() != crypto_aead_xchacha20poly1305_ietf_KEYBYTES)
        return failure(ErrorCode::WrongKey, QStringLiteral("small seal: no key"));
    if (sealed.size() < smallMarkBytes + nonceBytes + smallTagBytes ||
        !sealed.startsWith(QByteArrayView(smallMark, smallMarkBytes)))
        return failure(ErrorCode::Damaged, QStringLiteral("small seal: mark"));
    const QByteArray with = boundTo(context);
    const auto body = sealed.sliced(smallMarkBytes + nonceBytes);
    QByteArray plain(body.size() - smallTagBytes, Qt::Uninitialized);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            reinterpret_cast<unsigned char *>(plain.data()), nullptr, nullptr, raw(body),
            static_cast<unsigned long long>(body.size()), raw(with),
            static_cast<unsigned long long>(with.size()), raw(sealed.sliced(smallMarkBytes)), raw(key)) != 0)
        return failure(ErrorCode::WrongKey, QStringLiteral("small seal: does not open"));
    return plain;
}

} // namespace inkstep
