#include "imaging/layout.h"

#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("Picture", text);
}

Status checkBounds(const PictureLayout &layout) {
    const qint64 width = layout.size.width();
    const qint64 height = layout.size.height();
    if (width <= 0 || height <= 0)
        return failure(ErrorCode::NotAPicture, QStringLiteral("a side is 0 pixels long"));
    const qint64 most = layout.format == PictureFormat::Jpeg ? mostPixels : mostPixelsWhole;
    if (width > longestSide || height > longestSide || width * height > most)
        return failure(ErrorCode::TooLarge,
                       say("It is %1 by %2 pixels; at most %3 million pixels fit, %4 on a side.")
                           .arg(width)
                           .arg(height)
                           .arg(most / 1'000'000)
                           .arg(longestSide));
    return {};
}

Result<PictureLayout> takeApart(const QByteArray &bytes) {
    if (bytes.startsWith("\xff\xd8\xff"))
        return jpegLayout(bytes);
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return pngLayout(bytes);
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && QByteArrayView(bytes).sliced(8, 4) == "WEBP")
        return webpLayout(bytes);
    return failure(ErrorCode::NotAPicture, QStringLiteral("not JPEG, PNG or WebP"));
}

} // namespace

Result<PictureLayout> layoutOf(const QByteArray &bytes) {
    if (bytes.isEmpty())
        return failure(ErrorCode::NotAPicture, QStringLiteral("0 bytes"));
    if (bytes.size() > largestFile)
        return failure(ErrorCode::TooLarge, say("At most %1 MB fit.").arg(largestFile >> 20));
    auto layout = takeApart(bytes);
    if (!layout)
        return layout;
    if (const auto status = checkBounds(*layout); !status)
        return passOn(status);
    return layout;
}

bool carriesAll(const PictureLayout &layout, const QByteArray &bytes) {
    if (layout.format == PictureFormat::WebP || !layout.tags.isDefault()) // their headers are written anew
        return false;
    qsizetype at = 0;
    for (const QByteArray &piece : layout.pieces) {
        const bool inPlace = piece.constData() == bytes.constData() + at;
        if (!inPlace && QByteArrayView(bytes).sliced(at).first(std::min(piece.size(), bytes.size() - at)) !=
                            QByteArrayView(piece)) // a header written anew may come out the same
            return false;
        at += piece.size();
    }
    return at == bytes.size();
}

QByteArray assemble(const PictureLayout &layout) {
    if (layout.format == PictureFormat::WebP)
        return webpFile(layout);
    QByteArray tagPiece;
    if (!layout.tags.isDefault())
        tagPiece =
            layout.format == PictureFormat::Jpeg ? jpegTagPiece(layout.tags) : pngTagPiece(layout.tags);
    qsizetype size = tagPiece.size();
    for (const QByteArray &piece : layout.pieces)
        size += piece.size();
    QByteArray out;
    out.reserve(size);
    for (std::size_t i = 0; i < layout.pieces.size(); ++i) {
        if (i == layout.tagsGoBefore)
            out.append(tagPiece);
        out.append(layout.pieces[i]);
    }
    return out;
}

} // namespace inkstep
