#pragma once

#include "base/error.h"
#include "report/slip.h"

#include <QByteArray>
#include <QLocale>

namespace inkstep {

enum class Paper { A4, Letter };

// Upright, in points.
QSizeF paperSize(Paper paper);
// What printers hold where this locale is spoken: Letter where Unicode's CLDR says so, else A4.
Paper usualPaper(const QLocale &locale);
// The one nearest to a size in millimeters, either way up.
Paper nearestPaper(const QSizeF &millimeters);

// Slips on sheets, eight each, with lines to cut along.
class SlipSheets {
public:
    static constexpr int across = 2;
    static constexpr int down = 4;
    static constexpr int perSheet = across * down;

    SlipSheets(const std::vector<Slip> &slips, Paper paper);

    Paper paper() const { return m_paper; }
    QSizeF size() const { return paperSize(m_paper); }
    QSizeF cell() const { return {size().width() / across, size().height() / down}; }
    int count() const; // of sheets
    const std::vector<SlipLayout> &slips() const { return m_slips; }
    // One sheet, from 0, in points from its top left corner. The ground is the caller's.
    void paint(QPainter &painter, int sheet) const;
    // Every sheet. `title` is what a reader shows in its window; no child's name belongs there.
    Result<QByteArray> pdf(const QString &title) const;

private:
    Paper m_paper;
    std::vector<SlipLayout> m_slips;
};

} // namespace inkstep
