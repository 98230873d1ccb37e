// The demo class, made once by the program: what a tour and a person rely on to be there.
#include "e2e/program.h"
#include "store/layout.h"
#include "store/profile.h"

#include <QSet>
#include <QTest>

using Ran = inkstep::test::Outcome;
using inkstep::test::ScratchClass;
using namespace inkstep;

class TestDemo : public QObject {
    Q_OBJECT

    ScratchClass room{QByteArray{}};

    // Answers a question about the class.
    template<class Query>
    auto ask(Query query) {
        SystemFiles files;
        const SystemClock clock;
        SystemRandom random;
        const auto profile = Profile::open(room.profile(), {files, clock, random});
        const auto notebook = (*profile)->find({});
        return *(*notebook)->store().read(query);
    }
    int number(const char *sql) {
        return ask([sql](Database &db) {
            Statement &row = db.use(sql);
            const int value = row.step() ? int(row.number(0)) : -1;
            row.reset();
            return value;
        });
    }

private slots:
    void initTestCase() {
        const Ran made = room.run({QStringLiteral("demo"), QStringLiteral("--json")});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QCOMPARE(made.err, QString());
        QCOMPARE(made.json().value(QLatin1StringView("students")).toInt(), 25);
        const int pages = made.json().value(QLatin1StringView("pages")).toInt();
        QVERIFY2(pages >= 100 && pages <= 160, qPrintable(QString::number(pages)));
        const QJsonObject status = room.run({QStringLiteral("status"), QStringLiteral("--json")}).json();
        for (const char *what : {"students", "samples", "pages", "notes"})
            QCOMPARE(status.value(QLatin1StringView(what)), made.json().value(QLatin1StringView(what)));
    }

    void everyPictureIsThereWithItsPreview() {
        const Ran verified = room.run({QStringLiteral("verify"), QStringLiteral("--json")});
        QCOMPARE(verified.code, 0);
        QCOMPARE(verified.json().value(QLatin1StringView("whole")).toInt(),
                 2 * number("SELECT count(*) FROM page") + number("SELECT count(*) FROM voice"));
        QCOMPARE(number("SELECT count(*) FROM page WHERE preview IS NULL"), 0);
        QCOMPARE(number("SELECT count(*) FROM page WHERE width < 1000 OR height < 1000"), 0);
    }

    void stepsStandInEveryState() {
        const auto answers = ask([](Database &db) {
            std::vector<std::optional<Answer>> latest;
            Statement &row = db.use("SELECT " + columnsOf<Answer>("a") +
                                    " FROM note n LEFT JOIN answer a ON a.id = (SELECT id FROM answer WHERE "
                                    "note = n.id ORDER BY at DESC LIMIT 1) WHERE n.kind = 'nextStep'");
            while (row.step())
                latest.push_back(row.isNull(0) ? std::optional<Answer>() : readRow<Answer>(row));
            row.reset();
            return latest;
        });
        QSet<int> states;
        for (const auto &answer : answers)
            states << int(stepStateAfter(answer));
        QCOMPARE(states.size(), qsizetype(EnumWords<StepState>::words.size()));
    }

    void notesAreOfEveryKindAndLieOnTheirPages() {
        QCOMPARE(number("SELECT count(DISTINCT coalesce(kind, 'noticed')) FROM note"), 3);
        QVERIFY(number("SELECT count(*) FROM note WHERE author = 'child'") > 0);
        QVERIFY(number("SELECT count(*) FROM note WHERE skill IS NOT NULL") > 50);
        QVERIFY(number("SELECT count(*) FROM note WHERE about IN (SELECT id FROM student)") > 0);
        QCOMPARE(number("SELECT count(*) FROM note WHERE x NOT BETWEEN 0 AND 1 OR y NOT BETWEEN 0 AND 1 OR "
                        "cardX NOT BETWEEN 0 AND 1 OR cardY NOT BETWEEN 0 AND 1"),
                 0);
    }

    void theTermIsTwelveWeeksUpToNow() {
        const qint64 now = toMs(SystemClock().now());
        const auto days = [&](const char *sql) {
            return ask([sql](Database &db) {
                       Statement &row = db.use(sql);
                       row.step();
                       const qint64 ms = row.number(0);
                       row.reset();
                       return ms;
                   }) / 86'400'000 -
                   now / 86'400'000;
        };
        QVERIFY(days("SELECT min(date) FROM sample") <= -75);
        QVERIFY(days("SELECT max(date) FROM sample") >= -5);
        QVERIFY(days("SELECT max(time >> 16) FROM edit") <= 0);
        QCOMPARE(number("SELECT count(*) FROM student WHERE archived = 1 AND until IS NOT NULL"), 1);
        QVERIFY(number("SELECT max(length(name)) FROM student") > 35);
        const QByteArray twelveDaysAgo = QByteArray::number(now - 12ll * 86'400'000);
        QVERIFY(number(("SELECT count(*) FROM (SELECT max(date) AS last FROM sample GROUP BY student) WHERE "
                        "last < " +
                        twelveDaysAgo)
                           .constData()) >= 3);
    }

    void theWritingBlocksWereHeld() {
        QVERIFY(number("SELECT count(*) FROM workBlock WHERE until > \"from\"") > 50);
        QCOMPARE(number("SELECT count(*) FROM skill WHERE taughtFrom IS NOT NULL AND letGo IS NULL"), 6);
        QVERIFY(number("SELECT count(*) FROM \"check\"") > 300);
        QCOMPARE(number("SELECT count(DISTINCT coalesce(level, 'alone')) FROM \"check\""), 5);
        QVERIFY(number("SELECT count(*) FROM absence") > 20);
        QVERIFY(number("SELECT count(*) FROM conference WHERE notes IS NOT NULL AND page IS NOT NULL") > 50);
        QCOMPARE(number("SELECT count(*) FROM checkBack WHERE coalesce(outcome, 'waiting') = 'waiting'"), 2);
        QVERIFY(number("SELECT count(*) FROM note n JOIN workBlock b ON b.id = n.about") > 5);
    }

    void theSkillBankIsThereWithWhatComesFirst() {
        QVERIFY(number("SELECT count(*) FROM skill") >= 60);
        QVERIFY(number("SELECT count(*) FROM skill WHERE prerequisites IS NOT NULL") > 20);
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
