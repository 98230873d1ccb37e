// The parts of a server's remote that need no server: addresses, who is there, listings; and everything that
// is read from a store or a server, cut and changed at random: it is refused or read, never worse.
#include "crypto/hash.h"
#include "support/fakes.h"
#include "sync/format/format.h"
#include "sync/format/joincode.h"
#include "sync/remote/httpauth.h"
#include "sync/remote/multistatus.h"
#include "sync/remote/serveraddress.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

const QUrl folder(QStringLiteral("https://cloud.example/dav/Schule%20%C3%9C"));

QByteArray listing(const QByteArray &responses) {
    return "<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\" xmlns:o=\"http://o.example\">" +
           responses + "</d:multistatus>";
}

QByteArray entry(const QByteArray &href, const QByteArray &props) {
    return "<d:response><d:href>" + href + "</d:href><d:propstat><d:prop>" + props +
           "</d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>";
}

const QByteArray isFolder = "<d:resourcetype><d:collection/></d:resourcetype>";

QByteArray someListing() {
    return listing(
        entry("/dav/Schule%20%C3%9C/", isFolder) + entry("/dav/Schule%20%C3%9C/d/", isFolder) +
        entry("https://cloud.example/dav/Schule%20%C3%9c/vault.json",
              "<d:getcontentlength>120</d:getcontentlength><d:resourcetype/>") +
        entry("/dav/Schule Ü/a%20(1).b", "<d:getcontentlength>7</d:getcontentlength><o:x>y</o:x>") +
        entry("/dav/other/evil", "") + entry("/dav/Schule%20%C3%9C/d/deep", "") +
        entry("/dav/Schule%20%C3%9C/..", ""));
}

// A change as damage makes it: a bit, a byte, a cut, a piece twice, a piece gone.
QByteArray changed(QByteArray bytes, std::mt19937 &chance) {
    const auto any = [&](qsizetype below) {
        return qsizetype(chance() % std::max<std::size_t>(1, std::size_t(below)));
    };
    for (int times = 1 + int(chance() % 3); times > 0 && !bytes.isEmpty(); --times) {
        const auto at = any(bytes.size());
        switch (chance() % 6) {
        case 0:
            bytes[at] = char(bytes[at] ^ (1 << (chance() % 8)));
            break;
        case 1:
            bytes[at] = char(chance());
            break;
        case 2:
            bytes.truncate(at);
            break;
        case 3:
            bytes.insert(at, bytes.mid(any(bytes.size()), 1 + any(40)));
            break;
        case 4:
            bytes.remove(at, 1 + any(8));
            break;
        default:
            bytes.insert(at, QByteArray(1 + any(9), char(chance() % 2 ? 0xff : 0)));
        }
    }
    return bytes;
}

} // namespace

