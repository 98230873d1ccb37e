#pragma once

#include "printing.h"

#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

class QDBusMessage;

namespace inkstep {

// The print dialog of the desktop, whichever it is: org.freedesktop.portal.Print, version 1
// (XDG Desktop Portal, "Print"). First the dialog, which says the paper; then the document made for it.
class PortalPrinter final : public QObject, public Printing {
    Q_OBJECT

public:
    explicit PortalPrinter(QDBusConnection bus) : m_bus(std::move(bus)) {}

    void print(PrintJob job, std::function<void(Printed)> then) override;

private slots:
    void answered(uint code, const QVariantMap &results);

private:
    enum class Step { Idle, Dialog, Making, Sending };
    void ask(const QString &method, QVariantList arguments, QVariantMap options);
    void listen(const QString &request);
    void send(const QByteArray &pdf, uint token);
    void end(Printed outcome);

    QDBusConnection m_bus;
    PrintJob m_job;
    std::function<void(Printed)> m_then;
    Step m_step = Step::Idle;
    QString m_request; // where the answer of the step comes from
    int m_count = 0;
};

} // namespace inkstep
