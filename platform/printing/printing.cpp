#include "printing.h"

#ifdef INKSTEP_HAS_PORTAL
#include "portalprinter.h"
#endif

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QTemporaryFile>
#include <QUrl>

namespace inkstep {

#ifndef INKSTEP_HAS_PORTAL
namespace {

class NoPrinting final : public Printing {
public:
    void print(PrintJob, std::function<void(Printed)> then) override {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [then = std::move(then)] { then(Printed::Unavailable); },
            Qt::QueuedConnection);
    }
};

} // namespace
#endif

std::unique_ptr<Printing> systemPrinting() {
#ifdef INKSTEP_HAS_PORTAL
    return std::make_unique<PortalPrinter>(QDBusConnection::sessionBus());
#else
    return std::make_unique<NoPrinting>();
#endif
}

Status showDocument(const QByteArray &pdf) {
    // Made readable for this person alone; taken away with the application, when no viewer needs it any more.
    auto file = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/inkstep-XXXXXX.pdf"));
    if (!file->open() || file->write(pdf) != pdf.size() || !file->flush())
        return failure(ErrorCode::WriteFailed, file->errorString(), file->fileName());
    file->close();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file->fileName())))
        return failure(ErrorCode::Unreachable, QStringLiteral("no program opens a PDF"));
    file.release()->setParent(QCoreApplication::instance());
    return {};
}

} // namespace inkstep
