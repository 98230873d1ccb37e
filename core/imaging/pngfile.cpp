#include "imaging/layout.h"

#include <QtEndian>
#include <array>

// The PNG file as the W3C's PNG specification, third edition, has it: chunks with a length, a name and a
// checksum.
namespace inkstep {

namespace {

tl::unexpected<Error> notPng(const char *detail) {
    return failure(ErrorCode::NotAPicture, QStringLiteral("PNG: ") + QLatin1StringView(detail));
}

// Color and geometry; text, times, previews, animation and private chunks are not here.
bool isKept(QByteArrayView name) {
    static constexpr std::array kept{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                     "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP"};
    return std::any_of(kept.begin(), kept.end(),
                       [&](const char *one) { return name == QByteArrayView(one, 4); });
}

constexpr std::array<quint32, 256> crcOfByte = [] {
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < table.size(); ++byte) {
        quint32 sum = byte;
        for (int bit = 0; bit < 8; ++bit)
            sum = sum & 1 ? 0xEDB88320u ^ (sum >> 1) : sum >> 1;
        table[byte] = sum;
    }
    return table;
}();

// CRC-32 as in ISO 3309.
quint32 crc32(QByteArrayView bytes) {
    quint32 sum = 0xFFFFFFFFu;
    for (const char c : bytes)
        sum = crcOfByte[(sum ^ quint8(c)) & 0xFF] ^ (sum >> 8);
    return ~sum;
}

QByteArray bigEndian32(quint32 value) {
    QByteArray raw(4, Qt::Uninitialized);
    qToBigEndian(value, raw.data());
    return raw;
}

} // namespace

Result<PictureLayout> pngLayout(const QByteArray &bytes) {
    PictureLayout layout;
    layout.format = PictureFormat::Png;
    layout.pieces.push_back(viewOf(bytes, 0, 8));
    bool pixels = false;
    for (qsizetype at = 8;;) {
        if (at + 12 > bytes.size())
            return notPng("cut short before its end chunk");
        const qsizetype length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (length > bytes.size() - at - 12)
            return notPng("cut short in a chunk");
        const QByteArrayView name(bytes.constData() + at + 4, 4);
        const QByteArrayView body(bytes.constData() + at + 8, length);
        // Only of what the pixels need: a damaged remark does not cost the picture.
        if (isKept(name) && crc32(QByteArrayView(bytes.constData() + at + 4, length + 4)) !=
                                qFromBigEndian<quint32>(body.data() + length))
            return notPng("a checksum that does not fit");
        if (layout.size.isEmpty() != (name == "IHDR"))
            return notPng("its header is not where it belongs");
        if (name == "IHDR") {
            if (length != 13)
                return notPng("a damaged header");
            const auto width = qFromBigEndian<quint32>(body.data());
            const auto height = qFromBigEndian<quint32>(body.data() + 4);
            if (width == 0 || height == 0 || width > 0x7FFFFFFFu || height > 0x7FFFFFFFu)
                return notPng("a damaged header");
            layout.size = QSize(int(width), int(height));
        } else if (name == "eXIf") {
            layout.tags = readExif(body);
        } else if (name == "IDAT" && !pixels) {
            pixels = true;
            layout.tagsGoBefore = layout.pieces.size();
        }
        if (isKept(name))
            layout.pieces.push_back(viewOf(bytes, at, length + 12));
        else if (name[0] >= 'A' && name[0] <= 'Z')
            return notPng("a chunk nobody decodes");
        at += length + 12;
        if (name == "IEND")
            break;
    }
    if (!pixels)
        return notPng("no pixels");
    return layout;
}

QByteArray pngTagPiece(const ExifTags &tags) {
    const QByteArray block = writeExif(tags);
    const QByteArray summed = "eXIf" + block;
    return bigEndian32(quint32(block.size())) + summed + bigEndian32(crc32(summed));
}

} // namespace inkstep
