#include "testcamerafeed.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <algorithm>

namespace inkstep {
namespace {

// Rec. ITU-R BT.601-7, 2.5: luma and colour differences of 8-bit limited range, in 1/256 steps.
int luma(QRgb c) {
    return (66 * qRed(c) + 129 * qGreen(c) + 25 * qBlue(c) + 128) / 256 + 16;
}
int blueness(int r, int g, int b) {
    return (-38 * r - 74 * g + 112 * b + 128) / 256 + 128;
}
int redness(int r, int g, int b) {
    return (112 * r - 94 * g - 18 * b + 128) / 256 + 128;
}

QImage fitted(const QImage &picture, QSize size) {
    QImage canvas(size, QImage::Format_RGB32);
    canvas.fill(qRgb(96, 96, 96));
    if (picture.isNull())
        return canvas;
    const QImage scaled = picture.scaled(size, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QPainter painter(&canvas);
    painter.drawImage((size.width() - scaled.width()) / 2, (size.height() - scaled.height()) / 2, scaled);
    return canvas;
}

QByteArray packedYuy2(const QImage &image) {
    QByteArray packed(qsizetype(image.width()) * image.height() * 2, Qt::Uninitialized);
    char *out = packed.data();
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x + 1 < image.width(); x += 2) {
            const QRgb left = line[x];
            const QRgb right = line[x + 1];
            const int r = (qRed(left) + qRed(right)) / 2;
            const int g = (qGreen(left) + qGreen(right)) / 2;
            const int b = (qBlue(left) + qBlue(right)) / 2;
            *out++ = char(luma(left));
            *out++ = char(blueness(r, g, b));
            *out++ = char(luma(right));
            *out++ = char(redness(r, g, b));
        }
    }
    return packed;
}

} // namespace

void TestCameraFeed::setPicture(const QImage &picture) {
    const std::lock_guard lock(m_mutex);
    m_picture = picture.convertToFormat(QImage::Format_RGB32);
    m_frames.clear();
    m_jpegFrames.clear();
}

QByteArray TestCameraFeed::frame(QSize size) {
    const std::lock_guard lock(m_mutex);
    auto kept = m_frames.constFind(size);
    if (kept == m_frames.constEnd())
        kept = m_frames.insert(size, packedYuy2(fitted(m_picture, size)));
    return *kept;
}

QByteArray TestCameraFeed::jpegFrame(QSize size) {
    const std::lock_guard lock(m_mutex);
    auto kept = m_jpegFrames.constFind(size);
    if (kept == m_jpegFrames.constEnd()) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QImageWriter writer(&buffer, "jpeg");
        writer.setQuality(90);
        writer.write(fitted(m_picture, size));
        kept = m_jpegFrames.insert(size, buffer.data());
    }
    return *kept;
}

void TestCameraFeed::failNext(TestCamera::Trouble trouble, int times) {
    const std::lock_guard lock(m_mutex);
    m_trouble = trouble;
    m_troubles = std::max(0, times);
}

bool TestCameraFeed::takeFailure(TestCamera::Trouble trouble) {
    const std::lock_guard lock(m_mutex);
    if (m_troubles == 0 || m_trouble != trouble)
        return false;
    --m_troubles;
    return true;
}

void TestCameraFeed::setPlugged(bool plugged) {
    const std::lock_guard lock(m_mutex);
    m_plugged = plugged;
}

bool TestCameraFeed::plugged() const {
    const std::lock_guard lock(m_mutex);
    return m_plugged;
}

void TestCameraFeed::setFrozen(bool frozen) {
    const std::lock_guard lock(m_mutex);
    m_frozen = frozen;
}

bool TestCameraFeed::frozen() const {
    const std::lock_guard lock(m_mutex);
    return m_frozen;
}

void TestCameraFeed::countFrame() {
    const std::lock_guard lock(m_mutex);
    ++m_framesSent;
}

int TestCameraFeed::framesSent() const {
    const std::lock_guard lock(m_mutex);
    return m_framesSent;
}

void TestCameraFeed::countSource(int change) {
    const std::lock_guard lock(m_mutex);
    m_openSources += change;
}

int TestCameraFeed::openSources() const {
    const std::lock_guard lock(m_mutex);
    return m_openSources;
}

} // namespace inkstep
