#include "testcamera.h"
#include "testcameradevice.h"
#include "testcamerafeed.h"

#include <QImageReader>

namespace inkstep {

TestCamera::TestCamera() : m_feed(std::make_shared<TestCameraFeed>()) {
    setCurrentFeed(m_feed);
}

TestCamera::~TestCamera() {
    unplug();
}

Status TestCamera::install() {
    if (!registerTestCameraProvider())
        return failure(ErrorCode::Failed,
                       QStringLiteral("GStreamer refused the test camera's device provider"));
    return {};
}

Status TestCamera::show(const QString &picturePath) {
    QImageReader reader(picturePath);
    reader.setAutoTransform(true);
    const QImage picture = reader.read();
    if (picture.isNull())
        return failure(ErrorCode::NotAPicture, reader.errorString(), picturePath);
    show(picture);
    return {};
}

void TestCamera::show(const QImage &picture) {
    m_feed->setPicture(picture);
}

void TestCamera::plug() {
    m_feed->setPlugged(true);
    announceTestCamera(true);
}

void TestCamera::unplug() {
    m_feed->setPlugged(false);
    announceTestCamera(false);
}

bool TestCamera::isPlugged() const {
    return m_feed->plugged();
}
void TestCamera::failNext(Trouble trouble, int times) {
    m_feed->failNext(trouble, times);
}
void TestCamera::setFrozen(bool frozen) {
    m_feed->setFrozen(frozen);
}
int TestCamera::framesSent() const {
    return m_feed->framesSent();
}
int TestCamera::openSources() const {
    return m_feed->openSources();
}

QString TestCamera::name() {
    return QStringLiteral("Test camera");
}
QSize TestCamera::largestFrame() {
    return QSize(2048, 1536);
}

} // namespace inkstep
