// A person at the shutter, for tests that kill the program meanwhile: the camera page's session and
// controller with the test camera before them, without a window. In: a profile, a student's name, a picture
// to look at, how many pages. Out: a page's id on a line of its own the moment the session says it is kept; 0
// when all are.
#include "cameracontroller.h"
#include "capturesession.h"
#include "intake.h"
#include "store/layout.h"
#include "testcamera.h"

#include <QFile>
#include <QGuiApplication>
#include <QVideoSink>
#include <cstdio>

using namespace inkstep;

namespace {

int fail(const QString &why) {
    std::fprintf(stderr, "%s\n", qPrintable(why));
    return 1;
}

QString studentNamed(Notebook &notebook, const QString &name) {
    const auto found = notebook.store().read([&](Database &db) {
        Statement &row = db.use("SELECT id FROM student WHERE name = ? AND deleted = 0").with(name);
        const Id id = row.step() ? row.id(0) : Id();
        row.reset();
        return id;
    });
    return found && !found->isNull() ? idText(*found) : QString();
}

} // namespace

int main(int argc, char **argv) {
    TestCamera camera;
    if (!camera.install()) // before anything asks for cameras
        return fail(QStringLiteral("no test camera"));
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 5)
        return fail(QStringLiteral("PROFILE STUDENT PICTURE PAGES"));
    const int pages = arguments.at(4).toInt();
    if (!camera.show(arguments.at(3)))
        return fail(QStringLiteral("no picture"));
    camera.plug();
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return fail(QStringLiteral("no output"));

    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Workspace workspace(arguments.at(1), {files, clock, random});
    CaptureSession session;
    QVideoSink preview; // goes after the controller that sends to it
    CameraController controller;
    controller.setVideoOutput(&preview);

    const auto giveUp = [](const QString &why) { QGuiApplication::exit(fail(why)); };
    QObject::connect(workspace.intake(), &Intake::failed, &application,
                     [&](int, const QString &sentence) { giveUp(sentence); });
    QObject::connect(&controller, &CameraController::captureFailed, &application, giveUp);
    QObject::connect(&workspace, &Workspace::stateChanged, &application, [&] {
        if (workspace.state() != Workspace::Open)
            return giveUp(workspace.problem());
        session.setWorkspace(&workspace);
        session.setStudentId(studentNamed(*workspace.notebook(), arguments.at(2)));
        controller.start();
    });

    // The shutter again as soon as it is free, without waiting for the last page to be kept: a burst.
    int taken = 0;
    const auto shoot = [&] {
        if (controller.canCapture() && taken < pages)
            controller.capture();
    };
    QObject::connect(&controller, &CameraController::stateChanged, &application, shoot, Qt::QueuedConnection);
    QObject::connect(&controller, &CameraController::captured, &application, [&](const QByteArray &jpeg) {
        ++taken;
        session.shoot(jpeg);
    });
    int kept = 0;
    QObject::connect(&session, &CaptureSession::kept, &application, [&](const QString &page) {
        out.write(page.toLatin1() + '\n');
        if (++kept == pages)
            QGuiApplication::quit();
    });
    workspace.open();
    const int code = QGuiApplication::exec();
    controller.stop();
    return code;
}
