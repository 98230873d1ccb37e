// What the desktop is told, on a bus nobody else is on.
#include "desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace inkstep;

namespace {

const auto serviceName = QStringLiteral("org.freedesktop.Notifications");

class FakeService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told {
        quint32 replaces;
        QString title;
        QString text;
        QVariantMap hints;
    };
    QList<Told> told;
    QList<quint32> closed;

public slots:
    quint32 Notify(const QString &, quint32 replaces, const QString &, const QString &title,
                   const QString &text, const QStringList &, const QVariantMap &hints, int) {
        told << Told{replaces, title, text, hints};
        emit heard();
        return 7;
    }
    void CloseNotification(quint32 number) {
        closed << number;
        emit heard();
    }

signals:
    void heard();
};

} // namespace

class TestNotifier : public QObject {
    Q_OBJECT

    QProcess m_bus;
    QString m_address;

private slots:
    void initTestCase() {
        m_bus.start(qEnvironmentVariable("INKSTEP_PRIVATE_BUS", QStringLiteral("dbus-run-session")),
                    {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"),
                     QStringLiteral("echo $DBUS_SESSION_BUS_ADDRESS; cat")});
        QVERIFY(m_bus.waitForReadyRead());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        QVERIFY(!m_address.isEmpty());
    }
    void cleanupTestCase() {
        m_bus.closeWriteChannel();
        QVERIFY(m_bus.waitForFinished());
    }

    void withoutAServiceNothingHappens() {
        DesktopNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("lonely")));
        notifier.tell(QStringLiteral("A check-back is due"), {});
        notifier.withdraw();
        DesktopNotifier cut(QDBusConnection(QStringLiteral("there is no such bus")));
        cut.tell(QStringLiteral("A check-back is due"), {});
        cut.withdraw();
    }

    void tellsReplacesAndWithdraws() {
        QDBusConnection desk = QDBusConnection::connectToBus(m_address, QStringLiteral("desk"));
        FakeService service;
        QVERIFY(desk.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                                    QDBusConnection::ExportAllSlots));
        QVERIFY(desk.registerService(serviceName));
        DesktopNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("app")));
        notifier.tell(QStringLiteral("A check-back is due"), QStringLiteral("Leo"));
        QTRY_COMPARE(service.told.size(), 1);
        QCOMPARE(service.told[0].title, QStringLiteral("A check-back is due"));
        QCOMPARE(service.told[0].text, QStringLiteral("Leo"));
        QCOMPARE(service.told[0].replaces, 0U);
        QCOMPARE(service.told[0].hints.value(QStringLiteral("suppress-sound")).toBool(), true);
        // The second may go out before the first was answered; the third comes after.
        notifier.tell(QStringLiteral("2 check-backs are due"), {});
        QTRY_COMPARE(service.told.size(), 2);
        QTRY_VERIFY([&] {
            notifier.tell(QStringLiteral("3 check-backs are due"), {});
            QSignalSpy heard(&service, &FakeService::heard);
            return heard.wait() && service.told.last().replaces == 7U;
        }());
        notifier.withdraw();
        QTRY_COMPARE(service.closed, QList<quint32>{7});
        notifier.withdraw();
        notifier.tell(QStringLiteral("Again"), {});
        QTRY_COMPARE(service.told.last().title, QStringLiteral("Again"));
        QCOMPARE(service.told.last().replaces, 0U);
        QCOMPARE(service.closed.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestNotifier)
#include "tst_notifier.moc"
