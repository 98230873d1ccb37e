#include "model/sheet.h"

#include <QStringList>
#include <cmath>

namespace inkstep {

namespace {

constexpr double finest = 1e5;
constexpr double farthest = 1; // beyond the picture, in pictures
constexpr QLatin1StringView pageWord("page");
constexpr QLatin1StringView clearWord("clear");

} // namespace

QString sheetText(const SheetCorners &corners) {
    QStringList numbers;
    for (const QPointF &corner : corners) {
        for (const double n : {corner.x(), corner.y()})
            numbers << QString::number(std::round(n * finest) / finest + 0.0, 'g', 7);
    }
    return numbers.join(QLatin1Char(','));
}

std::optional<SheetCorners> sheetFrom(const QString &text) {
    const QStringList numbers = text.split(QLatin1Char(','));
    if (numbers.size() != 8)
        return std::nullopt;
    SheetCorners corners;
    for (qsizetype i = 0; i < 8; ++i) {
        bool understood = false;
        const double n = numbers.at(i).toDouble(&understood);
        if (!understood || !(n >= -farthest && n <= 1 + farthest))
            return std::nullopt;
        QPointF &corner = corners[static_cast<std::size_t>(i / 2)];
        (i % 2 == 0 ? corner.rx() : corner.ry()) = n;
    }
    return corners;
}

SheetCorners wholePicture() {
    return {QPointF(0, 0), {1, 0}, {1, 1}, {0, 1}};
}

QString viewOf(PageLook look, const QString &sheet, const QString &foundSheet) {
    const QString &counts = sheet.isEmpty() ? foundSheet : sheet;
    if (look == PageLook::AsShot || (look == PageLook::ByItself && counts.isEmpty()))
        return {};
    return (look == PageLook::Clear ? clearWord : pageWord) + QLatin1Char(',') +
           (counts.isEmpty() ? sheetText(wholePicture()) : counts);
}

std::optional<FlatView> flatViewFrom(const QString &view) {
    const qsizetype comma = view.indexOf(QLatin1Char(','));
    const QStringView word = QStringView(view).first(std::max<qsizetype>(0, comma));
    const auto corners = sheetFrom(view.sliced(comma + 1));
    if (!corners || (word != pageWord && word != clearWord))
        return std::nullopt;
    return FlatView{*corners, word == clearWord};
}

} // namespace inkstep
