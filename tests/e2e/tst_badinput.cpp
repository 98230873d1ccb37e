// What cannot be used gets one sentence, exit code 1, and changes nothing.
#include "e2e/program.h"
#include "store/profile.h"
#include "support/documents.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QtEndian>

using inkstep::test::Outcome;
using inkstep::test::picture;
using inkstep::test::ScratchClass;
using inkstep::test::words;

namespace {

quint32 crc(QByteArrayView bytes) {
    quint32 value = 0xffffffff;
    for (const char byte : bytes) {
        value ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1) != 0 ? 0xedb88320u : 0);
    }
    return ~value;
}

QByteArray bigEndian(quint32 number) {
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray pngPart(const QByteArray &type, const QByteArray &data) {
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc(QByteArray(type + data)));
}

// Black and white, `side` pixels on each.
QByteArray pngOf(quint32 side, const QByteArray &pixels) {
    const QByteArray header = bigEndian(side) + bigEndian(side) + QByteArray("\1\0\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n") + pngPart("IHDR", header) + pngPart("IDAT", pixels) +
           pngPart("IEND", {});
}

// 400 megapixels of nothing in 50 KB.
QByteArray hugePng() {
    const quint32 side = 20'000;
    return pngOf(side, qCompress(QByteArray(qsizetype(side) * (side / 8 + 1), '\0')).sliced(4));
}

// The same claim in a JPEG's frame header.
QByteArray hugeJpeg() {
    QByteArray bytes = picture({64, 64}, "JPG");
    const qsizetype frame = bytes.indexOf("\xff\xc0");
    bytes.replace(frame + 5, 4, QByteArray("\x4e\x20\x4e\x20", 4));
    return bytes;
}

} // namespace

class TestBadInput : public QObject {
    Q_OBJECT

