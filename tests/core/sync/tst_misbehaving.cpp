// Two tablets and a server that does something wrong at every single request in turn: nothing is lost,
// nothing wrong is believed, a person is told, and once the server behaves both tablets show the same.
#include "core/sync/class.h"
#include "crypto/hash.h"
#include "support/certificate.h"
#include "support/davserver.h"
#include "sync/format/names.h"
#include "sync/remote/webdavremote.h"

#include <QSslSocket>

using namespace inkstep;
using namespace inkstep::test;

namespace {

class MemorySecrets final : public Secrets {
public:
    Result<QString> read(const QString &name) override {
        if (!m_kept.contains(name))
            return failure(ErrorCode::NotFound);
        return m_kept.value(name);
    }
    Status keep(const QString &name, const QString &secret) override {
        m_kept.insert(name, secret);
        return {};
    }
    Status forget(const QString &name) override {
        m_kept.remove(name);
        return {};
    }
    bool lockedBySystem() const override { return true; }

private:
    QMap<QString, QString> m_kept;
};

// A class on a server: Maya began it, Tom joined; both have synced.
struct ServedClass {
    explicit ServedClass(const DavServer::Door &door = {QStringLiteral("maya"), QStringLiteral("geheim ü"),
                                                        false})
        : server(door), key{door.user, door.password, {}} {
        for (Tablet *tablet : {&maya, &tom})
            tablet->parts.secrets = &secrets;
        maya.begin(QStringLiteral("Room 12"));
    }
    void share() {
        const auto connected = maya.syncer->connect(server.url(QStringLiteral("/Klasse drei")), &key);
        QVERIFY2(connected, connected ? "" : qPrintable(connected.error().detail));
        maya.sync();
        const auto code = maya.syncer->makeInvite();
        QVERIFY(code);
        const auto joined =
            Syncer::join(*tom.profile, tom.parts, *code, QStringLiteral("Tom's tablet"), {}, &key);
        QVERIFY2(joined, joined ? "" : qPrintable(joined.error().detail));
        tom.use(*joined);
        meet();
    }
    void meet() {
        for (int i = 0; i < 3; ++i) {
            maya.sync();
            tom.sync();
        }
    }
    // Every file whose name is a hash is what it says.
    QString wrongFile() const {
        const auto files = server.files();
        for (auto file = files.begin(); file != files.end(); ++file) {
            const QString name = file.key().section(QLatin1Char('/'), -1);
            bool copy = false;
            const auto bundle = syncnames::parseBundleFile(name, &copy);
            const QByteArray hash = bundle ? bundle->hash : QByteArray::fromHex(name.toLatin1());
            if (hash.size() == 32 && (bundle || name.size() == 64) && blobHash(*file) != hash)
                return file.key();
        }
        return {};
    }

    FakeClock clock{SystemClock().now()};
    DavServer server;
    MemorySecrets secrets;
    ServerKey key;
    Tablet maya{clock, 1};
    Tablet tom{clock, 2};
};

const Misdeed misdeeds[] = {
    {Misdeed::Status, 500},
    {Misdeed::Status, 503},
    {Misdeed::Status, 507},
    {Misdeed::Status, 401},
    {Misdeed::Status, 403},
    {Misdeed::Status, 405},
    {Misdeed::Status, 412},
    {Misdeed::Status, 423},
    {Misdeed::CutRequest, 0, 100},
    {Misdeed::CutReply},
    {Misdeed::LostReply},
    {Misdeed::WrongLength},
    {Misdeed::WrongBytes},
    {Misdeed::Forgets},
    {Misdeed::Garbage},
    {Misdeed::GarbageXml},
    {Misdeed::Page},
    {Misdeed::Endless},
    {Misdeed::Bomb},
    {Misdeed::Status, 302, 0, "https://elsewhere.example/"},
};

// Which requests go wrong: every one, or every third where each step is slow and every one was tried without.
#ifdef __SANITIZE_ADDRESS__
constexpr int stride = 3;
#else
constexpr int stride = 1;
#endif

} // namespace

