// The print dialog asked for over the bus, with a desktop that is a fake on a private bus.
#include "portalprinter.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QFile>
#include <QTest>
#include <QTimer>

using namespace inkstep;

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Print")

public:
    explicit FakePortal(const QDBusConnection &bus) : m_bus(bus) {}

    uint dialogCode = 0, printCode = 0;
    bool refuses = false;
    bool ownPath = false; // as an old portal: the request is elsewhere than asked for
    QSizeF chosen{215.9, 279.4};
    QStringList titles;
    QSizeF suggested;
    uint tokenGiven = 0;
    QByteArray printed;

public slots:
    QDBusObjectPath PreparePrint(const QString &, const QString &title, const QVariantMap &,
                                 const QVariantMap &setup, const QVariantMap &options,
                                 const QDBusMessage &call) {
        titles << title;
        suggested = {setup.value(QStringLiteral("Width")).toDouble(),
                     setup.value(QStringLiteral("Height")).toDouble()};
        return answer(
            call, options, dialogCode,
            {{QStringLiteral("token"), 77u},
             {QStringLiteral("page-setup"), QVariantMap{{QStringLiteral("Width"), chosen.width()},
                                                        {QStringLiteral("Height"), chosen.height()}}}});
    }
    QDBusObjectPath Print(const QString &, const QString &title, const QDBusUnixFileDescriptor &file,
                          const QVariantMap &options, const QDBusMessage &call) {
        titles << title;
        tokenGiven = options.value(QStringLiteral("token")).toUInt();
        QFile document;
        if (document.open(file.fileDescriptor(), QIODevice::ReadOnly))
            printed = document.readAll();
        return answer(call, options, printCode, {});
    }

private:
    QDBusObjectPath answer(const QDBusMessage &call, const QVariantMap &options, uint code,
                           const QVariantMap &results) {
        if (refuses) {
            call.setDelayedReply(true);
            m_bus.send(call.createErrorReply(QDBusError::AccessDenied, QStringLiteral("not here")));
            return {};
        }
        QString sender = call.service().mid(1);
        sender.replace(QLatin1Char('.'), QLatin1Char('_'));
        const QString path =
            QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2")
                .arg(sender, ownPath ? QStringLiteral("other%1").arg(titles.size())
                                     : options.value(QStringLiteral("handle_token")).toString());
        QTimer::singleShot(30, this, [this, path, code, results] {
            QDBusMessage signal = QDBusMessage::createSignal(
                path, QStringLiteral("org.freedesktop.portal.Request"), QStringLiteral("Response"));
            signal << code << results;
            m_bus.send(signal);
        });
        return QDBusObjectPath(path);
    }

    QDBusConnection m_bus;
};

class PortalPrinterTest : public QObject {
    Q_OBJECT

    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString object = QStringLiteral("/org/freedesktop/portal/desktop");

    struct Run {
        std::optional<Printed> outcome;
        QSizeF madeFor;
        int times = 0;
    };
    static void start(PortalPrinter &printer, Run &run, Result<QByteArray> pdf = QByteArray("%PDF-fake")) {
        PrintJob job;
        job.title = QStringLiteral("Slips");
        job.paper = {210, 297};
        job.make = [&run, pdf](const QSizeF &paper, PrintJob::Take take) {
            run.madeFor = paper;
            take(pdf);
        };
        printer.print(std::move(job), [&run](Printed outcome) {
            run.outcome = outcome;
            ++run.times;
        });
    }

    QDBusConnection m_desktop =
        QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop"));
    QDBusConnection m_app = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("app"));
    std::unique_ptr<FakePortal> m_portal;

private slots:
    void initTestCase() {
        QVERIFY2(m_desktop.isConnected() && m_app.isConnected(), "run under dbus-run-session");
    }
    void init() {
        m_portal = std::make_unique<FakePortal>(m_desktop);
        QVERIFY(m_desktop.registerObject(object, m_portal.get(), QDBusConnection::ExportAllSlots));
        QVERIFY(m_desktop.registerService(service));
    }
    void cleanup() {
        m_desktop.unregisterObject(object);
        m_desktop.unregisterService(service);
    }

    void theDialogThenTheDocument() {
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::HandedOver);
        QCOMPARE(run.times, 1);
        QCOMPARE(m_portal->suggested, QSizeF(210, 297));
        QCOMPARE(run.madeFor, QSizeF(215.9, 279.4)); // the paper a person chose
        QCOMPARE(m_portal->tokenGiven, 77u);
        QCOMPARE(m_portal->printed, QByteArray("%PDF-fake"));
        Run again;
        start(printer, again);
        QTRY_VERIFY(again.outcome.has_value());
        QCOMPARE(*again.outcome, Printed::HandedOver);
    }
    void aRequestElsewhere() {
        m_portal->ownPath = true;
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::HandedOver);
    }
    void closedByThePerson() {
        m_portal->dialogCode = 1;
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::Cancelled);
        QVERIFY(m_portal->printed.isEmpty());
    }
    void itFails_data() {
        QTest::addColumn<uint>("dialog");
        QTest::addColumn<uint>("print");
        QTest::addColumn<bool>("made");
        QTest::newRow("dialog") << 2u << 0u << true;
        QTest::newRow("printing") << 0u << 2u << true;
        QTest::newRow("no document") << 0u << 0u << false;
    }
    void itFails() {
        QFETCH(uint, dialog);
        QFETCH(uint, print);
        QFETCH(bool, made);
        m_portal->dialogCode = dialog;
        m_portal->printCode = print;
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run,
              made ? Result<QByteArray>(QByteArray("%PDF-fake")) : failure(ErrorCode::DiskFull));
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::Failed);
    }
    void noPortal() {
        cleanup();
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::Unavailable);
        init();
    }
    void aPortalThatRefuses() {
        m_portal->refuses = true;
        PortalPrinter printer(m_app);
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::Unavailable);
    }
    void noBus() {
        PortalPrinter printer(QDBusConnection(QStringLiteral("nobody made this one")));
        Run run;
        start(printer, run);
        QTRY_VERIFY(run.outcome.has_value());
        QCOMPARE(*run.outcome, Printed::Unavailable);
    }
    void oneAtATime() {
        PortalPrinter printer(m_app);
        Run first, second;
        start(printer, first);
        start(printer, second);
        QTRY_VERIFY(first.outcome.has_value() && second.outcome.has_value());
        QCOMPARE(*first.outcome, Printed::HandedOver);
        QCOMPARE(*second.outcome, Printed::Cancelled);
    }
    void itMayGoBeforeTheAnswer() {
        Run run;
        {
            PortalPrinter printer(m_app);
            start(printer, run);
        }
        QTRY_COMPARE(m_portal->titles.size(), 1);
        QCOMPARE(run.times, 0);
    }
};

QTEST_GUILESS_MAIN(PortalPrinterTest)
#include "tst_portalprinter.moc"
