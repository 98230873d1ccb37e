#include "testcamera.h"
#include "testcameradevice.h"
#include "testcamerafeed.h"

#include <QImageReader>

namespace inkstep {

TestCameraModel TestCameraModel::webcam(const QString &name) {
    return {name,
            "video/x-raw,format=YUY2,colorimetry=bt601,width=2048,height=1536,framerate=15/1;"
            "video/x-raw,format=YUY2,colorimetry=bt601,width=1920,height=1080,framerate=15/1;"
            "video/x-raw,format=YUY2,colorimetry=bt601,width=1280,height=960,framerate=30/1;"
            "video/x-raw,format=YUY2,colorimetry=bt601,width=640,height=480,framerate=30/1",
            {2048, 1536}};
}

TestCameraModel TestCameraModel::twelveMegapixels(const QString &name) {
    return {name,
            "image/jpeg,width=4000,height=3000,framerate=5/1;"
            "image/jpeg,width=1280,height=960,framerate=15/1",
            {4000, 3000}};
}

TestCamera::TestCamera(const TestCameraModel &model) : m_feed(std::make_shared<TestCameraFeed>(model)) {}

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
    if (model().formats.startsWith("image/jpeg"))
        (void)m_feed->jpegFrame(model().largest); // a real camera does not think about its first frame
    m_feed->setPlugged(true);
    announceTestCamera(m_feed, true);
}

void TestCamera::unplug() {
    m_feed->setPlugged(false);
    announceTestCamera(m_feed, false);
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

const TestCameraModel &TestCamera::model() const {
    return m_feed->model();
}
QString TestCamera::name() {
    return TestCameraModel::webcam().name;
}
QSize TestCamera::largestFrame() {
    return TestCameraModel::webcam().largest;
}

} // namespace inkstep
