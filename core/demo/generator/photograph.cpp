#include "demo/generator/photograph.h"

#include "demo/generator/beneath.h"
#include "demo/generator/texture.h"
#include "imaging/layout.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QPolygonF>
#include <QTransform>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace inkstep {

namespace {

struct Color {
    float r;
    float g;
    float b;
};

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

// Where the page's corners fall: turned in space, seen from a distance that makes the page span what was
// asked for, and shifted within the room that leaves.
std::array<QPointF, 4> projectedCorners(QSize page, const CameraSpec &spec, Chance chance) {
    const double w = page.width();
    const double h = page.height();
    const double focal = 1.15 * std::max(spec.size.width(), spec.size.height());
    const double cz = std::cos(radians(spec.roll)), sz = std::sin(radians(spec.roll));
    const double cx = std::cos(radians(spec.pitch)), sx = std::sin(radians(spec.pitch));
    const double cy = std::cos(radians(spec.yaw)), sy = std::sin(radians(spec.yaw));
    const auto at = [&](double distance) {
        std::array<QPointF, 4> out;
        const std::array<QPointF, 4> flat{
            QPointF(-w / 2, -h / 2), {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}};
        for (std::size_t i = 0; i < 4; ++i) {
            const double x1 = flat[i].x() * cz - flat[i].y() * sz;
            const double y1 = flat[i].x() * sz + flat[i].y() * cz;
            const double y2 = y1 * cx;
            const double z2 = -y1 * sx;
            const double x3 = x1 * cy;
            const double z3 = z2 - x1 * sy;
            const double depth = distance + z3;
            out[i] = QPointF(focal * x3 / depth, focal * y2 / depth);
        }
        return out;
    };
    const auto bounds = [](const std::array<QPointF, 4> &corners) {
        return QPolygonF(QList<QPointF>(corners.begin(), corners.end())).boundingRect();
    };
    double near = std::hypot(w, h) * 0.7;
    double far = near * 40;
    for (int step = 0; step < 40; ++step) {
        const double middle = (near + far) / 2;
        const QRectF box = bounds(at(middle));
        const double span = std::max(box.width() / spec.size.width(), box.height() / spec.size.height());
        (span > spec.fill ? near : far) = middle;
    }
    auto corners = at(far);
    const QRectF box = bounds(corners);
    const double roomX = std::max(0.0, spec.size.width() * 0.985 - box.width()) / 2;
    const double roomY = std::max(0.0, spec.size.height() * 0.985 - box.height()) / 2;
    const QPointF shift = QPointF(spec.size.width() / 2.0, spec.size.height() / 2.0) - box.center() +
                          QPointF(chance.between(-0.8, 0.8) * roomX, chance.between(-0.8, 0.8) * roomY) +
                          QPointF(spec.push.x() * spec.size.width(), spec.push.y() * spec.size.height());
    for (QPointF &corner : corners)
        corner += shift;
    return corners;
}

// How bright each part of the scene is, coarse: light falls off, the lens darkens the corners, hands shade
// the page.
class LightField {
public:
    static constexpr int cell = 16;

    LightField(const CameraSpec &spec, Chance chance)
        : m_field(QSize(spec.size.width() / cell + 3, spec.size.height() / cell + 3)) {
        const QSize size = m_field.size;
        const double angle = chance.unit() * 2 * std::numbers::pi;
        const double fall =
            spec.light == Light::Window ? chance.between(0.16, 0.30) : chance.between(0.03, 0.12);
        const double corner = chance.between(0.05, 0.14);
        const QImage shade = hands(size, spec.shadow, chance.fork(1));
        addNoise(m_field, size.width() / 1.7, size.height() / 1.7, 0.035, chance.fork(2));
        for (int y = 0; y < size.height(); ++y) {
            float *row = m_field.row(y);
            const uchar *dark = shade.constScanLine(y);
            for (int x = 0; x < size.width(); ++x) {
                const double u = 2.0 * x / size.width() - 1;
                const double v = 2.0 * y / size.height() - 1;
                row[x] += float((1 + fall * (u * std::cos(angle) + v * std::sin(angle))) *
                                (1 - corner * (u * u + v * v) / 2));
                row[x] *= float(dark[x] / 255.0);
            }
        }
    }

