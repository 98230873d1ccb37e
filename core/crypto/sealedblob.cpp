#include "crypto/sealedblob.h"

#include "crypto/rawbytes.h"
#include "crypto/sodiumready.h"

#include <algorithm>
#include <atomic>
#include <sodium.h>
#include <thread>

namespace inkstep {

namespace {

constexpr qsizetype blobMarkBytes = 8;
constexpr qsizetype streamHeaderBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype headBytes = blobMarkBytes + streamHeaderBytes;
constexpr qsizetype pieceTagBytes = crypto_secretstream_xchacha20poly1305_ABYTES;

QByteArray blobMark() {
    QByteArray out("INKSb");
    out.append(static_cast<char>(sealedblob::version));
    out.append(static_cast<char>(sealedblob::pieceBits));
    out.append('\0');
    return out;
}

// Number of plain bytes in a sealed file of this size with this piece size; -1 where no file has that size.
qint64 plainSize(qint64 sealed, qint64 piece) {
    const qint64 body = sealed - headBytes;
    const qint64 whole = body / (piece + pieceTagBytes);
    const qint64 rest = body % (piece + pieceTagBytes);
    if (rest == 0)
        return whole > 0 ? whole * piece : -1;
    return rest >= pieceTagBytes ? whole * piece + rest - pieceTagBytes : -1;
}

// The pieces, opened one after the other into one buffer.
Result<QByteArray> openPieces(QByteArrayView sealed, const QByteArray &key, qint64 size, qint64 piece) {
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed.sliced(blobMarkBytes)),
                                                        raw(key)) != 0)
        return failure(ErrorCode::Damaged, QStringLiteral("sealed file: header"));
    QByteArray plain(size, Qt::Uninitialized);
    qint64 from = headBytes;
    qint64 to = 0;
    unsigned char tag = 0;
    while (from < sealed.size()) {
        const qint64 length = std::min<qint64>(piece + pieceTagBytes, sealed.size() - from);
        const bool first = to == 0 && from == headBytes;
        const auto before = first ? sealed.first(blobMarkBytes) : QByteArrayView();
        if (crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain) + to, nullptr, &tag,
                                                       raw(sealed) + from,
                                                       static_cast<unsigned long long>(length), raw(before),
                                                       static_cast<unsigned long long>(before.size())) != 0)
            return failure(first ? ErrorCode::WrongKey : ErrorCode::Damaged,
                           QStringLiteral("sealed file: a piece does not open"));
        from += length;
        to += length - pieceTagBytes;
        const bool last = from == sealed.size();
        if (last != (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL))
            return failure(ErrorCode::Damaged, QStringLiteral("sealed file: cut between pieces"));
    }
    return plain;
}

// Hashes a buffer on a thread of its own while it is being filled, or at the end where that would not pay.
class HashBeside {
public:
    HashBeside(QByteArrayView buffer, bool threaded) : m_buffer(buffer) {
        if (threaded)
            m_thread = std::thread([this] { follow(); });
    }
    ~HashBeside() { end(); }
    HashBeside(const HashBeside &) = delete;
    HashBeside &operator=(const HashBeside &) = delete;

    // This many bytes of the buffer stay as they are.
    void filled(qsizetype upTo) {
        m_filled = upTo;
        m_filled.notify_one();
    }
    // Of the whole buffer, once it is filled.
    QByteArray result() {
        end();
        m_hasher.add(m_buffer.sliced(m_hashed));
        return m_hasher.result();
    }

private:
    static constexpr qsizetype ended = -1;

    void follow() {
        while (m_hashed < m_buffer.size()) {
            m_filled.wait(m_hashed);
            const qsizetype upTo = m_filled;
            if (upTo == ended)
                return;
            m_hasher.add(m_buffer.sliced(m_hashed, upTo - m_hashed));
            m_hashed = upTo;
        }
    }
    // The thread ends by itself at the end of the buffer; before that when nothing more is to come.
    void end() {
        if (!m_thread.joinable())
            return;
        if (m_filled < m_buffer.size())
            filled(ended);
        m_thread.join();
    }

    QByteArrayView m_buffer;
    Hasher m_hasher;
    qsizetype m_hashed = 0; // the thread's, while it runs
    std::atomic<qsizetype> m_filled = 0;
    std::thread m_thread;
};

} // namespace

qint64 sealedSize(qint64 plainSize) {
    const qint64 piece = 1ll << sealedblob::pieceBits;
    const qint64 pieces = std::max<qint64>(1, (plainSize + piece - 1) / piece);
    return headBytes + plainSize + pieces * pieceTagBytes;
}

Result<BlobRef> sealBlob(QByteArrayView plain, Random &random, const Keep &keep) {
    sodiumReady();
    BlobRef ref;
    ref.key = random.bytes(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    ref.size = plain.size();

    const qint64 piece = 1ll << sealedblob::pieceBits;
    QByteArray sealed(sealedSize(plain.size()), Qt::Uninitialized);
    HashBeside hash(sealed, plain.size() > 4 * piece);
    const QByteArray start = blobMark();
    std::copy(start.begin(), start.end(), sealed.begin());
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, raw(sealed) + blobMarkBytes, raw(ref.key));

    qint64 from = 0;
    qint64 to = headBytes;
    do {
        const qint64 length = std::min<qint64>(piece, plain.size() - from);
        const bool last = from + length == plain.size();
        const auto before = from == 0 ? QByteArrayView(start) : QByteArrayView();
        crypto_secretstream_xchacha20poly1305_push(
            &state, raw(sealed) + to, nullptr, raw(plain) + from, static_cast<unsigned long long>(length),
            raw(before), static_cast<unsigned long long>(before.size()),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        from += length;
        to += length + pieceTagBytes;
        hash.filled(to);
    } while (from < plain.size());
    sodium_memzero(&state, sizeof state);
    if (const auto kept = keep(sealed); !kept)
        return passOn(kept);
    ref.name = hash.result();
    return ref;
}

Result<QByteArray> openBlob(QByteArrayView sealed, const BlobRef &ref) {
    sodiumReady();
    const auto damaged = [](const QString &what) {
        return failure(ErrorCode::Damaged, QStringLiteral("sealed file: ") + what);
    };
    if (ref.key.size() != static_cast<qsizetype>(crypto_secretstream_xchacha20poly1305_KEYBYTES))
        return failure(ErrorCode::WrongKey, QStringLiteral("sealed file: no key"));
    if (blobHash(sealed) != ref.name)
        return damaged(QStringLiteral("hash"));
    if (sealed.size() < headBytes + pieceTagBytes || !sealed.startsWith(QByteArrayView("INKSb")))
        return damaged(QStringLiteral("mark"));
    if (sealed[5] != sealedblob::version || sealed[7] != 0)
        return failure(ErrorCode::NewerVersion, QStringLiteral("sealed file: version"));
    const int bits = sealed[6];
    if (bits < sealedblob::minPieceBits || bits > sealedblob::maxPieceBits)
        return damaged(QStringLiteral("piece size"));
    const qint64 size = plainSize(sealed.size(), 1ll << bits);
    if (size < 0 || size != ref.size)
        return damaged(QStringLiteral("size"));
    return openPieces(sealed, ref.key, size, 1ll << bits);
}

} // namespace inkstep
