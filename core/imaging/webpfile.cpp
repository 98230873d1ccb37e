#include "imaging/layout.h"

#include <QtEndian>

// The WebP file as RFC 9649 has it: a RIFF container with the picture's chunk and, in its extended form,
// others.
namespace inkstep {

namespace {

constexpr quint8 hasProfile = 0x20;
constexpr quint8 hasAlpha = 0x10;
constexpr quint8 hasExif = 0x08;

tl::unexpected<Error> notWebp(const char *detail) {
    return failure(ErrorCode::NotAPicture, QStringLiteral("WebP: ") + QLatin1StringView(detail));
}

QByteArray littleEndian32(quint32 value) {
    QByteArray raw(4, Qt::Uninitialized);
    qToLittleEndian(value, raw.data());
    return raw;
}

QByteArray chunk(const char *name, const QByteArray &body) {
    QByteArray out = QByteArray(name, 4) + littleEndian32(quint32(body.size())) + body;
    if (body.size() % 2)
        out.append('\0');
    return out;
}

// The size a lossy (RFC 6386, section 9.1) or lossless bitstream states; empty if it is neither.
QSize bitstreamSize(QByteArrayView name, QByteArrayView body, bool &alpha) {
    if (name == "VP8 " && body.size() >= 10 && body.sliced(3, 3) == QByteArrayView("\x9d\x01\x2a", 3))
        return {qFromLittleEndian<quint16>(body.data() + 6) & 0x3FFF,
                qFromLittleEndian<quint16>(body.data() + 8) & 0x3FFF};
    if (name == "VP8L" && body.size() >= 5 && body[0] == '\x2f') {
        const auto bits = qFromLittleEndian<quint32>(body.data() + 1);
        alpha = bits >> 28 & 1;
        return {int(bits & 0x3FFF) + 1, int(bits >> 14 & 0x3FFF) + 1};
    }
    return {};
}

} // namespace

Result<PictureLayout> webpLayout(const QByteArray &bytes) {
    PictureLayout layout;
    layout.format = PictureFormat::WebP;
    const qsizetype end = qsizetype(qFromLittleEndian<quint32>(bytes.constData() + 4)) + 8;
    if (end > bytes.size())
        return notWebp("cut short");
    for (qsizetype at = 12; at + 8 <= end;) {
        const QByteArrayView name(bytes.constData() + at, 4);
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at + 4);
        if (length > end - at - 8)
            return notWebp("cut short in a chunk");
        const QByteArrayView body(bytes.constData() + at + 8, length);
        const qsizetype next = at + 8 + length + length % 2;
        if (name == "ANIM" || name == "ANMF")
            return notWebp("animated");
        if (name == "EXIF") {
            layout.tags = readExif(body);
        } else if (name == "ICCP") {
            if (layout.pieces.empty())
                layout.pieces.push_back(chunk("ICCP", body.toByteArray()));
        } else if (name == "ALPH") {
            layout.alpha = true;
            layout.pieces.push_back(chunk("ALPH", body.toByteArray()));
        } else if (name == "VP8 " || name == "VP8L") {
            if (!layout.size.isEmpty())
                return notWebp("two pictures in one");
            bool alpha = false;
            layout.size = bitstreamSize(name, body, alpha);
            layout.alpha = layout.alpha || alpha;
            if (layout.size.isEmpty())
                return notWebp("a damaged picture");
            layout.pieces.push_back(chunk(name.data(), body.toByteArray()));
        }
        at = next;
    }
    if (layout.size.isEmpty())
        return notWebp("no pixels");
    return layout;
}

QByteArray webpFile(const PictureLayout &layout) {
    const bool profile = layout.pieces.front().startsWith("ICCP");
    const bool alphaChunk = layout.pieces[layout.pieces.size() - 1].startsWith("VP8 ") && layout.alpha;
    QByteArray body("WEBP");
    if (profile || alphaChunk || !layout.tags.isDefault()) {
        const quint8 flags = (profile ? hasProfile : 0) | (layout.alpha ? hasAlpha : 0) |
                             (layout.tags.isDefault() ? 0 : hasExif);
        QByteArray header(1, char(flags));
        header.append(3, '\0');
        header.append(littleEndian32(quint32(layout.size.width() - 1)).first(3));
        header.append(littleEndian32(quint32(layout.size.height() - 1)).first(3));
        body.append(chunk("VP8X", header));
    }
    for (const QByteArray &piece : layout.pieces)
        body.append(piece);
    if (!layout.tags.isDefault())
        body.append(chunk("EXIF", writeExif(layout.tags)));
    return "RIFF" + littleEndian32(quint32(body.size())) + body;
}

} // namespace inkstep
