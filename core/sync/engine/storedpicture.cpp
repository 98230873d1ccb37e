#include "sync/engine/storedpicture.h"

namespace inkstep::storedpicture {

namespace {

constexpr qint64 longest = 512ll << 20;

Result<QByteArray> readPieces(Remote &store, const Id &device, const QByteArray &name) {
    const QString whole = syncnames::blob(device, name);
    const auto slash = whole.lastIndexOf(QLatin1Char('/'));
    const auto entries = store.list(whole.first(slash));
    if (!entries)
        return passOn(entries);
    int count = 0;
    for (const RemoteEntry &entry : *entries) {
        if (const auto piece = syncnames::parsePieceFile(entry.name); piece && piece->name == name)
            count = std::max(count, piece->count);
    }
    QByteArray all;
    for (int number = 1; number <= count; ++number) {
        const auto piece = store.read(syncnames::blobPiece(device, name, number, count),
                                      std::min(pieceBytes, longest - all.size()));
        if (!piece)
            return passOn(piece);
        all += *piece;
    }
    if (count == 0)
        return failure(ErrorCode::NotFound, QStringLiteral("no piece of it"), whole);
    return all;
}

} // namespace

Status write(Remote &store, const Id &device, const QByteArray &name, QByteArrayView sealed) {
    if (sealed.size() <= pieceBytes)
        return store.write(syncnames::blob(device, name), sealed);
    const int count = static_cast<int>((sealed.size() + pieceBytes - 1) / pieceBytes);
    for (int number = 1; number <= count; ++number) {
        const auto from = (number - 1) * pieceBytes;
        const auto piece = sealed.sliced(from, std::min<qint64>(pieceBytes, sealed.size() - from));
        const QString path = syncnames::blobPiece(device, name, number, count);
        const auto there = store.has(path, piece.size());
        if (!there)
            return passOn(there);
        if (*there)
            continue;
        if (const auto put = store.write(path, piece); !put)
            return put;
    }
    return {};
}

Result<QByteArray> read(Remote &store, const Id &device, const QByteArray &name, qint64 size) {
    const QString whole = syncnames::blob(device, name);
    const bool likelyWhole = size <= pieceBytes;
    auto bytes = likelyWhole ? store.read(whole, longest) : readPieces(store, device, name);
    // Written by an Inkstep that cuts otherwise.
    if (!bytes && bytes.error().code == ErrorCode::NotFound && size > pieceBytes / 2)
        bytes = likelyWhole ? readPieces(store, device, name) : store.read(whole, longest);
    return bytes;
}

Status remove(Remote &store, const Id &device, const QByteArray &name) {
    const QString whole = syncnames::blob(device, name);
    const auto slash = whole.lastIndexOf(QLatin1Char('/'));
    const auto entries = store.list(whole.first(slash));
    if (!entries)
        return entries.error().code == ErrorCode::NotFound ? Status() : passOn(entries);
    for (const RemoteEntry &entry : *entries) {
        if (entry.folder || !entry.name.startsWith(whole.sliced(slash + 1)))
            continue;
        if (const auto gone = store.remove(whole.first(slash + 1) + entry.name); !gone)
            return gone;
    }
    return {};
}

} // namespace inkstep::storedpicture