    void rowAt(int y, std::vector<float> &out) const {
        const int line = y / cell;
        const float part = float(y % cell) / cell;
        const float *upper = m_field.row(line);
        const float *lower = m_field.row(line + 1);
        for (std::size_t x = 0; x < out.size(); ++x) {
            const std::size_t c = x / cell;
            const float across = float(x % cell) / cell;
            const float a = upper[c] + (upper[c + 1] - upper[c]) * across;
            const float b = lower[c] + (lower[c + 1] - lower[c]) * across;
            out[x] = a + (b - a) * part;
        }
    }

private:
    // A tablet held in two hands between lamp and desk: a soft dark shape reaching in from one side.
    static QImage hands(QSize size, double depth, Chance chance) {
        QImage shade(size, QImage::Format_Grayscale8);
        shade.fill(255);
        if (depth <= 0)
            return shade;
        QPainter painter(&shade);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const int dark = int(255 - 95 * depth);
        painter.setBrush(QColor(dark, dark, dark));
        const double w = size.width();
        const double h = size.height();
        painter.translate(w * chance.between(0.1, 0.9), h * chance.between(0.86, 1.06));
        painter.rotate(chance.normal() * 18);
        painter.drawRoundedRect(QRectF(-w * 0.34, -h * 0.20, w * 0.68, h * 0.5), w * 0.05, w * 0.05);
        painter.drawEllipse(QPointF(w * 0.33, h * 0.02), w * 0.14, h * 0.13);
        painter.drawEllipse(QPointF(-w * 0.33, h * 0.05), w * 0.14, h * 0.13);
        painter.end();
        const QSize small(std::max(4, size.width() / 9), std::max(4, size.height() / 9));
        const QImage soft = shade.scaled(small, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                .scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return soft.convertToFormat(QImage::Format_Grayscale8);
    }

    Raster m_field;
};

// Color cast and exposure left after the camera's white balance.
Color castOf(Light light, Chance &chance) {
    const auto e = float(chance.between(0.95, 1.02));
    switch (light) {
    case Light::Daylight:
        return {0.925f * e, 0.935f * e, 0.94f * e};
    case Light::Window:
        return {0.93f * e, 0.94f * e, 0.955f * e};
    case Light::Warm:
        return {0.95f * e, 0.905f * e, 0.825f * e};
    case Light::Fluorescent:
        return {0.89f * e, 0.92f * e, 0.885f * e};
    case Light::Dim:
        return {0.83f * e, 0.805f * e, 0.765f * e};
    }
    return {1, 1, 1};
}

// Bilinear samples; outside there is nothing. `alpha` says how much of the sample is there.
struct Sampler {
    explicit Sampler(const QImage &from)
        : image(from), bits(reinterpret_cast<const QRgb *>(from.constBits())),
          stride(from.bytesPerLine() / 4), width(from.width()), height(from.height()) {}