class TestServer : public QObject {
    Q_OBJECT

private slots:
    void addressesAsPeopleTypeThem_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *typed, const char *user, const char *place) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(user)
                                 << QString::fromUtf8(place);
        };
        row("https://cloud.example/dav/", "", "https://cloud.example/dav");
        row("  https://maya@cloud.example/dav ", "", "https://maya@cloud.example/dav");
        row("https://maya@cloud.example/dav", "tom", "https://tom@cloud.example/dav");
        row("https://cloud.example/Klasse 3é/", "m@school.example",
            "https://m%40school.example@cloud.example/Klasse%203%C3%A9");
        row("https://cloud.example/Klasse%203%C3%A9", "", "https://cloud.example/Klasse%203%C3%A9");
        row("davs://cloud.example:8443/x", "", "https://cloud.example:8443/x");
        row("http://127.0.0.1:8080/x", "", "http://127.0.0.1:8080/x");
        row("http://cloud.example/x", "", "");
        row("https://maya:pw@cloud.example/x", "", "");
        row("https://cloud.example/x?page=1", "", "");
        row("https://", "", "");
        row("a folder", "", "");
    }
    void addressesAsPeopleTypeThem() {
        QFETCH(QString, typed);
        QFETCH(QString, user);
        QFETCH(QString, place);
        const auto address = serverAddress(typed, user);
        QCOMPARE(address.has_value(), !place.isEmpty());
        if (!address) {
            QVERIFY(address.error().detail.endsWith(QLatin1Char('.')));
            QVERIFY(!wordsFor(address.error()).sentence().contains(QStringLiteral("pw")));
            return;
        }
        QCOMPARE(address->place(), place);
        QCOMPARE(serverAddress(address->place()).value(), *address); // as it is kept, it is read again
    }

    void nextcloudsAreRecognized_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("installation");
        QTest::newRow("files") << "https://c.example/index.php/apps/files/?dir=/"
                               << "https://c.example";
        QTest::newRow("pretty") << "https://c.example/nextcloud/apps/files"
                                << "https://c.example/nextcloud";
        QTest::newRow("login") << "https://c.example/login"
                               << "https://c.example";
        QTest::newRow("older form") << "https://c.example/oc/remote.php/webdav"
                                    << "https://c.example/oc";
        QTest::newRow("theirs already") << "https://c.example/remote.php/dav/files/maya/X"
                                        << "";
        QTest::newRow("any") << "https://c.example/dav/class"
                             << "";
    }
    void nextcloudsAreRecognized() {
        QFETCH(QString, url);
        QFETCH(QString, installation);
        const auto found = nextcloud::installation(QUrl(url));
        QCOMPARE(found.has_value(), !installation.isEmpty());
        if (found)
            QCOMPARE(nextcloud::files(*found, QStringLiteral("maya é")).path(),
                     QUrl(installation).path() + QStringLiteral("/remote.php/dav/files/maya é/Inkstep"));
    }

    // The example of RFC 7616, section 3.9.1, in both algorithms.
    void digestsAreAsInTheStandard() {
        const QByteArray common = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
                                  "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
                                  "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\", algorithm=";
        const QByteArray cnonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
        for (const auto &[algorithm, response] :
             {std::pair<QByteArray, QByteArray>{"MD5", "8ca523f5e9506fed4657c9700eebdbec"},
              {"SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"}}) {
            HttpAuth auth(QStringLiteral("Mufasa"), QStringLiteral("Circle of Life"));
            QVERIFY(auth.heard(common + algorithm));
            const QByteArray line = auth.answer("GET", "/dir/index.html", cnonce);
            QVERIFY2(line.contains("response=\"" + response + '"'), line.constData());
            QVERIFY(auth.answer("GET", "/dir/index.html", cnonce).contains("nc=00000002"));
        }
    }
    void theStrongerQuestionIsAnswered() {
        HttpAuth auth(QStringLiteral("maya"), QStringLiteral("pä\"ss"));
        QVERIFY(auth.answer("GET", "/", "x").isEmpty());
        QVERIFY(!auth.heard("Negotiate"));
        QVERIFY(auth.heard("Basic realm=\"a, b\", charset=\"UTF-8\""));
        QCOMPARE(auth.answer("GET", "/", "x"), "Basic " + QByteArray("maya:pä\"ss").toBase64());
        QVERIFY(auth.heard("Negotiate, Basic realm=\"a\", Digest realm=\"b\", nonce=\"n\", qop=\"auth\""));
        QVERIFY(auth.answer("GET", "/", "x").startsWith("Digest "));
        QVERIFY(!HttpAuth(QStringLiteral("maya"), {}).heard("Basic realm=\"a\""));
    }

    void listingsOfEveryDialect() {
        for (const qsizetype step : {qsizetype(1), qsizetype(7), qsizetype(100'000)}) {
            Multistatus reader(folder);
            const QByteArray bytes = someListing();
            for (qsizetype at = 0; at < bytes.size(); at += step)
                QVERIFY(reader.add(QByteArrayView(bytes).sliced(at, std::min(step, bytes.size() - at))));
            const auto entries = reader.finish();
            QVERIFY(entries);
            const std::vector<RemoteEntry> expected{{QStringLiteral("d"), 0, true},
                                                    {QStringLiteral("vault.json"), 120, false},
                                                    {QStringLiteral("a (1).b"), 7, false}};
            QVERIFY(*entries == expected);
        }
    }

    void listingsThatAreNoneAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a page") << QByteArray("<html><body>Welcome</body></html>");
        QTest::newRow("not XML") << QByteArray("404 page not found");
        QTest::newRow("cut") << someListing().chopped(20);
        QTest::newRow("entities") << QByteArray("<!DOCTYPE m [<!ENTITY a \"aaa\">]>") +
                                         listing(entry("/a&a;", ""));
        QTest::newRow("deep") << listing(QByteArray("<d:x>").repeated(100));
        QTest::newRow("a long name") << listing(entry(QByteArray(100'000, 'a'), ""));
        QTest::newRow("wrong namespace") << QByteArray("<multistatus/>");
    }
    void listingsThatAreNoneAreRefused() {
        QFETCH(QByteArray, bytes);
        Multistatus reader(folder);
        reader.add(bytes);
        const auto entries = reader.finish();
        QVERIFY(!entries);
        QCOMPARE(entries.error().code, ErrorCode::ServerTrouble);
    }

    void aListingWithoutEndEnds() {
        Multistatus reader(folder);
        QVERIFY(reader.add("<multistatus xmlns=\"DAV:\">"));
        const QByteArray more = QByteArray("<response><href>/x</href></response>").repeated(10'000);
        int turns = 0;
        while (reader.add(more) && turns < 10'000)
            ++turns;
        QVERIFY(turns * more.size() <= Multistatus::longest);
        QVERIFY(!reader.finish());
    }

    // INKSTEP_CHANGES sets how many of each; any seed.
    void whatIsReadMayBeAnything() {
        const int asked = qEnvironmentVariableIntValue("INKSTEP_CHANGES");
        const int times = asked > 0 ? asked : 800;
        const quint32 seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 chance(seed);
        SeededRandom random(seed);
        FakeClock clock;
        const Id notebook = newId(clock, random);
        const NotebookKeys keys = foundKeys(notebook, newId(clock, random), random);
        const Member self{keys.device, keys.signing.publicKey()};
        const InviteSecret secret = InviteSecret::generate(random);
        Invite invited;
        invited.inviter = invited.founder = self;
        invited.epochs = keys.epochs;
        Head own;
        own.notebook = notebook;
        own.device = keys.device;
        own.number = 3;
        own.boxKey = keys.box.publicKey();
        own.epoch = keys.current().name;
        own.invites = {{secret.id(), secret.answerKey().publicKey(), {}}};
        own.recent = {{1, blobHash("x")}};
        own.seen = {{keys.device, 4}};
        const QByteArray headBytes = head::write(own, keys, random);
        const QByteArray cardBytes = card::write({notebook, self, {}, {}, {}, {}, {}}, keys.signing);
        const QByteArray inviteBytes = invite::seal(invited, notebook, secret, keys.signing, random);
        const QByteArray vaultBytes = vaultfile::write({notebook, {}});
        const QString code = joincode::write({notebook, secret, QStringLiteral("https://cloud.example/dav")});
        for (int i = 0; i < times; ++i) {
            // Signed and sealed: one changed bit is noticed.
            if (const auto bytes = changed(headBytes, chance); bytes != headBytes)
                QVERIFY(!head::read(bytes, notebook, self, keys));
            if (const auto bytes = changed(cardBytes, chance); bytes != cardBytes)
                QVERIFY(!card::read(bytes, notebook, keys.device));
            if (const auto bytes = changed(inviteBytes, chance); bytes != inviteBytes)
                QVERIFY(!invite::open(bytes, notebook, keys.device, secret));
            if (const auto vault = vaultfile::read(changed(vaultBytes, chance)))
                QVERIFY(!vault->notebook.isNull());
            if (const auto read = joincode::read(QString::fromUtf8(changed(code.toUtf8(), chance))))
                QCOMPARE(read->notebook, notebook); // its checksum lets nothing else through
            Multistatus reader(folder);
            reader.add(changed(someListing(), chance));
            if (const auto entries = reader.finish()) {
                for (const RemoteEntry &one : *entries)
                    QVERIFY(!one.name.contains(QLatin1Char('/')) && one.name != QLatin1StringView("..") &&
                            one.size >= 0);
            }
            HttpAuth auth(QStringLiteral("maya"), QStringLiteral("pw"));
            auth.heard(
                changed("Digest realm=\"b\", nonce=\"n\\\"\", qop=\"auth\", Basic realm=\"x\"", chance));
            auth.answer("GET", "/", "x");
            static_cast<void>(syncnames::parsePieceFile(
                QString::fromUtf8(changed(QByteArray(64, 'a') + ".001-003", chance))));
        }
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
