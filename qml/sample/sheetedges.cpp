#include "sheetedges.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr double rim = 0.08;          // of the photograph, around a sheet nobody has marked yet
constexpr double leastCorner = 0.004; // of the photograph's area, twice a corner's triangle: less is a sliver
constexpr int steps = 16;             // of halving: finer than a pixel

bool isSheet(const SheetCorners &corners) {
    for (std::size_t i = 0; i < 4; ++i) {
        const QPointF in = corners[(i + 1) % 4] - corners[i];
        const QPointF out = corners[(i + 2) % 4] - corners[(i + 1) % 4];
        if (in.x() * out.y() - in.y() * out.x() < leastCorner)
            return false;
    }
    return true;
}

QPointF within(QPointF p) {
    return {std::clamp(p.x(), 0.0, 1.0), std::clamp(p.y(), 0.0, 1.0)};
}

} // namespace

void SheetEdges::setTurns(int turns) {
    if (m_turns == turns)
        return;
    m_turns = turns;
    emit changed();
}

void SheetEdges::setSize(QSizeF size) {
    if (m_size == size || size.isEmpty())
        return;
    m_size = size;
    emit changed();
}

QList<QPointF> SheetEdges::corners() const {
    const PageView view(m_turns);
    QList<QPointF> seen;
    for (int i = 0; i < 4; ++i)
        seen << view.toView(m_corners[kept(i)]);
    return seen;
}

QList<QPointF> SheetEdges::middles() const {
    const QList<QPointF> at = corners();
    QList<QPointF> middles;
    for (int i = 0; i < 4; ++i)
        middles << (at[i] + at[(i + 1) % 4]) / 2;
    return middles;
}

void SheetEdges::begin(const QString &sheet) {
    const auto corners = sheetFrom(sheet);
    m_corners = corners && isSheet(*corners)
                    ? *corners
                    : Corners{QPointF(rim, rim), {1 - rim, rim}, {1 - rim, 1 - rim}, {rim, 1 - rim}};
    emit changed();
}

void SheetEdges::takeWhole() {
    m_corners = wholePicture();
    emit changed();
}

void SheetEdges::moveCorner(int corner, QPointF to) {
    Corners target = m_corners;
    target[kept(corner)] = PageView(m_turns).fromView(within(to));
    goTowards(target);
}

void SheetEdges::moveSide(int side, QPointF to) {
    const QList<QPointF> at = corners();
    const QPointF from = at[side % 4];
    const QPointF end = at[(side + 1) % 4];
    const auto real = [this](QPointF p) { return QPointF(p.x() * m_size.width(), p.y() * m_size.height()); };
    const QPointF along = real(end - from);
    const QPointF across(-along.y(), along.x());
    const double length = QPointF::dotProduct(across, across);
    if (length <= 0)
        return;
    const QPointF by = across * (QPointF::dotProduct(real(to - (from + end) / 2), across) / length);
    const QPointF step(by.x() / m_size.width(), by.y() / m_size.height());
    const PageView view(m_turns);
    Corners target = m_corners;
    target[kept(side)] = view.fromView(within(from + step));
    target[kept(side + 1)] = view.fromView(within(end + step));
    goTowards(target);
}

void SheetEdges::goTowards(const Corners &target) {
    const Corners start = m_corners;
    const auto at = [&](double part) {
        Corners corners;
        for (std::size_t i = 0; i < 4; ++i)
            corners[i] = start[i] + (target[i] - start[i]) * part;
        return corners;
    };
    double good = 0;
    double bad = 1;
    if (isSheet(target))
        good = 1;
    for (int i = 0; good < 1 && i < steps; ++i) {
        const double middle = (good + bad) / 2;
        (isSheet(at(middle)) ? good : bad) = middle;
    }
    m_corners = good < 1 ? at(good) : target;
    emit changed();
}

} // namespace inkstep
