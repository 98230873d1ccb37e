#include "lookaround.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

namespace inkstep {

namespace {
const QString finishedMark = QStringLiteral("/profile.json");
}

LookAround::LookAround(QString profileFolder, QObject *parent)
    : QObject(parent), m_folder(std::move(profileFolder) + QStringLiteral("-demo")) {}

void LookAround::setBusy(bool busy) {
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void LookAround::open() {
    if (m_busy)
        return;
    if (QFileInfo::exists(m_folder + finishedMark))
        return show();
    setBusy(true);
    auto *maker = new QProcess(this);
    const auto ended = [this, maker](bool made) {
        maker->deleteLater();
        setBusy(false);
        if (made)
            show();
        else
            emit failed(
                tr("The made-up class could not be made. Nothing of yours was changed. Free some space on "
                   "this device, then try again."));
    };
    connect(maker, &QProcess::finished, this, [ended](int code, QProcess::ExitStatus status) {
        ended(status == QProcess::NormalExit && code == 0);
    });
    connect(maker, &QProcess::errorOccurred, this, [ended](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            ended(false);
    });
    maker->start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("demo"), QStringLiteral("--profile"), m_folder});
}

void LookAround::show() {
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                 {QStringLiteral("--profile"), m_folder}))
        emit failed(tr("The window of the made-up class could not be opened. Nothing of yours was changed."));
}

} // namespace inkstep
