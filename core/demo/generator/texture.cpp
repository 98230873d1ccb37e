#include "demo/generator/texture.h"

#include <cmath>

namespace inkstep {

namespace {

double eased(double t) {
    return t * t * (3 - 2 * t);
}

} // namespace

void addNoise(Raster &field, double across, double down, double amount, Chance chance) {
    const int columns = int(field.size.width() / across) + 3;
    const int rows = int(field.size.height() / down) + 3;
    std::vector<float> lattice(std::size_t(columns) * std::size_t(rows));
    for (float &knot : lattice)
        knot = float(chance.between(-amount, amount));

    std::vector<int> cell(std::size_t(field.size.width()));
    std::vector<float> part(cell.size());
    const double startX = chance.unit();
    const double startY = chance.unit();
    for (std::size_t x = 0; x < cell.size(); ++x) {
        const double at = startX + double(x) / across;
        cell[x] = int(at);
        part[x] = float(eased(at - cell[x]));
    }
    std::vector<float> blended(static_cast<std::size_t>(columns));
    for (int y = 0; y < field.size.height(); ++y) {
        const double at = startY + y / down;
        const int line = int(at);
        const auto weight = float(eased(at - line));
        const float *upper = lattice.data() + std::size_t(line) * std::size_t(columns);
        const float *lower = upper + columns;
        for (std::size_t c = 0; c < blended.size(); ++c)
            blended[c] = upper[c] + (lower[c] - upper[c]) * weight;
        float *out = field.row(y);
        for (std::size_t x = 0; x < cell.size(); ++x) {
            const float left = blended[std::size_t(cell[x])];
            out[x] += left + (blended[std::size_t(cell[x]) + 1] - left) * part[x];
        }
    }
}

Grain::Grain(Chance chance, bool soft) : m_values(std::size_t(side) * side) {
    for (float &value : m_values)
        value = float(chance.normal());
    if (!soft)
        return;
    // Two wrapped passes of a three-pixel mean make clumps the size of a paper's tooth.
    for (int pass = 0; pass < 2; ++pass) {
        const std::vector<float> old = m_values;
        const int step = pass == 0 ? 1 : side;
        const int mask = side * side - 1;
        for (int i = 0; i < side * side; ++i)
            m_values[std::size_t(i)] = (old[std::size_t((i - step) & mask)] + old[std::size_t(i)] +
                                        old[std::size_t((i + step) & mask)]) *
                                       0.5774f;
    }
}

Waver::Waver(double wavelength, Chance chance) : m_step(wavelength / 2), m_knots(64) {
    for (double &knot : m_knots)
        knot = chance.between(-1, 1);
}

double Waver::at(double x) const {
    const double t = x / m_step;
    const double whole = std::floor(t);
    const auto index = std::size_t(qint64(whole)) & 63;
    const double a = m_knots[index];
    const double b = m_knots[(index + 1) & 63];
    return a + (b - a) * eased(t - whole);
}

} // namespace inkstep
