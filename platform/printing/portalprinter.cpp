#include "portalprinter.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QPointer>
#include <QTemporaryFile>

namespace inkstep {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString object = QStringLiteral("/org/freedesktop/portal/desktop");
const QString printInterface = QStringLiteral("org.freedesktop.portal.Print");
const QString requestInterface = QStringLiteral("org.freedesktop.portal.Request");
constexpr uint done = 0, closedByPerson = 1; // the Response signal's first argument

QVariantMap mapIn(const QVariant &value) {
    return value.canConvert<QDBusArgument>() ? qdbus_cast<QVariantMap>(value.value<QDBusArgument>())
                                             : value.toMap();
}

} // namespace

void PortalPrinter::print(PrintJob job, std::function<void(Printed)> then) {
    const auto later = [this](std::function<void(Printed)> told, Printed outcome) {
        QMetaObject::invokeMethod(
            this, [told = std::move(told), outcome] { told(outcome); }, Qt::QueuedConnection);
    };
    if (m_step != Step::Idle)
        return later(std::move(then), Printed::Cancelled);
    if (!m_bus.isConnected())
        return later(std::move(then), Printed::Unavailable);
    m_job = std::move(job);
    m_then = std::move(then);
    m_step = Step::Dialog;
    const QVariantMap setup{{QStringLiteral("Width"), m_job.paper.width()},
                            {QStringLiteral("Height"), m_job.paper.height()},
                            {QStringLiteral("Orientation"), QStringLiteral("portrait")}};
    ask(QStringLiteral("PreparePrint"), {QString(), m_job.title, QVariantMap(), setup}, {});
}

// Every method of the portal answers twice: at once with the path of a request, later with a signal from it.
void PortalPrinter::ask(const QString &method, QVariantList arguments, QVariantMap options) {
    const QString token = QStringLiteral("inkstep%1").arg(++m_count);
    options.insert(QStringLiteral("handle_token"), token);
    // The path is known before the answer, so that a quick answer is not missed.
    listen(QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2")
               .arg(m_bus.baseService().mid(1).replace(QLatin1Char('.'), QLatin1Char('_')), token));
    arguments << options;
    QDBusMessage call = QDBusMessage::createMethodCall(service, object, printInterface, method);
    call.setArguments(arguments);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, step = m_step] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (m_step != step)
            return; // the signal was quicker
        if (reply.isError()) {
            qInfo("printing: %s", qPrintable(reply.error().message()));
            return end(step == Step::Dialog ? Printed::Unavailable : Printed::Failed);
        }
        if (reply.value().path() != m_request)
            listen(reply.value().path());
    });
}

void PortalPrinter::listen(const QString &request) {
    const QString signal = QStringLiteral("Response");
    if (!m_request.isEmpty())
        m_bus.disconnect(service, m_request, requestInterface, signal, this,
                         SLOT(answered(uint, QVariantMap)));
    m_request = request;
    if (!m_request.isEmpty())
        m_bus.connect(service, m_request, requestInterface, signal, this, SLOT(answered(uint, QVariantMap)));
}

void PortalPrinter::answered(uint code, const QVariantMap &results) {
    if (code != done)
        return end(code == closedByPerson ? Printed::Cancelled : Printed::Failed);
    if (m_step == Step::Sending)
        return end(Printed::HandedOver);
    if (m_step != Step::Dialog)
        return;
    m_step = Step::Making;
    const uint token = results.value(QStringLiteral("token")).toUInt();
    const QVariantMap setup = mapIn(results.value(QStringLiteral("page-setup")));
    QSizeF paper(setup.value(QStringLiteral("Width")).toDouble(),
                 setup.value(QStringLiteral("Height")).toDouble());
    if (paper.isEmpty())
        paper = m_job.paper;
    m_job.make(paper, [self = QPointer(this), token](Result<QByteArray> pdf) {
        if (!self || self->m_step != Step::Making)
            return;
        if (!pdf)
            return self->end(Printed::Failed);
        self->send(*pdf, token);
    });
}

void PortalPrinter::send(const QByteArray &pdf, uint token) {
    // Without a name where the system can: the document lies nowhere once both sides have closed it.
    QTemporaryFile file;
    if (!file.open() || file.write(pdf) != pdf.size() || !file.flush() || !file.seek(0))
        return end(Printed::Failed);
    m_step = Step::Sending;
    ask(QStringLiteral("Print"),
        {QString(), m_job.title, QVariant::fromValue(QDBusUnixFileDescriptor(file.handle()))},
        {{QStringLiteral("token"), token}});
}

void PortalPrinter::end(Printed outcome) {
    listen({});
    m_step = Step::Idle;
    m_job = {};
    const auto then = std::exchange(m_then, {});
    if (then)
        then(outcome);
}

} // namespace inkstep