class TestMisbehaving : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(QSslSocket::supportsSsl()); }

    void twoTabletsMeetThroughAServer() {
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        const QByteArray large = SeededRandom(5).bytes(9 << 20); // three pieces
        const Id page = room.maya.page(ana, large);
        room.tom.note(room.tom.student(QStringLiteral("Leo")), QStringLiteral("reads aloud"));
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QCOMPARE(room.tom.notebook->vault().get(room.tom.pageOf(page).original).value(), large);
        QCOMPARE(room.maya.syncer->itemState(page).value(), ItemState::Safe);
        QCOMPARE(room.wrongFile(), QString());
        for (const QString &path : room.server.files().keys())
            QVERIFY2(!path.contains(QStringLiteral(".part-")), qPrintable(path));
        QCOMPARE(room.server.files().keys().filter(QStringLiteral(".001-003")).size(), 2); // and the preview
    }

    void anyRequestMayGoWrong_data() {
        QTest::addColumn<int>("which");
        for (int i = 0; i < int(std::size(misdeeds)); ++i)
            QTest::addRow("kind %d, status %d", int(misdeeds[i].kind), misdeeds[i].status) << i;
    }
    void anyRequestMayGoWrong() {
        QFETCH(int, which);
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        int met = 0, complained = 0;
        // Until a whole run passes without reaching the request that would go wrong.
        for (int at = 0, rounds = 0; met == rounds; at += stride, ++rounds) {
            const Id page = room.maya.page(ana, "picture " + QByteArray::number(at));
            room.maya.note(page, QStringLiteral("note %1").arg(at));
            std::atomic<int> asked = 0;
            room.server.misbehave([&, at](const DavRequest &) {
                if (asked++ != at)
                    return Misdeed{};
                ++met;
                return misdeeds[which];
            });
            const auto report = room.maya.syncer->sync();
            complained += !report || !report->problems.empty() ? 1 : 0;
            room.server.misbehave({});
            room.clock.advance(std::chrono::hours(25)); // a whole look is due
            room.maya.sync();
            QCOMPARE(room.wrongFile(), QString());
        }
        QVERIFY(met > 8 / stride);
        // What a second try on a new connection puts right nobody needs to hear of. Where only some requests
        // went wrong, they may all have been of that sort.
        const auto kind = misdeeds[which].kind;
        QVERIFY(stride > 1 || complained > 0 || kind == Misdeed::LostReply || kind == Misdeed::CutRequest ||
                kind == Misdeed::Garbage);
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QCOMPARE(room.maya.syncer->state().value().waiting, 0);
        QCOMPARE(room.tom.syncer->state().value().wanted, 0);
    }

    void whoeverFetchesMayMeetTheSame_data() { anyRequestMayGoWrong_data(); }
    void whoeverFetchesMayMeetTheSame() {
        QFETCH(int, which);
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        int met = 0;
        for (int at = 0, rounds = 0; met == rounds; at += stride, ++rounds) {
            room.maya.note(room.maya.page(ana, "picture " + QByteArray::number(at)),
                           QStringLiteral("note %1").arg(at));
            room.maya.sync();
            std::atomic<int> asked = 0;
            room.server.misbehave([&, at](const DavRequest &) {
                if (asked++ != at)
                    return Misdeed{};
                ++met;
                return misdeeds[which];
            });
            static_cast<void>(room.tom.syncer->sync());
            room.server.misbehave({});
            room.clock.advance(std::chrono::hours(25));
            room.tom.sync();
            QCOMPARE(room.maya.digest(), room.tom.digest());
        }
        QVERIFY(met > 8 / stride);
        room.meet();
        QCOMPARE(room.tom.syncer->state().value().wanted, 0);
    }

    void fullOnceIsSaidAndSmallThingsGoOn() {
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        room.maya.page(ana, SeededRandom(1).bytes(300'000));
        room.server.misbehave([](const DavRequest &request) {
            const bool large = request.headers.value("content-length").toLongLong() > 100'000;
            return large ? Misdeed{Misdeed::Status, 507} : Misdeed{};
        });
        const SyncReport report = room.maya.sync();
        QVERIFY(report.sentEdits > 0);
        QVERIFY(std::any_of(report.problems.begin(), report.problems.end(),
                            [](const Error &error) { return error.code == ErrorCode::DiskFull; }));
        room.tom.sync();
        QCOMPARE(room.maya.digest(), room.tom.digest());
    }

    void aPasswordChangedIsAskedForOnceAndNothingIsTried() {
        ServedClass room;
        room.share();
        room.maya.student(QStringLiteral("Ana"));
        room.server.setPassword(QStringLiteral("another"));
        room.server.forgetRequests();
        const auto report = room.maya.syncer->sync();
        QCOMPARE(report.error().code, ErrorCode::PasswordNeeded);
        // Some servers lock an account after a few tries.
        QVERIFY2(room.server.requests().size() == 1,
                 qPrintable(room.server.requests().join(QLatin1Char('\n'))));
        QVERIFY(!room.maya.syncer->state().value().nextTry); // trying again would not help
        ServerKey now = room.key;
        now.password = QStringLiteral("another");
        QVERIFY(room.maya.syncer->connect(room.maya.syncer->state().value().place, &now));
        room.maya.sync();
    }

    void aCertificateIsAcceptedOnlyByItsFingerprint() {
        const SelfSigned made = makeCertificate();
        ServedClass room({QStringLiteral("maya"), QStringLiteral("pw"), true, made.certificate, made.key});
        const QString url = room.server.url(QStringLiteral("/Klasse"));
        const auto unknown = room.maya.syncer->connect(url, &room.key);
        QCOMPARE(unknown.error().code, ErrorCode::UnknownCertificate);
        QCOMPARE(unknown.error().detail, HttpLine::fingerprintText(made.fingerprint));
        QCOMPARE(room.server.requests(), QStringList()); // nothing was said to a stranger
        room.key.fingerprint = makeCertificate().fingerprint;
        const auto changed = room.maya.syncer->connect(url, &room.key);
        QCOMPARE(changed.error().detail, HttpLine::fingerprintText(made.fingerprint));
        const QString told = wordsFor(changed.error()).sentence();
        QVERIFY2(told.contains(QStringLiteral("another certificate than the one that was accepted")),
                 qPrintable(told));
        QCOMPARE(troubleOf(changed.error()), Trouble::Permission); // not again until a person has looked
        QCOMPARE(room.server.requests(), QStringList());
        room.key.fingerprint = HttpLine::fingerprintFrom(unknown.error().detail);
        QVERIFY(room.maya.syncer->connect(url, &room.key));
        room.maya.sync(); // kept with the password
    }

    void nothingNewCostsARequestADeviceAndTwo() {
        ServedClass room;
        room.share();
        room.meet();
        room.server.forgetRequests();
        room.maya.sync();
        const auto idle = room.server.requests();
        QVERIFY2(idle.size() <= 2 + 2, qPrintable(idle.join(QLatin1Char('\n'))));
        room.maya.note(room.maya.student(QStringLiteral("Ana")), QStringLiteral("one note"));
        room.server.forgetRequests();
        room.maya.sync();
        const auto one = room.server.requests();
        QVERIFY2(one.size() <= 2 + 7, qPrintable(one.join(QLatin1Char('\n'))));
        QVERIFY2(room.server.bodyBytes() <= 4096, qPrintable(QString::number(room.server.bodyBytes())));
    }

    // A person who asks hears of pictures that are gone at once where their folders went, and of a single one
    // within a day; what is asked of the server for it does not grow with the pictures.
    void picturesTheServerLostComeAgainWhenAPersonAsks() {
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        for (int i = 0; i < 12; ++i)
            room.maya.page(ana, "picture " + QByteArray::number(i));
        room.meet();
        const auto pictures = [&] { return room.server.files().keys().filter(QStringLiteral("/b/")); };
        const auto askedSync = [&] {
            room.server.forgetRequests();
            return room.maya.syncer->sync({}, {}, {.asked = true});
        };
        const QStringList before = pictures();
        QCOMPARE(before.size(), qsizetype(24));
        QVERIFY(askedSync()); // counts them
        QVERIFY(askedSync());
        const auto again = room.server.requests();
        QVERIFY2(again.size() <= 20, qPrintable(again.join(QLatin1Char('\n'))));
        QCOMPARE(again.filter(QStringLiteral("/b/")).size(), qsizetype(1));
        room.server.remove(before.front().section(QLatin1Char('/'), 0, 3));
        QVERIFY(pictures().isEmpty());
        QVERIFY(askedSync());
        QCOMPARE(pictures(), before);
        room.server.remove(before.front());
        room.clock.advance(std::chrono::hours(25));
        QVERIFY(askedSync());
        QCOMPARE(pictures(), before);
    }

    void aBusyServerIsTriedAgain_data() {
        QTest::addColumn<int>("status");
        QTest::newRow("maintenance") << 503;
        QTest::newRow("too many requests") << 429;
    }
    void aBusyServerIsTriedAgain() {
        QFETCH(int, status);
        ServedClass room;
        room.share();
        room.server.misbehave([status](const DavRequest &) { return Misdeed{Misdeed::Status, status}; });
        const auto failed = room.maya.syncer->sync();
        QVERIFY(!failed);
        const QString told = wordsFor(failed.error()).sentence();
        QVERIFY2(told.contains(QStringLiteral("is busy")), qPrintable(told));
        QVERIFY(room.maya.syncer->state().value().nextTry.has_value());
    }

    // Cafés and schools answer everything with a page until somebody has signed in.
    void aNetworkThatWantsASignInIsNamed_data() {
        QTest::addColumn<QByteArray>("verb"); // that is answered with the page; none: all
        QTest::newRow("everything") << QByteArray();
        QTest::newRow("files only") << QByteArray("GET");
    }
    void aNetworkThatWantsASignInIsNamed() {
        QFETCH(QByteArray, verb);
        ServedClass room;
        room.share();
        room.server.misbehave([verb](const DavRequest &request) {
            return verb.isEmpty() || request.verb == verb ? Misdeed{Misdeed::Page} : Misdeed{};
        });
        const auto failed = room.maya.syncer->sync();
        QVERIFY(!failed);
        const QString told = wordsFor(failed.error()).sentence();
        QVERIFY2(told.contains(QStringLiteral("sign-in")), qPrintable(told));
        QVERIFY(room.maya.syncer->state().value().nextTry.has_value());
        room.server.misbehave({});
        room.maya.sync();
    }

    void theListedPastDoesNoHarm() {
        ServedClass room;
        room.share();
        room.server.staleListings(true);
        room.maya.note(room.maya.student(QStringLiteral("Ana")), QStringLiteral("while the list is old"));
        for (int i = 0; i < 3; ++i) {
            room.clock.advance(std::chrono::hours(25));
            static_cast<void>(room.maya.syncer->sync());
            static_cast<void>(room.tom.syncer->sync());
        }
        room.server.staleListings(false);
        room.clock.advance(std::chrono::hours(25));
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
    }

    void ignoredPreconditionsDoNoHarm() {
        ServedClass room;
        room.server.ignorePreconditions(true);
        room.share();
        room.maya.note(room.maya.student(QStringLiteral("Ana")), QStringLiteral("x"));
        room.meet();
        QCOMPARE(room.maya.digest(), room.tom.digest());
        QCOMPARE(room.wrongFile(), QString());
    }

    void aWrongClockIsTold() {
        ServedClass room;
        room.share();
        room.server.dateIs("Sun, 06 Nov 1994 08:49:37 GMT");
        const SyncReport report = room.maya.sync();
        QVERIFY(report.clockAhead.has_value());
        QVERIFY(*report.clockAhead > std::chrono::hours(24 * 365));
        const QString told = clockWords(report);
        QVERIFY2(told.contains(QStringLiteral("years ahead")), qPrintable(told));
        room.server.dateIs({});
        QCOMPARE(clockWords(room.maya.sync()), QString());
    }

    void aRedirectWithinTheServerIsFollowedAndKept() {
        ServedClass room;
        room.server.makeFolder(QStringLiteral("/new/Klasse"));
        room.server.misbehave([&room](const DavRequest &request) {
            Misdeed to{Misdeed::Status, 301};
            to.location = QUrl(room.server.url(QStringLiteral("/new") + request.path.sliced(4))).toEncoded();
            return request.path.startsWith(QLatin1StringView("/old")) ? to : Misdeed{};
        });
        QVERIFY(room.maya.syncer->connect(room.server.url(QStringLiteral("/old/Klasse")), &room.key));
        QVERIFY(room.maya.syncer->state().value().place.contains(QStringLiteral("/new/Klasse")));
        room.server.forgetRequests();
        room.maya.sync();
        QVERIFY(room.server.requests().filter(QStringLiteral("/old")).isEmpty());
    }

    void aNextcloudIsFoundBehindItsAddress() {
        ServedClass room;
        room.server.put(QStringLiteral("/cloud/status.php"),
                        "{\"installed\":true,\"maintenance\":false,\"versionstring\":\"28.0.1\"}");
        room.server.makeFolder(QStringLiteral("/cloud/remote.php/dav/files/maya"));
        QVERIFY(room.maya.syncer->connect(room.server.url(QStringLiteral("/cloud")), &room.key));
        room.maya.sync();
        QVERIFY(!room.server.files()
                     .keys()
                     .filter(QStringLiteral("/cloud/remote.php/dav/files/maya/Inkstep/"))
                     .isEmpty());
    }

    void aServerThatSaysNothingIsGivenUp() {
        DavServer server;
        server.misbehave([](const DavRequest &) { return Misdeed{Misdeed::Silent}; });
        const SystemClock clock;
        SystemRandom random;
        WebDavRemote remote(
            std::make_shared<WebDavRemote::Line>(
                ServerKey{}, HttpLine::Options{std::chrono::milliseconds(300)}, clock, random),
            serverAddress(server.url()).value());
        QCOMPARE(remote.list({}).error().code, ErrorCode::Unreachable);
        QCOMPARE(remote.write(QStringLiteral("x"), "x").error().code, ErrorCode::Unreachable);
    }

    void aCutLinkSendsAtMostAPieceAgain() {
        ServedClass room;
        room.share();
        const Id ana = room.maya.student(QStringLiteral("Ana"));
        room.maya.page(ana, SeededRandom(3).bytes(15 << 20));
        room.maya.sync(); // as a measure
        const qint64 whole = [&] {
            room.maya.page(ana, SeededRandom(4).bytes(15 << 20));
            room.server.forgetRequests();
            room.maya.sync();
            return room.server.bodyBytes();
        }();
        for (int percent = 10; percent <= 90; percent += 20) {
            room.maya.page(ana, SeededRandom(std::uint64_t(percent)).bytes(15 << 20));
            room.server.forgetRequests();
            std::atomic<bool> cut = false;
            room.server.misbehave([&](const DavRequest &request) {
                const qint64 left = whole * percent / 100 - room.server.bodyBytes();
                const qint64 length = request.headers.value("content-length").toLongLong();
                if (cut || length > left) {
                    cut = true;
                    return Misdeed{Misdeed::CutRequest, 0, std::max<qint64>(0, left)};
                }
                return Misdeed{};
            });
            static_cast<void>(room.maya.syncer->sync());
            room.server.misbehave({});
            room.clock.advance(std::chrono::hours(25));
            room.maya.sync();
            const qint64 again = room.server.bodyBytes() - whole;
            QVERIFY2(again <= (4 << 20) + (64 << 10),
                     qPrintable(QStringLiteral("%1 %: %2").arg(percent).arg(again)));
        }
    }
};

QTEST_GUILESS_MAIN(TestMisbehaving)
#include "tst_misbehaving.moc"
