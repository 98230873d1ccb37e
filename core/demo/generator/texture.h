#pragma once

#include "demo/generator/chance.h"

#include <QImage>
#include <QSize>
#include <vector>

namespace inkstep {

// A picture of numbers, row by row.
struct Raster {
    QSize size;
    std::vector<float> values;

    explicit Raster(QSize fieldSize, float value = 0)
        : size(fieldSize), values(std::size_t(size.width()) * std::size_t(size.height()), value) {}
    float *row(int y) { return values.data() + std::size_t(y) * std::size_t(size.width()); }
    const float *row(int y) const { return values.data() + std::size_t(y) * std::size_t(size.width()); }
};

// Adds value noise: random numbers from -amount to amount on a lattice of cells `across` by `down` pixels,
// blended smoothly between. Long cells make grain.
void addNoise(Raster &field, double across, double down, double amount, Chance chance);

// A tile of fine grain as paper or a sensor has it, mean 0, standard deviation 1; both sides are powers of
// two.
class Grain {
public:
    static constexpr int side = 256;
    explicit Grain(Chance chance, bool soft);
    float at(int x, int y) const {
        return m_values[std::size_t(((y & (side - 1)) * side) + (x & (side - 1)))];
    }

private:
    std::vector<float> m_values;
};

// A wavering line: smooth, mean 0, about -1 to 1, one swing in about `wavelength`.
class Waver {
public:
    Waver(double wavelength, Chance chance);
    double at(double x) const;

private:
    double m_step;
    std::vector<double> m_knots;
};

inline int toByte(double value) {
    return value <= 0 ? 0 : value >= 255 ? 255 : int(value + 0.5);
}

} // namespace inkstep
