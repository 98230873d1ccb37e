// Connecting a notebook to a server by touch, against a server of our own.
#include "codereader.h"
#include "qml/pages/frame/stage.h"
#include "support/certificate.h"
#include "support/davserver.h"

#include <QPainter>
#include <QQuickItemGrabResult>
#include <QTest>
#include <cstring>

using namespace inkstep;
using namespace inkstep::test;

namespace {

struct Served {
    explicit Served(const DavServer::Door &door) : server(door) {
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.go(QStringLiteral("sync"));
    }
    void fill(const char *field, const QString &text) {
        QQuickItem *item = stage.item(QString::fromLatin1(field));
        QVERIFY(item);
        item->setProperty("text", text);
    }
    void fillAll(const QString &password) {
        QVERIFY(stage.tap(QStringLiteral("chooseServer")));
        QTRY_COMPARE(stage.place(), QStringLiteral("server"));
        fill("address", server.url(QStringLiteral("/Klasse")));
        fill("user", QStringLiteral("maya"));
        fill("password", password);
    }
    bool sent() const {
        const QQuickItem *standing = stage.item(QStringLiteral("standing"));
        return standing && standing->property("text").toString().startsWith(QStringLiteral("All copied"));
    }
    bool storeThere() const { return !server.files().keys().filter(QStringLiteral("vault.json")).isEmpty(); }

    DavServer server;
    Stage stage;
};

} // namespace

class SyncPagesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() {
        QStringList said = warnings();
        // A machine without sound or a graphics card says so; the code is read all the same.
        said.removeIf([](const QString &line) {
            return line.startsWith(QLatin1StringView("PulseAudioService")) ||
                   line.contains(QLatin1StringView("No RHI backend"));
        });
        QCOMPARE(said, QStringList());
    }

    void aServerIsConnectedByAddressNameAndPassword() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), true});
        room.fillAll(QStringLiteral("pw"));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-server"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_COMPARE(room.stage.place(), QStringLiteral("sync"));
        QTRY_VERIFY(room.storeThere());
        QTRY_VERIFY(room.stage.item(QStringLiteral("syncNow")));
    }

    void aWrongPasswordIsASentenceAndNothingIsConnected() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), false});
        room.fillAll(QStringLiteral("another"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("trouble")));
        QVERIFY(room.stage.item(QStringLiteral("trouble"))
                    ->property("text")
                    .toString()
                    .contains(QStringLiteral("user name and password")));
        QVERIFY(!room.storeThere());
        QCOMPARE(room.stage.place(), QStringLiteral("server"));
    }

    void aCertificateIsComparedByAPerson() {
        const SelfSigned made = makeCertificate();
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), false, made.certificate, made.key});
        room.fillAll(QStringLiteral("pw"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("fingerprint")));
        QString shown = room.stage.item(QStringLiteral("fingerprint"))->property("text").toString();
        QCOMPARE(shown.count(QLatin1Char('\n')), 3);
        QCOMPARE(shown.replace(QLatin1Char('\n'), QLatin1Char(' ')).toLatin1(),
                 made.fingerprint.toHex(' ').toUpper());
        QCOMPARE(room.server.requests(), QStringList()); // nothing was said yet
        room.stage.settle();
        room.stage.picture(QStringLiteral("sync-certificate"));
        QVERIFY(room.stage.tap(QStringLiteral("fingerprintWrong")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("trouble")));
        QCOMPARE(room.server.requests(), QStringList());
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("fingerprintRight")));
        room.stage.settle();
        QVERIFY(room.stage.tap(QStringLiteral("fingerprintRight")));
        QTRY_VERIFY(room.storeThere());
        QTRY_COMPARE(room.stage.place(), QStringLiteral("sync"));
    }

    void aPasswordThatChangedIsAskedForAndNotTriedAgainAndAgain() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), false});
        room.fillAll(QStringLiteral("pw"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.sent());
        room.server.setPassword(QStringLiteral("changed"));
        QTRY_VERIFY(room.stage.item(QStringLiteral("syncNow")));
        QVERIFY(room.stage.tap(QStringLiteral("syncNow")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("givePassword")));
        room.stage.settle();
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-sign-in-again"));
        QVERIFY(room.stage.tap(QStringLiteral("givePassword")));
        QTRY_COMPARE(room.stage.place(), QStringLiteral("server"));
        // The address and the name are known; only what changed is to be typed.
        QCOMPARE(room.stage.item(QStringLiteral("user"))->property("text").toString(),
                 QStringLiteral("maya"));
        room.fill("password", QStringLiteral("changed"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_COMPARE(room.stage.place(), QStringLiteral("sync"));
        QTRY_VERIFY(!room.stage.item(QStringLiteral("givePassword")));
    }

    void aColleagueJoinsByCodeAndPassword() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), true});
        room.fillAll(QStringLiteral("pw"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.sent());
        QTRY_VERIFY(room.stage.item(QStringLiteral("makeInvite")));
        QVERIFY(room.stage.tap(QStringLiteral("makeInvite")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("inviteCode")));
        const QString code = room.stage.item(QStringLiteral("inviteCode"))->property("text").toString();

        Stage colleague({600, 900});
        colleague.show();
        QTRY_VERIFY(colleague.item(QStringLiteral("join")));
        QVERIFY(colleague.tap(QStringLiteral("join")));
        QTRY_VERIFY(colleague.item(QStringLiteral("code")));
        colleague.item(QStringLiteral("code"))->setProperty("text", code);
        QTRY_VERIFY(colleague.item(QStringLiteral("user")));
        colleague.item(QStringLiteral("user"))->setProperty("text", QStringLiteral("maya"));
        colleague.item(QStringLiteral("password"))->setProperty("text", QStringLiteral("pw"));
        colleague.settle();
        QCOMPARE(unnamed(colleague), QStringList());
        QCOMPARE(cutOff(colleague), QStringList());
        colleague.picture(QStringLiteral("sync-join-server"));
        QVERIFY(colleague.tap(QStringLiteral("join")));
        QTRY_VERIFY(colleague.workspace->notebook());
        QTRY_VERIFY(!colleague.student(QStringLiteral("Ana")).isNull());
    }

    // A code on another screen, in a dim room and out of true, as a video brings it.
    void aCodeIsReadFromAVideo() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), false});
        room.fillAll(QStringLiteral("pw"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(room.sent());
        QTRY_VERIFY(room.stage.item(QStringLiteral("makeInvite")));
        QVERIFY(room.stage.tap(QStringLiteral("makeInvite")));
        QTRY_VERIFY(room.stage.item(QStringLiteral("inviteQr")));
        const QString code = room.stage.item(QStringLiteral("inviteCode"))->property("text").toString();
        const auto grab = room.stage.item(QStringLiteral("inviteQr"))->grabToImage();
        QVERIFY(grab);
        QTRY_VERIFY(!grab->image().isNull());
        QImage seen(QSize(1280, 960), QImage::Format_RGB32);
        seen.fill(QColor(90, 84, 80));
        {
            QPainter painter(&seen);
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.setOpacity(0.5);
            painter.setTransform(QTransform::fromScale(1.6, 1.5).rotate(-11).shear(0.08, 0.02));
            painter.translate(150, 240);
            painter.drawImage(0, 0, grab->image());
        }
        QVideoSink sink;
        CodeReader reader;
        QSignalSpy found(&reader, &CodeReader::found);
        reader.setVideoSink(&sink);
        const auto send = [&sink](const QImage &picture) {
            QVideoFrame frame(QVideoFrameFormat(picture.size(), QVideoFrameFormat::Format_BGRX8888));
            QVERIFY(frame.map(QVideoFrame::WriteOnly));
            for (int y = 0; y < picture.height(); ++y)
                std::memcpy(frame.bits(0) + y * frame.bytesPerLine(0), picture.constScanLine(y),
                            static_cast<std::size_t>(picture.width()) * 4);
            frame.unmap();
            sink.setVideoFrame(frame);
        };
        QImage nothing = seen;
        nothing.fill(Qt::gray);
        send(nothing);
        for (int frame = 0; frame < 50 && found.isEmpty(); ++frame) {
            send(seen);
            found.wait(100);
        }
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().first().toString(), code);
    }

    void withoutACameraTheCodeIsTyped() {
        Stage colleague({400, 800});
        colleague.show();
        QTRY_VERIFY(colleague.item(QStringLiteral("join")));
        QVERIFY(colleague.tap(QStringLiteral("join")));
        QTRY_VERIFY(colleague.item(QStringLiteral("readCode")));
        QVERIFY(colleague.tap(QStringLiteral("readCode")));
        QTRY_VERIFY(colleague.item(QStringLiteral("cameraWords")));
        colleague.settle();
        QCOMPARE(unnamed(colleague), QStringList());
        QCOMPARE(cutOff(colleague), QStringList());
        colleague.picture(QStringLiteral("sync-no-camera"));
        QVERIFY(colleague.tap(QStringLiteral("stopReading")));
        QTRY_VERIFY(!colleague.item(QStringLiteral("stopReading")));
        QVERIFY(colleague.item(QStringLiteral("code")));
    }

    void earlierSyncsAreListed() {
        Served room({QStringLiteral("maya"), QStringLiteral("pw"), false});
        room.stage.go(QStringLiteral("syncHistory"));
        QTRY_VERIFY(room.stage.item(QStringLiteral("noRuns")));
        room.stage.go(QStringLiteral("sync"));
        room.fillAll(QStringLiteral("pw"));
        QVERIFY(room.stage.tap(QStringLiteral("connect")));
        QTRY_VERIFY(!room.server.files().keys().filter(QStringLiteral("/head")).isEmpty());
        room.stage.go(QStringLiteral("syncHistory"));
        QTRY_VERIFY(!room.stage.item(QStringLiteral("noRuns")));
        room.stage.settle();
        QCOMPARE(unnamed(room.stage), QStringList());
        QCOMPARE(cutOff(room.stage), QStringList());
        room.stage.picture(QStringLiteral("sync-history"));
    }
};

QTEST_MAIN(SyncPagesTest)
#include "tst_pages_sync.moc"