    void refuses(const ScratchClass &room, const QStringList &verb, const QString &saying = {},
                 const QByteArray &input = {}) {
        const QString digest = room.digest();
        const QStringList files = room.files();
        const Outcome outcome = room.run(verb, input);
        QVERIFY2(outcome.code == 1, qPrintable(QString::number(outcome.code) + outcome.err));
        QCOMPARE(outcome.out, QString());
        const QString sentence = outcome.err.trimmed();
        QVERIFY2(!sentence.isEmpty() && !sentence.contains(QLatin1Char('\n')), qPrintable(outcome.err));
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(sentence.contains(saying), qPrintable(sentence));
        QCOMPARE(room.digest(), digest);
        QCOMPARE(room.files(), files);
    }

private slots:
    void picturesThatAreNone_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("saying");
        const QString none = QStringLiteral("is not a picture");
        const QString large = QStringLiteral("is too large");
        const QString cutJpeg = QStringLiteral("It is a JPEG that is damaged, cut short");
        const QString cutPng = QStringLiteral("It is a PNG that is damaged, cut short");
        const QByteArray jpeg = picture({640, 480}, "JPG");
        QTest::newRow("text") << QByteArray("Dear tooth fairy") << none;
        QTest::newRow("nothing") << QByteArray("") << QStringLiteral("It is empty");
        QTest::newRow("jpeg cut in its pixels") << jpeg.first(jpeg.size() / 2) << cutJpeg;
        QTest::newRow("jpeg cut in its header") << jpeg.first(100) << cutJpeg;
        const QByteArray png = picture({640, 480}, "PNG");
        QByteArray damaged = png; // whole, but its checksums do not fit
        damaged[damaged.size() / 2] = char(damaged.at(damaged.size() / 2) ^ 0x40);
        QTest::newRow("png with a flipped bit") << damaged << cutPng;
        QTest::newRow("png cut") << png.chopped(20) << cutPng;
        QTest::newRow("another format") << picture({64, 48}, "BMP") << QStringLiteral("It is a BMP.");
        using inkstep::test::pdfOf;
        QTest::newRow("locked pdf") << pdfOf(2, true) << QStringLiteral("locked with a password");
        QTest::newRow("pdf cut") << pdfOf(3).first(60) << QStringLiteral("damaged or was cut short");
        QTest::newRow("pdf of 2,000 pages") << pdfOf(2000) << QStringLiteral("a PDF of 2000 pages");
        QTest::newRow("moving picture")
            << QByteArray("GIF89a\1\0\1\0\0\0\0!\xff\x0bNETSCAPE2.0\3\1\0\0\0;", 33)
            << QStringLiteral("It moves");
        QTest::newRow("gif that stands still")
            << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14) << QStringLiteral("It is a GIF.");
        // Whole as files, not as pictures: the library that reads them has words of its own for that.
        QTest::newRow("png of other bytes") << pngOf(64, QByteArray("not pixels")) << cutPng;
        QTest::newRow("png with too few pixels")
            << pngOf(64, qCompress(QByteArray(100, '\0')).sliced(4)) << cutPng;
        QTest::newRow("20,000 x 20,000 png") << hugePng() << large;
        QTest::newRow("20,000 x 20,000 jpeg") << hugeJpeg() << large;
    }
    void picturesThatAreNone() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, saying);
        const ScratchClass room;
        const QString good = room.write("good.jpg", picture({64, 48}, "JPG"));
        const QString bad = room.write("bad.jpg", bytes);
        refuses(room, words({"import", "--student", "Maya"}) << good << bad, saying);
        refuses(room, words({"import", "--student", "Maya"}) << bad << good, saying);
    }

    void everyBadFileIsNamed() {
        const ScratchClass room;
        const QString cut = room.write("cut.jpg", picture({640, 480}, "JPG").first(300));
        const QString empty = room.write("empty.jpg", "");
        const Outcome outcome = room.run(words({"import", "--student", "Maya"}) << cut << empty);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("cut.jpg")), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(QStringLiteral("empty.jpg")), qPrintable(outcome.err));
    }

    // The same file again is no mistake, and what comes through a pipe is there once.
    void theSameFileTwiceAndAPipe() {
        const ScratchClass room;
        const QString pdf = room.write("two.pdf", inkstep::test::pdfOf(2));
        const Outcome twice = room.run(words({"import", "--student", "Maya"}) << pdf << pdf);
        QVERIFY2(twice.code == 0, qPrintable(twice.err));
        QCOMPARE(twice.out.count(QLatin1Char('\n')), 4);
        const Outcome piped = room.run(words({"import", "--student", "Maya", "-"}), picture({64, 48}, "JPG"));
        QVERIFY2(piped.code == 0, qPrintable(piped.err));
        QCOMPARE(piped.out.count(QLatin1Char('\n')), 1);
    }

    void filesThatAreNotThere() {
        const ScratchClass room;
        refuses(room, words({"import", "--student", "Maya", "/nonexistent/page.jpg"}),
                QStringLiteral("could not be found"));
        refuses(room, words({"import", "--student", "Maya"}) << room.profile(),
                QStringLiteral("It is a folder"));
        refuses(room, words({"backup", "--out"}) << room.profile(), QStringLiteral("It is a folder"));
        refuses(room, words({"backup", "--out", "/nonexistent/copy"}),
                QStringLiteral("“/nonexistent” could not be found"));
        refuses(room, words({"restore", "/nonexistent/copy"}), QStringLiteral("could not be found"));
        refuses(room, words({"roster", "/nonexistent/list.csv"}), QStringLiteral("could not be found"));
    }

    void listsThatCannotBeRead_data() {
        QTest::addColumn<QByteArray>("list");
        QByteArray noise;
        for (int i = 0; i < 3000; ++i)
            noise += static_cast<char>((i * 167 + i / 7) & 255);
        QTest::newRow("noise") << noise;
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n\n  \n");
        QTest::newRow("a spreadsheet's own file") << QByteArray("PK\3\4") + noise;
        QTest::newRow("utf-16 without a mark") << QByteArray("M\0a\0y\0a\0\n\0Y\0u\0s\0u\0f\0", 20);
        QTest::newRow("a name of 10,000 characters")
            << QByteArray("Maya\n") + QByteArray(10'000, 'a') + "\nNoah\n";
        QTest::newRow("a letter was lost") << QByteArray("Mar\xef\xbf\xbd"
                                                         "a\n");
    }
    void listsThatCannotBeRead() {
        QFETCH(QByteArray, list);
        const ScratchClass room;
        refuses(room, words({"roster"}) << room.write("list.csv", list), QStringLiteral("list.csv"));
        refuses(room, words({"roster", "--class", "Another", "-"}), {}, list);
    }

    void peopleAndNotesThatAreNotThere() {
        const ScratchClass room("Maya\nMaya\nYusuf\n");
        const QString page = room.write("page.jpg", picture({64, 48}, "JPG"));
        refuses(room, words({"import", "--student", "Zed"}) << page,
                QStringLiteral("“Zed” could not be found"));
        refuses(room, words({"import", "--student", "Maya"}) << page, QStringLiteral("fits more than one"));
        refuses(room, words({"note", "--student", "Zed", "x"}), QStringLiteral("could not be found"));
        refuses(room, words({"note", "--student", "Yusuf", "--replace", "nothing of the kind", "x"}));
        refuses(room, words({"import", "--student", "Yusuf", "--sample", "0190-no-id"}) << page);
        refuses(room, words({"status", "--notebook", "Room 9"}),
                QStringLiteral("“Room 9” could not be found"));
    }

    void notesWithoutWordsOrWithFarTooMany() {
        const ScratchClass room;
        refuses(room, words({"note", "--student", "Maya", "  "}));
        refuses(room, words({"note", "--student", "Maya"}) << QString(10'000, QLatin1Char('a')),
                QStringLiteral("too large"));
    }

    void anAmbiguousNameListsTheIds() {
        const ScratchClass room("Maya\nMaya\n");
        const Outcome outcome = room.run(words({"note", "--student", "Maya", "Hello"}));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.err.count(QLatin1Char('-')), 8); // two ids
    }

    void aProfileWithNothingInIt() {
        const ScratchClass none(QByteArray{});
        for (const QStringList &verb :
             {words({"status"}), words({"sync"}), words({"note", "--student", "Maya", "x"})}) {
            const Outcome outcome = none.run(verb);
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("inkstep roster")), qPrintable(outcome.err));
        }
        QVERIFY(!QFile::exists(none.profile()));
    }

    void theDemoStaysAwayFromRealChildren() {
        const ScratchClass room;
        refuses(room, words({"demo"}), QStringLiteral("made-up children"));
    }

    void placesThatAreNoFolder() {
        const ScratchClass room;
        const QString file = room.write("file", "x");
        for (const QString &place :
             {file, file + QStringLiteral("/below"), QStringLiteral("/proc/inkstep")}) {
            const Outcome outcome = inkstep::test::inkstep(
                words({"roster", "--profile"}) << place << QStringLiteral("-"), "Maya\n");
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("does not let Inkstep use")),
                     qPrintable(outcome.err));
        }
        refuses(room, words({"connect", "/nonexistent/stick"}), QStringLiteral("is not there"));
        QCOMPARE(room.run(words({"connect"}) << file).code, 1);
        QCOMPARE(room.run(words({"sync"})).code, 1); // still not connected
    }

    void aProfileOfANewerVersionIsLeftAlone() {
        const ScratchClass room;
        QFile list(room.profile() + QStringLiteral("/profile.json"));
        QVERIFY(list.open(QIODevice::ReadOnly));
        const QByteArray now = list.readAll();
        list.close();
        QByteArray newer = now;
        newer.replace("\"format\": 1", "\"format\": 2");
        QVERIFY(newer != now);
        QVERIFY(list.open(QIODevice::WriteOnly | QIODevice::Truncate));
        list.write(newer);
        list.close();
        const QStringList files = room.files();
        const Outcome outcome = room.run(words({"note", "--student", "Maya", "x"}));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("newer Inkstep")), qPrintable(outcome.err));
        QCOMPARE(room.files(), files);
    }

    void aNotebookOfANewerVersionIsLeftAlone() {
        const ScratchClass room;
        {
            inkstep::SystemFiles files;
            const inkstep::SystemClock clock;
            inkstep::SystemRandom random;
            auto store = inkstep::Store::open(room.notebookFolder(), {files, clock, random});
            QVERIFY(store);
            QVERIFY((*store)->keepBooks([](inkstep::Database &db) { db.exec("PRAGMA user_version = 99"); }));
        }
        const Outcome outcome = room.run(words({"status"}));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("newer Inkstep")), qPrintable(outcome.err));
    }

    void twoProgramsOnOneProfile() {
        const ScratchClass room;
        const QString digest = room.digest();
        {
            inkstep::SystemFiles files;
            const inkstep::SystemClock clock;
            inkstep::SystemRandom random;
            const auto held = inkstep::Profile::open(room.profile(), {files, clock, random});
            QVERIFY(held);
            const Outcome outcome = room.run(words({"note", "--student", "Maya", "x"}));
            QCOMPARE(outcome.code, 1);
            QVERIFY2(outcome.err.contains(QStringLiteral("already open")), qPrintable(outcome.err));
        }
        QCOMPARE(room.digest(), digest);
    }

    void aLostPictureIsNamedWithItsStudent() {
        const ScratchClass room;
        const QString page = room.write("page.jpg", picture({64, 48}, "JPG"));
        const QString id =
            room.run(words({"import", "--student", "Maya"}) << page).out.split(QLatin1Char(' ')).first();
        QStringList blobs;
        for (const QString &line : room.files()) {
            if (line.contains(QStringLiteral("/blobs/")))
                blobs << line.section(QLatin1Char(' '), 0, 0);
        }
        QCOMPARE(blobs.size(), 2);
        QFile damaged(blobs.first());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        damaged.seek(damaged.size() / 2);
        const char byte = char(damaged.peek(1).at(0) ^ 1);
        damaged.write(&byte, 1);
        damaged.close();
        QVERIFY(QFile::remove(blobs.last()));
        const Outcome outcome = room.run(words({"verify"}));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.err.count(QLatin1Char('\n')), 1);
        QCOMPARE(outcome.out.count(id), 2);
        QVERIFY(outcome.out.contains(QStringLiteral("Maya")));
        QVERIFY(outcome.out.contains(QStringLiteral("1 lost, 1 damaged")));
    }
};

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
