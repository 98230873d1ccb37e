#include "ingest/convert/convert.h"

#include "imaging/imaging.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace inkstep {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("Convert", text);
}

Error unusable(const char *text) {
    return {ErrorCode::BadInput, say(text), {}};
}

// ISO/IEC 23008-12, 10: the brands of still pictures coded as HEVC; their sequences begin the same way.
bool isHeicBrand(QByteArrayView brand) {
    constexpr std::array brands{"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"};
    return std::any_of(brands.begin(), brands.end(), [&](const char *one) { return brand == one; });
}

// PNG, third edition, 11.3.6.1: an animation says so before its pixels. WebP: a bit of the extended header.
// GIF: the extension that says how often it is repeated.
bool moves(const QByteArray &file, FileKind kind) {
    if (file.startsWith("GIF8"))
        return file.contains("NETSCAPE2.0");
    if (kind == FileKind::Png) {
        const qsizetype pixels = file.indexOf("IDAT");
        const qsizetype control = file.indexOf("acTL");
        return control > 0 && control < pixels;
    }
    return kind == FileKind::WebP && file.size() > 20 && file.sliced(12, 4) == "VP8X" && (file.at(20) & 0x02);
}

// A sentence about what people hand over by mistake, by its first bytes; null for anything else.
const char *otherKind(const QByteArray &file) {
    const QByteArray start = file.first(std::min<qsizetype>(file.size(), 512));
    const QByteArray afterSize = start.sliced(std::min<qsizetype>(start.size(), 4)); // ISO/IEC 14496-12, 4.2
    const QByteArray text = start.trimmed().toLower();
    if (start.startsWith(QByteArrayView("II*\0", 4)) || start.startsWith(QByteArrayView("MM\0*", 4)))
        return "It is a TIFF. Save it as JPEG or PDF.";
    if (start.size() > 14 && start.startsWith("BM") && start.sliced(6, 4) == QByteArray(4, '\0'))
        return "It is a BMP. Save it as JPEG or PNG.";
    if (start.startsWith("GIF8"))
        return "It is a GIF. Save it as JPEG or PNG.";
    if (afterSize.startsWith("ftypavi"))
        return "It is an AVIF. Save it as JPEG or PNG.";
    if (afterSize.startsWith("ftyp") || start.startsWith("\x1a\x45\xdf\xa3"))
        return "It is a film or a recording. Photograph the page, or save one picture of it as JPEG.";
    if (text.startsWith("<!doctype html") || text.startsWith("<html"))
        return "It is a web page, not a picture. Open it, and save the picture in it.";
    if (text.contains("<svg"))
        return "It is an SVG drawing. Save it as PNG or PDF.";
    if (start.startsWith("PK\x03\x04") || start.startsWith("\xd0\xcf\x11\xe0"))
        return "It is a document or an archive, not a picture. Open it, and save what you want as PDF.";
    return nullptr;
}

QLatin1StringView nameOf(FileKind kind) {
    constexpr std::array names{"JPEG", "PNG", "WebP", "HEIC", "PDF", ""};
    return QLatin1StringView(names[std::size_t(kind)]);
}

// What it is, where that says more than that it is no picture.
Error explained(Error error, const QByteArray &file, FileKind kind) {
    if (error.code != ErrorCode::NotAPicture)
        return error;
    QString words;
    if (kind == FileKind::Unknown) {
        if (const char *other = otherKind(file))
            words = say(other);
    } else {
        words = say("It is a %1 that is damaged, cut short or of a rare kind. Copy it again from where it "
                    "came, or save it as %2.")
                    .arg(nameOf(kind), nameOf(kind == FileKind::Jpeg ? FileKind::Png : FileKind::Jpeg));
    }
    if (words.isEmpty())
        return error;
    qInfo("%s", qPrintable(error.detail));
    return {ErrorCode::BadInput, words, error.subject};
}

} // namespace

FileKind fileKind(QByteArrayView bytes) {
    if (bytes.startsWith("\xff\xd8\xff"))
        return FileKind::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return FileKind::Png;
    if (bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WEBP")
        return FileKind::WebP;
    if (bytes.size() >= 12 && bytes.sliced(4, 4) == "ftyp" && isHeicBrand(bytes.sliced(8, 4)))
        return FileKind::Heic;
    // PDF 2.0, 7.5.2, and every reader: the header may come late.
    constexpr qsizetype headerWithin = 1024;
    if (bytes.first(std::min(bytes.size(), headerWithin)).indexOf("%PDF-") >= 0)
        return FileKind::Pdf;
    return FileKind::Unknown;
}

QStringList fileEndings() {
    return {QStringLiteral("*.jpg"),  QStringLiteral("*.jpeg"), QStringLiteral("*.png"),
            QStringLiteral("*.webp"), QStringLiteral("*.heic"), QStringLiteral("*.heif"),
            QStringLiteral("*.pdf")};
}

Result<std::vector<QByteArray>> picturesIn(const QByteArray &file, const Conversion &how) {
    if (file.isEmpty())
        return tl::unexpected(
            unusable("It is empty: not a picture, 0 bytes. Copy it again from where it came."));
    if (file.size() > largestFile)
        return failure(ErrorCode::TooLarge, say("At most %1 MB fit.").arg(largestFile >> 20));
    if (how.cancelled && how.cancelled())
        return failure(ErrorCode::Cancelled);
    const FileKind kind = fileKind(file);
    if (kind == FileKind::Pdf)
        return picturesInPdf(file, how);
    if (moves(file, kind))
        return tl::unexpected(
            unusable("It moves, and a page of writing does not. Save one picture of it as JPEG or PNG."));
    QByteArray picture = file;
    if (kind == FileKind::Heic) {
        auto converted = pictureInHeic(file);
        if (!converted)
            return tl::unexpected(explained(converted.error(), file, kind));
        picture = std::move(*converted);
    } else if (const auto seen = decodeUpright(file, {64, 64}); !seen) {
        // Small, so that it costs little memory; damage anywhere shows all the same.
        return tl::unexpected(explained(seen.error(), file, kind));
    }
    if (how.progress)
        how.progress(1, 1);
    return std::vector<QByteArray>{std::move(picture)};
}

} // namespace inkstep