    QRgb texel(int x, int y) const {
        return x < 0 || y < 0 || x >= width || y >= height ? 0 : bits[qsizetype(y) * stride + x];
    }
    Color at(float x, float y, float &alpha) const {
        if (!(x > -1 && y > -1 && x < float(width) && y < float(height))) {
            alpha = 0;
            return {0, 0, 0};
        }
        const int ix = int(x + 1) - 1; // rounds down from -1 on, and far quicker than floor()
        const int iy = int(y + 1) - 1;
        const float fx = x - float(ix);
        const float fy = y - float(iy);
        const QRgb p[4] = {texel(ix, iy), texel(ix + 1, iy), texel(ix, iy + 1), texel(ix + 1, iy + 1)};
        const float weight[4] = {(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy};
        Color sum{0, 0, 0};
        alpha = 0;
        for (int i = 0; i < 4; ++i) {
            const float part = weight[i] * float(qAlpha(p[i])) * (1 / 255.f);
            alpha += part;
            sum.r += part * float(qRed(p[i]));
            sum.g += part * float(qGreen(p[i]));
            sum.b += part * float(qBlue(p[i]));
        }
        return sum;
    }

    const QImage image;
    const QRgb *bits;
    qsizetype stride;
    int width;
    int height;
};

// What a sheet that does not lie flat does to where a point of it is seen, and to the light on it. Its
// corners stay.
class Curl {
public:
    Curl(double amount, QSize page, Chance chance)
        : m_bendX(table(page.width() * 0.011 * amount * chance.normal())),
          m_bendY(table(page.width() * 0.011 * amount * chance.normal())), m_shade(steps + 1),
          m_perX(float(steps) / float(page.width())), m_perY(float(steps) / float(page.height())) {
        const double depth = 0.05 * amount * (chance.is(0.5) ? 1 : -1);
        const double phase = chance.between(-0.4, 0.4);
        for (int i = 0; i <= steps; ++i)
            m_shade[std::size_t(i)] =
                float(1 + depth * std::sin(std::numbers::pi * (2.0 * i / steps + phase)));
        m_leans = chance.is(0.5);
    }
    void bend(float &x, float &y) const {
        const float u = part(x * m_perX);
        const float v = part(y * m_perY);
        x += m_bendX[std::size_t(v)];
        y += m_bendY[std::size_t(u)];
    }
    float shade(float x, float y) const {
        return m_shade[std::size_t(part(m_leans ? x * m_perX : y * m_perY))];
    }

private:
    static constexpr int steps = 512;
    static float part(float at) { return std::clamp(at, 0.f, float(steps)); }
    static std::vector<float> table(double depth) {
        std::vector<float> out(steps + 1);
        for (int i = 0; i <= steps; ++i)
            out[std::size_t(i)] = float(depth * std::sin(std::numbers::pi * i / steps));
        return out;
    }
    std::vector<float> m_bendX;
    std::vector<float> m_bendY;
    std::vector<float> m_shade;
    float m_perX;
    float m_perY;
    bool m_leans = false;
};

// How dark the desk is beside a sheet, by the distance to it: the sheet stands off the desk by a hair.
float contactShade(float x, float y, QSize page, QPointF toward, float depth) {
    const float px = x - float(toward.x());
    const float py = y - float(toward.y());
    const float dx = std::max({-px, px - float(page.width()), 0.f});
    const float dy = std::max({-py, py - float(page.height()), 0.f});
    const float squared = dx * dx + dy * dy;
    constexpr float reach = 26;
    if (squared >= reach * reach)
        return 1;
    const float near = 1 - std::sqrt(squared) / reach;
    return 1 - depth * near * near;
}

void blurOnce(QImage &image) {
    // The kernel 1 2 1, four pixels' worth of channels at a time in one integer.
    const auto mix = [](quint32 a, quint32 b, quint32 c) {
        const quint32 even =
            ((a & 0xFF00FF) + 2 * (b & 0xFF00FF) + (c & 0xFF00FF) + 0x020002) >> 2 & 0xFF00FF;
        const quint32 odd = ((a >> 8 & 0xFF) + 2 * (b >> 8 & 0xFF) + (c >> 8 & 0xFF) + 2) >> 2 & 0xFF;
        return 0xFF000000u | even | odd << 8;
    };
    const int width = image.width();
    std::vector<quint32> above(static_cast<std::size_t>(width));
    std::vector<quint32> here(static_cast<std::size_t>(width));
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<quint32 *>(image.scanLine(y));
        const auto *below =
            reinterpret_cast<const quint32 *>(image.constScanLine(std::min(y + 1, image.height() - 1)));
        std::copy(line, line + width, here.begin());
        if (y == 0)
            above = here;
        for (int x = 0; x < width; ++x)
            line[x] = mix(above[std::size_t(x)], here[std::size_t(x)], below[x]);
        std::swap(above, here);
        quint32 left = line[0];
        for (int x = 0; x + 1 < width; ++x) {
            const quint32 old = line[x];
            line[x] = mix(left, old, line[x + 1]);
            left = old;
        }
    }
}

// Each pass adds a variance of half a pixel.
void blur(QImage &image, double sigma) {
    const int passes = int(std::lround(sigma * sigma / 0.5));
    for (int pass = 0; pass < passes; ++pass)
        blurOnce(image);
}

// Shot noise grows with light, read noise shows in the dark; the sensor's demosaicing ties neighbors' colors
// together.
void addSensorNoise(QImage &image, double sigma, Chance chance) {
    if (sigma <= 0)
        return;
    const Grain fine(chance.fork(1), false);
    const Grain coarse(chance.fork(2), true);
    std::array<float, 256> strength;
    for (std::size_t i = 0; i < strength.size(); ++i)
        strength[i] = float(sigma * (0.55 + 0.45 * std::sqrt(double(i) / 128)));
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const int slideX = int(chance.next() & 255);
        const int slideY = int(chance.next() & 255);
        for (int x = 0; x < image.width(); ++x) {
            const QRgb p = line[x];
            const float amount = strength[std::size_t(qGreen(p))];
            const float luma = fine.at(x + slideX, slideY) * 0.7f * amount;
            const float tint = coarse.at(x, y) * 0.5f * amount;
            line[x] = qRgb(toByte(qRed(p) + luma + tint), toByte(qGreen(p) + luma - tint * 0.4f),
                           toByte(qBlue(p) + luma - tint));
        }
    }
}

QTransform homography(const std::array<QPointF, 4> &corners, QSize page) {
    const QPolygonF seen(QList<QPointF>(corners.begin(), corners.end()));
    const QPolygonF flat(QList<QPointF>{{0, 0},
                                        {double(page.width()), 0},
                                        {double(page.width()), double(page.height())},
                                        {0, double(page.height())}});
    QTransform transform;
    QTransform::quadToQuad(seen, flat, transform);
    return transform;
}

} // namespace

