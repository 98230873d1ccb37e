#include "crypto/sealedstream.h"

#include "crypto/rawbytes.h"
#include "crypto/sodiumready.h"

#include <algorithm>
#include <sodium.h>

namespace inkstep {

namespace {

constexpr qsizetype headerBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype streamTagBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype piece = 1 << 20;
static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == 32);

// The state holds the stream's key; it does not outlive the call.
struct StreamState {
    crypto_secretstream_xchacha20poly1305_state state;
    StreamState() { sodiumReady(); }
    ~StreamState() { sodium_memzero(&state, sizeof state); }
    StreamState(const StreamState &) = delete;
    StreamState &operator=(const StreamState &) = delete;
};

} // namespace

QByteArray sealStream(QByteArrayView plain, const Secret &key, QByteArrayView bound) {
    Q_ASSERT(key.size() == 32);
    StreamState stream;
    const qsizetype pieces = std::max<qsizetype>(1, (plain.size() + piece - 1) / piece);
    QByteArray out(headerBytes + plain.size() + pieces * streamTagBytes, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(out.data());
    crypto_secretstream_xchacha20poly1305_init_push(&stream.state, to, raw(QByteArrayView(key.bytes())));
    to += headerBytes;
    for (qsizetype i = 0; i < pieces; ++i) {
        const auto part = plain.sliced(i * piece, std::min(piece, plain.size() - i * piece));
        crypto_secretstream_xchacha20poly1305_push(
            &stream.state, to, nullptr, raw(part), length(part), raw(bound), length(bound),
            i + 1 == pieces ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        to += part.size() + streamTagBytes;
    }
    return out;
}

Result<QByteArray> openStream(QByteArrayView sealed, const Secret &key, QByteArrayView bound) {
    if (key.size() != 32)
        return failure(ErrorCode::WrongKey, QStringLiteral("sealed stream: no key"));
    if (sealed.size() < headerBytes + streamTagBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("sealed stream: cut"));
    StreamState stream;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream.state, raw(sealed),
                                                        raw(QByteArrayView(key.bytes()))) != 0)
        return failure(ErrorCode::Damaged, QStringLiteral("sealed stream: header"));
    const qsizetype body = sealed.size() - headerBytes;
    const qsizetype pieces = (body + piece + streamTagBytes - 1) / (piece + streamTagBytes);
    // The last piece as well must have room for its tag, or the pieces before it would not fit in `plain`.
    if (body - (pieces - 1) * (piece + streamTagBytes) < streamTagBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("sealed stream: cut"));
    QByteArray plain(body - pieces * streamTagBytes, Qt::Uninitialized);
    auto *to = reinterpret_cast<unsigned char *>(plain.data());
    for (qsizetype i = 0; i < pieces; ++i) {
        const qsizetype from = i * (piece + streamTagBytes);
        const auto part = sealed.sliced(headerBytes + from, std::min(piece + streamTagBytes, body - from));
        unsigned char tag = 0;
        if (crypto_secretstream_xchacha20poly1305_pull(&stream.state, to, nullptr, &tag, raw(part),
                                                       length(part), raw(bound), length(bound)) != 0)
            return failure(ErrorCode::WrongKey, QStringLiteral("sealed stream: does not open"));
        if ((i + 1 == pieces) != (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL))
            return failure(ErrorCode::Damaged, QStringLiteral("sealed stream: cut between pieces"));
        to += part.size() - streamTagBytes;
    }
    return plain;
}

} // namespace inkstep
