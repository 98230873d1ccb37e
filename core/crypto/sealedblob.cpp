#include "crypto/sealedblob.h"

#include "crypto/sodiumready.h"

#include <algorithm>
#include <array>
#include <semaphore>
#include <sodium.h>
#include <thread>
#include <vector>

namespace inkstep {

namespace {

constexpr qsizetype markBytes = 8;
constexpr qsizetype streamHeaderBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr qsizetype headBytes = markBytes + streamHeaderBytes;
constexpr qsizetype extra = crypto_secretstream_xchacha20poly1305_ABYTES;

QByteArray mark() {
    QByteArray out("INKSb");
    out.append(static_cast<char>(sealedblob::version));
    out.append(static_cast<char>(sealedblob::pieceBits));
    out.append('\0');
    return out;
}

unsigned char *raw(QByteArray &bytes) {
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(QByteArrayView bytes) {
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

// Number of plain bytes in a sealed file of this size with this piece size; -1 where no file has that size.
qint64 plainSize(qint64 sealed, qint64 piece) {
    const qint64 body = sealed - headBytes;
    const qint64 whole = body / (piece + extra);
    const qint64 rest = body % (piece + extra);
    if (rest == 0)
        return whole > 0 ? whole * piece : -1;
    return rest >= extra ? whole * piece + rest - extra : -1;
}

// The pieces, opened one after the other into one buffer.
Result<QByteArray> openPieces(QByteArrayView sealed, const QByteArray &key, qint64 size, qint64 piece) {
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(sealed.sliced(markBytes)), raw(key)) != 0)
        return failure(ErrorCode::Damaged, QStringLiteral("sealed file: header"));
    QByteArray plain(size, Qt::Uninitialized);
    qint64 from = headBytes;
    qint64 to = 0;
    unsigned char tag = 0;
    while (from < sealed.size()) {
        const qint64 length = std::min<qint64>(piece + extra, sealed.size() - from);
        const bool first = to == 0 && from == headBytes;
        const auto before = first ? sealed.first(markBytes) : QByteArrayView();
        if (crypto_secretstream_xchacha20poly1305_pull(&state, raw(plain) + to, nullptr, &tag,
                                                       raw(sealed) + from,
                                                       static_cast<unsigned long long>(length), raw(before),
                                                       static_cast<unsigned long long>(before.size())) != 0)
            return failure(first ? ErrorCode::WrongKey : ErrorCode::Damaged,
                           QStringLiteral("sealed file: a piece does not open"));
        from += length;
        to += length - extra;
        const bool last = from == sealed.size();
        if (last != (tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL))
            return failure(ErrorCode::Damaged, QStringLiteral("sealed file: cut between pieces"));
    }
    return plain;
}

// A ring of buffers whose contents are hashed in order on a thread of their own, or at once where that would
// not pay.
class HashBeside {
public:
    HashBeside(qint64 room, bool threaded) {
        for (std::size_t i = 0; i < (threaded ? ring : 1); ++i)
            m_rooms.emplace_back(room, Qt::Uninitialized);
        if (threaded)
            m_thread = std::thread([this] { loop(); });
    }
    ~HashBeside() { end(); }
    HashBeside(const HashBeside &) = delete;
    HashBeside &operator=(const HashBeside &) = delete;

    // The next buffer to fill; waits until it has been hashed.
    QByteArray &room() {
        if (m_thread.joinable())
            m_empty.acquire();
        return m_rooms[m_next % m_rooms.size()];
    }
    // `filled` is the start of the buffer handed out last. It stays as it is until the ring comes round.
    void add(QByteArrayView filled) {
        if (!m_thread.joinable())
            return m_hasher.add(filled);
        m_filled[m_next++ % ring] = filled;
        m_full.release();
    }
    QByteArray result() {
        end();
        return m_hasher.result();
    }

private:
    static constexpr std::size_t ring = 8;

    void loop() {
        for (std::size_t at = 0;; ++at) {
            m_full.acquire();
            const QByteArrayView filled = m_filled[at % ring];
            if (filled.isNull())
                return;
            m_hasher.add(filled);
            m_empty.release();
        }
    }
    void end() {
        if (!m_thread.joinable())
            return;
        m_empty.acquire();
        m_filled[m_next++ % ring] = QByteArrayView();
        m_full.release();
        m_thread.join();
    }

    Hasher m_hasher;
    std::vector<QByteArray> m_rooms;
    std::array<QByteArrayView, ring> m_filled;
    std::size_t m_next = 0;
    std::counting_semaphore<ring> m_empty{ring};
    std::counting_semaphore<ring> m_full{0};
    std::thread m_thread;
};

} // namespace

qint64 sealedSize(qint64 plainSize) {
    const qint64 piece = 1ll << sealedblob::pieceBits;
    const qint64 pieces = std::max<qint64>(1, (plainSize + piece - 1) / piece);
    return headBytes + plainSize + pieces * extra;
}

Result<BlobRef> sealBlob(QByteArrayView plain, Random &random, const Sink &sink) {
    sodiumReady();
    BlobRef ref;
    ref.key = random.bytes(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    ref.size = plain.size();

    const qint64 piece = 1ll << sealedblob::pieceBits;
    HashBeside hash(headBytes + std::min<qint64>(piece, plain.size()) + extra, plain.size() > 4 * piece);
    const QByteArray start = mark();
    std::array<unsigned char, streamHeaderBytes> streamHeader;
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, streamHeader.data(), raw(ref.key));

    qint64 from = 0;
    do {
        QByteArray &out = hash.room();
        qint64 filled = 0;
        if (from == 0) { // the head goes out together with the first piece
            std::copy(start.begin(), start.end(), out.begin());
            std::copy(streamHeader.begin(), streamHeader.end(), out.begin() + markBytes);
            filled = headBytes;
        }
        const qint64 length = std::min<qint64>(piece, plain.size() - from);
        const bool last = from + length == plain.size();
        const auto before = from == 0 ? QByteArrayView(start) : QByteArrayView();
        crypto_secretstream_xchacha20poly1305_push(
            &state, raw(out) + filled, nullptr, raw(plain) + from, static_cast<unsigned long long>(length),
            raw(before), static_cast<unsigned long long>(before.size()),
            last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        const auto ready = QByteArrayView(out).first(filled + length + extra);
        hash.add(ready);
        if (const auto taken = sink(ready); !taken) {
            sodium_memzero(&state, sizeof state);
            return passOn(taken);
        }
        from += length;
    } while (from < plain.size());
    sodium_memzero(&state, sizeof state);
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
    if (sealed.size() < headBytes + extra || !sealed.startsWith(QByteArrayView("INKSb")))
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
