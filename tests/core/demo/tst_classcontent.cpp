#include "demo/generator/classcontent.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace inkstep;

namespace {

const QByteArray smallest = R"({"format": 1, "class": {"name": "Room 1", "grade": 1},
  "students": [{"name": "Amara O.", "age": 6, "homeLanguage": "Igbo", "level": 2}],
  "writings": [{"genre": "list", "level": 1, "text": "dog", "paper": "blank", "drawing": "dog",
                "noticed": {"words": "You wrote it.", "trait": "ideas"},
                "nextStep": {"words": "Write one more.", "trait": "stamina"}}]})";

} // namespace

class TestClassContent : public QObject {
    Q_OBJECT

private slots:
    void hasAWholeClass();
    void coversEveryGenreAndLevel();
    void namesNoStudentInNotes();
    void keepsNextStepsSmall();
    void readsTheSmallestFile();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
};

void TestClassContent::hasAWholeClass() {
    const auto content = builtInClass();
    QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
    QCOMPARE(content->students.size(), 25u);
    QSet<QString> names;
    QMap<QString, int> firstNames;
    QSet<QString> languages;
    int beyondAscii = 0;
    for (const DemoStudent &student : content->students) {
        names.insert(student.name);
        ++firstNames[student.name.section(QLatin1Char(' '), 0, 0)];
        languages.insert(student.homeLanguage);
        beyondAscii += student.name.toLatin1() != student.name.toUtf8();
        QVERIFY(student.age == 6 || student.age == 7);
    }
    QCOMPARE(names.size(), 25);
    QCOMPARE(std::count(firstNames.begin(), firstNames.end(), 2), 1);
    QVERIFY(languages.size() >= 12);
    QVERIFY(beyondAscii >= 3);
}

void TestClassContent::coversEveryGenreAndLevel() {
    const auto content = builtInClass();
    QVERIFY(content);
    QVERIFY(content->writings.size() >= 60);
    QMap<QString, int> genres;
    QMap<int, int> levels;
    QSet<QString> texts;
    for (const DemoWriting &writing : content->writings) {
        ++genres[writing.genre];
        ++levels[writing.level];
        texts.insert(writing.text);
    }
    QCOMPARE(genres.size(), genreNames().size());
    QCOMPARE(levels.keys(), QList<int>({1, 2, 3, 4}));
    QCOMPARE(texts.size(), qsizetype(content->writings.size()));
    for (const int count : levels)
        QVERIFY(count >= 10);
}

// Any piece may become any child's.
void TestClassContent::namesNoStudentInNotes() {
    const auto content = builtInClass();
    QVERIFY(content);
    for (const DemoStudent &student : content->students) {
        const QRegularExpression name(
            QStringLiteral("\\b%1\\b").arg(student.name.section(QLatin1Char(' '), 0, 0)));
        for (const DemoWriting &writing : content->writings) {
            for (const QString &words : {writing.noticed.words, writing.wonder.words, writing.nextStep.words})
                QVERIFY2(!words.contains(name), qPrintable(words));
        }
    }
}

void TestClassContent::keepsNextStepsSmall() {
    const auto content = builtInClass();
    QVERIFY(content);
    for (const DemoWriting &writing : content->writings) {
        QVERIFY2(writing.nextStep.words.split(QLatin1Char(' ')).size() <= 16,
                 qPrintable(writing.nextStep.words));
        QVERIFY2(writing.noticed.words.size() <= 90, qPrintable(writing.noticed.words));
        QVERIFY(writing.wonder.words.isEmpty() || writing.wonder.words.endsWith(QLatin1Char('?')));
    }
}

void TestClassContent::readsTheSmallestFile() {
    const auto content = readClassContent(smallest);
    QVERIFY2(content, content ? "" : qPrintable(content.error().detail));
    QCOMPARE(content->students.at(0).name, QStringLiteral("Amara O."));
    QCOMPARE(content->writings.at(0).paper, PaperKind::Blank);
    QCOMPARE(content->writings.at(0).drawing, DrawingKind::Dog);
    QVERIFY(content->writings.at(0).wonder.words.isEmpty());
}

void TestClassContent::saysWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const char *from, const char *to, const char *says) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(says);
    };
    row("not JSON", "{\"format\"", "\"format\"", "byte");
    row("another format", "\"format\": 1", "\"format\": 2", "format");
    row("no class", "\"class\"", "\"klass\"", "class");
    row("no name", "Amara O.", "", "student 1 needs \"name\"");
    row("no such level", "\"level\": 2", "\"level\": 7", "student 1 needs \"level\"");
    row("no such genre", "\"list\"", "\"rant\"", "\"genre\" is none of");
    row("no such paper", "blank", "silk", "paper");
    row("no such drawing", "\"drawing\": \"dog\"", "\"drawing\": \"ox\"", "drawing");
    row("no such trait", "\"ideas\"", "\"luck\"", "trait");
    row("no step", "nextStep", "next", "nextStep");
    row("nobody", "\"students\"", "\"pupils\"", "no students");
}

void TestClassContent::saysWhatIsWrong() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, says);
    QByteArray json = smallest;
    QVERIFY(json.contains(from));
    const auto content = readClassContent(json.replace(from, to));
    QVERIFY(!content);
    QCOMPARE(content.error().code, ErrorCode::BadInput);
    const bool said = content.error().detail.contains(says);
    QVERIFY2(said, qPrintable(content.error().detail));
}

QTEST_GUILESS_MAIN(TestClassContent)
#include "tst_classcontent.moc"