CameraSpec ordinaryCamera(quint64 seed) {
    Chance chance = Chance(seed).fork(21);
    CameraSpec spec;
    spec.seed = seed;
    const double where = chance.unit();
    spec.desk = where < 0.42   ? Desk::Wood
                : where < 0.52 ? Desk::DarkWood
                : where < 0.78 ? Desk::Laminate
                : where < 0.86 ? Desk::White
                : where < 0.92 ? Desk::Cloth
                : where < 0.95 ? Desk::Carpet
                               : Desk::Busy;
    spec.things = chance.is(0.55) ? 1 + chance.below(2) : 0;
    spec.light = Light(chance.below(lights));
    spec.fill = chance.between(0.84, 0.97);
    spec.pitch = 5 + chance.normal() * 5;
    spec.yaw = chance.normal() * 4;
    spec.roll = chance.normal() * 3;
    spec.curl = chance.between(0.1, 1.0);
    spec.shadow = chance.is(0.5) ? chance.between(0.2, 0.75) : 0;
    spec.blur = chance.between(0.5, 0.95);
    spec.noise = spec.light == Light::Dim ? chance.between(3.5, 5) : chance.between(1.6, 3.2);
    return spec;
}

namespace {

QImage whatItLiesOn(const CameraSpec &spec, QSize size, const QRectF &page) {
    const Chance chance = Chance(spec.seed).fork(3);
    QImage top = spec.ground ? paintGround(*spec.ground, size, chance.fork(8))
                             : paintDesk(spec.desk, size, page, spec.things, chance);
    if (spec.clutter > 0)
        layOut(top, page, spec.clutter, spec.clutterHasPapers, chance.fork(9));
    strewSheets(top, page, spec.strewn, chance.fork(10));
    if (spec.board)
        layBoard(top, page, *spec.board, chance.fork(11));
    return top;
}

} // namespace

