#include "ingest/convert/convert.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <QPdfDocument>

namespace inkstep {

namespace {

constexpr int pdfQuality = 90;
constexpr double pointsPerInch = 72;

QString sentence(const char *text) {
    return QCoreApplication::translate("Convert", text);
}

QSize pixelsFor(QSizeF points) {
    QSizeF pixels = points * (pdfDotsPerInch / pointsPerInch);
    // A page smaller than a card is often one whose program measured in something else than inches.
    const double longer = std::max({pixels.width(), pixels.height(), 1.0});
    pixels *= std::clamp(longer, double(leastPdfSide), double(longestPdfSide)) / longer;
    return pixels.toSize();
}

Result<QByteArray> drawn(QPdfDocument &document, int page) {
    const QSize size = pixelsFor(document.pagePointSize(page));
    if (size.isEmpty() && document.pagePointSize(page).isValid())
        return failure(ErrorCode::BadInput,
                       sentence("Page %1 of it is a line, too narrow for writing. Save the other pages as a "
                                "file of their own.")
                           .arg(page + 1));
    const QImage writing = size.isEmpty() ? QImage() : document.render(page, size);
    if (writing.isNull())
        return failure(ErrorCode::BadInput,
                       sentence("Page %1 of it is damaged. Scan or save it again.").arg(page + 1));
    QImage paper(size, QImage::Format_RGB32);
    if (paper.isNull())
        return failure(ErrorCode::TooLarge, QStringLiteral("not enough memory for a page"));
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, writing);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(pdfQuality);
    if (!writer.write(paper))
        return failure(ErrorCode::Failed, writer.errorString());
    return buffer.data();
}

} // namespace

Result<std::vector<QByteArray>> picturesInPdf(const QByteArray &file, const Conversion &how) {
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document(nullptr);
    document.load(&buffer);
    switch (document.error()) {
    case QPdfDocument::Error::None:
        break;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return failure(ErrorCode::BadInput,
                       sentence("It is a PDF locked with a password. Save a copy of it without one."));
    default:
        return failure(ErrorCode::BadInput,
                       sentence("It is a PDF that is damaged or was cut short. Scan or save it again."));
    }
    const int pages = document.pageCount();
    if (pages <= 0)
        return failure(ErrorCode::BadInput, sentence("It is a PDF without pages."));
    if (pages > mostPdfPages)
        return failure(ErrorCode::TooLarge,
                       sentence("It is a PDF of %1 pages, and at most %2 come in at once. Save "
                                "the pages you want as a file of their own.")
                           .arg(pages)
                           .arg(mostPdfPages));
    std::vector<QByteArray> pictures;
    for (int page = 0; page < pages; ++page) {
        if (how.cancelled && how.cancelled())
            return failure(ErrorCode::Cancelled);
        auto picture = drawn(document, page);
        if (!picture)
            return passOn(picture);
        pictures.push_back(std::move(*picture));
        if (how.progress)
            how.progress(page + 1, pages);
    }
    return pictures;
}

} // namespace inkstep
