#include "report/slipsheets.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace inkstep {

namespace {

constexpr double pointsPerInch = 72;
constexpr int fileDots = 1200; // an inch; only rounds positions, everything in the file is drawn lines
const QColor cut(0x9A, 0xA3, 0xAB);

} // namespace

QSizeF paperSize(Paper paper) {
    return QPageSize::size(paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter, QPageSize::Millimeter) *
           (pointsPerInch / 25.4);
}

Paper usualPaper(const QLocale &locale) {
    // CLDR, supplemental/measurementData: paperSize type="US-Letter".
    static constexpr QLocale::Territory letter[] = {
        QLocale::Belize,       QLocale::Canada,      QLocale::Chile,      QLocale::Colombia,
        QLocale::CostaRica,    QLocale::Guatemala,   QLocale::Mexico,     QLocale::Nicaragua,
        QLocale::Panama,       QLocale::Philippines, QLocale::PuertoRico, QLocale::ElSalvador,
        QLocale::UnitedStates, QLocale::Venezuela};
    if (locale.language() == QLocale::C)
        return Paper::A4;
    return std::find(std::begin(letter), std::end(letter), locale.territory()) != std::end(letter)
               ? Paper::Letter
               : Paper::A4;
}

Paper nearestPaper(const QSizeF &millimeters) {
    const auto away = [&](Paper paper) {
        const QSizeF size = paperSize(paper) * (25.4 / pointsPerInch);
        const QSizeF upright(std::min(millimeters.width(), millimeters.height()),
                             std::max(millimeters.width(), millimeters.height()));
        return std::abs(size.width() - upright.width()) + std::abs(size.height() - upright.height());
    };
    return away(Paper::Letter) < away(Paper::A4) ? Paper::Letter : Paper::A4;
}

SlipSheets::SlipSheets(const std::vector<Slip> &slips, Paper paper) : m_paper(paper) {
    for (const Slip &slip : slips) {
        for (SlipLayout &layout : layOut(slip, cell()))
            m_slips.push_back(std::move(layout));
    }
}

int SlipSheets::count() const {
    return (static_cast<int>(m_slips.size()) + perSheet - 1) / perSheet;
}

void SlipSheets::paint(QPainter &painter, int sheet) const {
    const auto first = static_cast<std::size_t>(sheet) * perSheet;
    const std::size_t end = std::min(m_slips.size(), first + perSheet);
    if (sheet < 0 || first >= end)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(cut, 0.6);
    pen.setDashPattern({6, 5});
    painter.setPen(pen);
    for (int column = 1; column < across; ++column)
        painter.drawLine(QPointF(column * cell().width(), 0),
                         QPointF(column * cell().width(), size().height()));
    for (int row = 1; row < down; ++row)
        painter.drawLine(QPointF(0, row * cell().height()), QPointF(size().width(), row * cell().height()));
    for (std::size_t i = first; i < end; ++i) {
        const int place = static_cast<int>(i - first);
        painter.save();
        painter.translate((place % across) * cell().width(), (place / across) * cell().height());
        m_slips[i].paint(painter);
        painter.restore();
    }
    painter.restore();
}

Result<QByteArray> SlipSheets::pdf(const QString &title) const {
    if (m_slips.empty())
        return failure(ErrorCode::BadInput, QStringLiteral("no slips"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Failed, buffer.errorString());
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(m_paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter));
        writer.setPageMargins(QMarginsF());
        writer.setResolution(fileDots);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Inkstep"));
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorCode::Failed, QStringLiteral("the PDF could not be begun"));
        painter.scale(fileDots / pointsPerInch, fileDots / pointsPerInch);
        for (int sheet = 0; sheet < count(); ++sheet) {
            if (sheet > 0 && !writer.newPage())
                return failure(ErrorCode::Failed, QStringLiteral("a page could not be begun"));
            paint(painter, sheet);
        }
        if (!painter.end())
            return failure(ErrorCode::Failed, QStringLiteral("the PDF could not be ended"));
    }
    return bytes;
}

} // namespace inkstep