Photograph photograph(const QImage &page, const CameraSpec &spec) {
    const Chance chance = Chance(spec.seed).fork(31);
    Chance own = chance.fork(1);
    const QImage sheet = page.convertToFormat(QImage::Format_ARGB32);
    Photograph photo;
    photo.corners = projectedCorners(sheet.size(), spec, chance.fork(2));
    photo.picture = QImage(spec.size, QImage::Format_RGB32);
    const QTransform toPage = homography(photo.corners, sheet.size());

    // Only the part of the desk that is seen is painted.
    const QRectF seen =
        toPage.map(QPolygonF(QRectF(QPointF(-2, -2), QSizeF(spec.size) + QSizeF(4, 4)))).boundingRect();
    const double deskScale = std::min(0.85, 1500 / std::max(seen.width(), seen.height()));
    const QRectF pageOnDesk(-seen.topLeft() * deskScale, QSizeF(sheet.size()) * deskScale);
    const QImage deskTop = whatItLiesOn(spec, (seen.size() * deskScale).toSize() + QSize(2, 2), pageOnDesk);
    const Sampler deskSampler(deskTop);
    const Sampler sheetSampler(sheet);
    const QImage lower = spec.beneath.convertToFormat(QImage::Format_ARGB32);
    const Sampler lowerSampler(lower);
    QTransform toLower;
    toLower.rotate(own.normal() * 7);
    toLower.translate(own.normal() * sheet.width() * 0.06, own.normal() * sheet.height() * 0.05);

    const LightField light(spec, chance.fork(4));
    const auto contact = float(spec.contact);
    const Color cast = castOf(spec.light, own);
    const Curl curl(spec.curl, sheet.size(), chance.fork(5));
    const QPointF shadowSide(own.normal() * 7, own.normal() * 7);
    std::vector<float> brightness(std::size_t(spec.size.width()));

    for (int y = 0; y < spec.size.height(); ++y) {
        light.rowAt(y, brightness);
        auto *line = reinterpret_cast<QRgb *>(photo.picture.scanLine(y));
        for (int x = 0; x < spec.size.width(); ++x) {
            const double px = x + 0.5;
            const double py = y + 0.5;
            const double scale = 1 / (toPage.m13() * px + toPage.m23() * py + toPage.m33());
            const auto flatX = float((toPage.m11() * px + toPage.m21() * py + toPage.m31()) * scale);
            const auto flatY = float((toPage.m12() * px + toPage.m22() * py + toPage.m32()) * scale);
            float pageX = flatX;
            float pageY = flatY;
            curl.bend(pageX, pageY);

            float alpha = 0;
            Color color = sheetSampler.at(pageX - 0.5f, pageY - 0.5f, alpha);
            if (alpha > 0) {
                const float shade = curl.shade(pageX, pageY);
                color = {color.r * shade, color.g * shade, color.b * shade};
            }
            if (alpha < 0.999f) {
                float lowerAlpha = 0;
                Color under{0, 0, 0};
                float shade = contactShade(flatX, flatY, sheet.size(), shadowSide, contact);
                if (!lower.isNull()) {
                    const QPointF at = toLower.map(QPointF(flatX, flatY));
                    under = lowerSampler.at(float(at.x()), float(at.y()), lowerAlpha);
                    under = {under.r * shade, under.g * shade, under.b * shade};
                    shade *= contactShade(float(at.x()), float(at.y()), lower.size(), shadowSide, contact);
                }
                float there = 0;
                const Color desk = deskSampler.at(float((flatX - seen.x()) * deskScale),
                                                  float((flatY - seen.y()) * deskScale), there);
                const float left = shade * (1 - lowerAlpha);
                color.r += (under.r + desk.r * left) * (1 - alpha);
                color.g += (under.g + desk.g * left) * (1 - alpha);
                color.b += (under.b + desk.b * left) * (1 - alpha);
            }
            const float bright = brightness[std::size_t(x)];
            line[x] = qRgb(toByte(color.r * bright * cast.r), toByte(color.g * bright * cast.g),
                           toByte(color.b * bright * cast.b));
        }
    }
    addMishaps(photo.picture, photo.corners, spec.mishaps, chance.fork(7));
    blur(photo.picture, spec.blur);
    addSensorNoise(photo.picture, spec.noise, chance.fork(6));
    return photo;
}

QByteArray jpegOf(const Photograph &photo, const std::optional<CaptureTime> &taken, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    if (!writer.write(photo.picture) || !taken)
        return bytes;
    auto layout = layoutOf(bytes);
    if (!layout)
        return {};
    layout->tags.taken = taken;
    return assemble(*layout);
}

} // namespace inkstep
