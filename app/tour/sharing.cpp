#include "syncservice.h"
#include "tour/walk.h"

#include <QDir>
#include <QPainter>
#include <QQuickItem>
#include <QQuickItemGrabResult>
#include <QUrl>
#include <cmath>

namespace inkstep {

namespace {

// Lightness steps out of 255: what another round of JPEG may change, and a page that is moved by one line
// does not.
constexpr double samePicture = 8;
constexpr double askew = 7; // degrees, as a person holds a tablet

// The mean difference of lightness, 0 to 255.
double difference(const QImage &a, const QImage &b) {
    if (a.size() != b.size() || a.isNull())
        return 255;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            sum += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
    }
    return sum / (a.width() * a.height());
}

} // namespace

SyncService *Walk::sync() const {
    QQmlEngine &engine = m_interface->engine();
    return engine.singletonInstance<SyncService *>(qmlTypeId("Inkstep.Sync", 1, 0, "SyncService"));
}

void Walk::connectFolder(const QString &folder) {
    QDir().mkpath(folder);
    m_stage.tap(QStringLiteral("tray"));
    m_stage.await(QStringLiteral("chooseFolder"));
    m_stage.picture(QStringLiteral("sync-not-connected"), tourText("Sync, before there is a folder"));
    // The dialog is the system's; what it brings is handed to the page where the dialog hands it.
    QQuickItem *card = m_stage.await(tourText("the offer of a folder"), [](QQuickItem &item) {
        return item.metaObject()->indexOfSignal("folderChosen(QUrl)") >= 0;
    });
    if (!card)
        return;
    QMetaObject::invokeMethod(card, "folderChosen", Q_ARG(QUrl, QUrl::fromLocalFile(folder)));
    m_stage.await(QStringLiteral("syncNow"));
    m_stage.tick(tourText("A folder was chosen to sync with"));
}

void Walk::sendNow(const QString &sentence) {
    if (!at(QStringLiteral("sync")))
        m_stage.tap(QStringLiteral("tray"));
    m_stage.await(QStringLiteral("syncNow"));
    if (!m_stage.going())
        return;
    const SyncService &service = *sync();
    m_stage.waitFor(
        tourText("the sync that runs by itself"), [&] { return !service.busy(); }, Stagehand::longPatience);
    m_stage.tap(QStringLiteral("syncNow"));
    m_stage.waitFor(
        tourText("everything to be sent"),
        [&] { return (!service.busy() && service.waiting() == 0) || !service.problem().isEmpty(); },
        Stagehand::longPatience);
    if (!service.problem().isEmpty())
        m_stage.stop(service.problem());
    m_stage.picture(QStringLiteral("sync"), sentence);
}

QImage Walk::invite() {
    m_stage.tap(QStringLiteral("makeInvite"));
    m_stage.await(QStringLiteral("inviteCode"));
    QQuickItem *code = m_stage.await(QStringLiteral("inviteQr"));
    m_stage.picture(QStringLiteral("invite"), tourText("An invite: a code to scan, and to type"));
    if (!m_stage.going())
        return {};
    const auto grab = code->grabToImage();
    m_stage.waitFor(tourText("a look at the code"), [&] { return grab && !grab->image().isNull(); });
    m_stage.tap(tourText("Done"));
    return grab ? grab->image() : QImage();
}

// Another tablet's screen as a camera sees it: not filling the picture, and not held straight.
QImage Walk::heldAskew(const QImage &screen) {
    QImage seen(QSize(screen.width() * 2, screen.height() * 3 / 2), QImage::Format_RGB32);
    seen.fill(Qt::darkGray);
    QPainter painter(&seen);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(seen.rect().center());
    painter.rotate(askew);
    painter.drawImage(-screen.rect().center(), screen);
    return seen;
}

void Walk::joinAndLook(const QString &profile, const QImage &code) {
    open(profile);
    wear(m_looks.front());
    m_camera.show(heldAskew(code));
    m_stage.tap(QStringLiteral("join"));
    m_stage.waitFor(tourText("the page for joining"), [&] { return at(QStringLiteral("join")); });
    m_stage.picture(QStringLiteral("second-join"), tourText("The second tablet: joining"));
    m_stage.tap(QStringLiteral("readCode"));
    m_stage.tick(tourText("The second tablet's camera reads the code"));
    m_stage.waitFor(
        tourText("the notebook on the second tablet"), [&] { return at(QStringLiteral("today")); },
        Stagehand::longPatience);
    m_stage.picture(QStringLiteral("second-today"), tourText("The second tablet: the same class"));

    tab(tourText("Samples"));
    const auto sample = [&](QQuickItem &item) {
        return item.property("sampleId").isValid() && item.property("pageId").toString() == m_kept.page;
    };
    m_stage.tap(tourText("the sample that was photographed, on the second tablet"), sample);
    m_stage.waitFor(tourText("its page"), [&] { return at(QStringLiteral("page")); });
    const SeenNote there = seen(m_kept.note);
    m_stage.picture(QStringLiteral("second-page"), tourText("The second tablet: the page and its notes"));
    compare(there);
}

void Walk::compare(const SeenNote &there) {
    if (!m_stage.going())
        return;
    if (there.page != m_kept.page || there.words != m_kept.words)
        m_stage.stop(tourText("The note has other words on the second tablet: “%1”.").arg(there.words));
    else if (std::hypot(there.place.x() - m_kept.place.x(), there.place.y() - m_kept.place.y()) > 1e-9)
        m_stage.stop(tourText("The note is on another place on the second tablet."));
    else if (difference(there.under, m_kept.under) > samePicture)
        m_stage.stop(tourText("The note is on another word on the second tablet."));
    m_stage.tick(tourText("The same note, the same words, on the same word"));
}

} // namespace inkstep
