#include "stage.h"

#include "classlist.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;
using namespace std::chrono_literals;

class TodayTest : public QObject {
    Q_OBJECT

    static constexpr auto day = 24h;

    static Id addSample(Stage &stage, const Id &student, SampleKind kind = SampleKind::InProgress) {
        Sample sample;
        sample.id = newId(stage.clock, stage.random);
        sample.student = student;
        sample.kind = kind;
        sample.date = stage.clock.now();
        return stage.commit(Edit(QStringLiteral("Start sample")).create(sample)) ? sample.id : Id();
    }
    static Id addPage(Stage &stage, const Id &sample) {
        Page page;
        page.id = newId(stage.clock, stage.random);
        page.sample = sample;
        page.taken = stage.clock.now();
        return stage.commit(Edit(QStringLiteral("Photograph page")).create(page)) ? page.id : Id();
    }
    static Id addNote(Stage &stage, const Id &about, const QString &words,
                      NoteKind kind = NoteKind::NextStep) {
        Note note;
        note.id = newId(stage.clock, stage.random);
        note.about = about;
        note.kind = kind;
        note.words = words;
        return stage.commit(Edit(QStringLiteral("Add note")).create(note)) ? note.id : Id();
    }
    static void addAnswer(Stage &stage, const Id &note, SupportLevel level, bool letGo = false) {
        Answer answer;
        answer.id = newId(stage.clock, stage.random);
        answer.note = note;
        answer.at = stage.clock.now();
        answer.level = level;
        answer.letGo = letGo;
        QVERIFY(stage.commit(Edit(QStringLiteral("Answer")).create(answer)));
    }
    static Tile tile(Stage &stage, const QString &name) {
        const Moment now = stage.clock.now();
        const auto tiles = stage.read<std::vector<Tile>>([now](Database &db) { return readTiles(db, now); });
        for (const Tile &one : tiles) {
            if (one.name == name)
                return one;
        }
        return {};
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void pagesNotesAndAnswersAreSeeing() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, -1);
        const Id page = addPage(stage, addSample(stage, ana));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, 0);
        stage.clock.advance(9 * day);
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, 9);
        const Id step = addNote(stage, page, QStringLiteral("spaces between words"));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, 0);
        stage.clock.advance(2 * day);
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, 2);
        addAnswer(stage, step, SupportLevel::Model);
        QCOMPARE(tile(stage, QStringLiteral("Ana")).days, 0);
    }

    void daysGoByTheCalendar() {
        const auto at = [](int d, int hour) {
            return fromMs(QDateTime(QDate(2026, 10, d), QTime(hour, 0)).toMSecsSinceEpoch());
        };
        QCOMPARE(calendarDays(at(13, 23), at(14, 7)), 1);
        QCOMPARE(calendarDays(at(14, 7), at(14, 23)), 0);
    }

    void theLatestOpenStepShows() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        const Id sample = addSample(stage, ana);
        const Id first = addNote(stage, ana, QStringLiteral("say the sounds"));
        addAnswer(stage, first, SupportLevel::Together);
        stage.clock.advance(day);
        const Id second = addNote(stage, addPage(stage, sample), QStringLiteral("end with a feeling"));
        addNote(stage, sample, QStringLiteral("a strong lead"), NoteKind::Noticed);
        QCOMPARE(tile(stage, QStringLiteral("Ana")).stepWords, QStringLiteral("end with a feeling"));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).level, -1);
        addAnswer(stage, second, SupportLevel::NotYet);
        stage.clock.advance(day);
        addAnswer(stage, second, SupportLevel::Prompt);
        QCOMPARE(tile(stage, QStringLiteral("Ana")).level, static_cast<int>(SupportLevel::Prompt));
        stage.clock.advance(day);
        addAnswer(stage, second, SupportLevel::Alone, true); // let go: the one before is open again
        QCOMPARE(tile(stage, QStringLiteral("Ana")).stepWords, QStringLiteral("say the sounds"));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).level, static_cast<int>(SupportLevel::Together));
    }

    void aStepWithoutWordsHasItsSkills() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        Skill skill;
        skill.id = newId(stage.clock, stage.random);
        skill.name = QStringLiteral("Ends marks");
        skill.childWords = QStringLiteral("Stop at every stop");
        QVERIFY(stage.commit(Edit(QStringLiteral("Add skill")).create(skill)));
        Note note;
        note.id = newId(stage.clock, stage.random);
        note.about = stage.student(QStringLiteral("Ana"));
        note.kind = NoteKind::NextStep;
        note.skill = skill.id;
        QVERIFY(stage.commit(Edit(QStringLiteral("Add note")).create(note)));
        QCOMPARE(tile(stage, QStringLiteral("Ana")).stepWords, QStringLiteral("Stop at every stop"));
    }

    void whatIsDeletedDoesNotCount() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        const Id ana = stage.student(QStringLiteral("Ana"));
        const Id sample = addSample(stage, ana, SampleKind::Independent);
        addNote(stage, addPage(stage, sample), QStringLiteral("spaces"));
        QVERIFY(tile(stage, QStringLiteral("Ana")).sampled);
        QVERIFY(stage.commit(Edit(QStringLiteral("Delete sample")).remove<Sample>(sample)));
        const Tile gone = tile(stage, QStringLiteral("Ana"));
        QVERIFY(!gone.sampled);
        QVERIFY(gone.step.isNull());
        QCOMPARE(gone.days, -1);
    }

    void theSampleIsTwoWeekly() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo")});
        addSample(stage, stage.student(QStringLiteral("Ana")), SampleKind::Independent);
        addSample(stage, stage.student(QStringLiteral("Leo")), SampleKind::InProgress);
        QVERIFY(tile(stage, QStringLiteral("Ana")).sampled);
        QVERIFY(!tile(stage, QStringLiteral("Leo")).sampled);
        stage.clock.advance(15 * day);
        QVERIFY(!tile(stage, QStringLiteral("Ana")).sampled);
    }

    void onlyTheLongestUnseenAreMarked() {
        std::vector<Tile> tiles(10);
        for (int i = 0; i < 10; ++i)
            tiles[static_cast<std::size_t>(i)].days = i * 2;
        markLongUnseen(tiles);
        QCOMPARE(std::count_if(tiles.begin(), tiles.end(), [](const Tile &t) { return t.longUnseen; }), 2);
        QVERIFY(tiles[9].longUnseen && tiles[8].longUnseen);
        for (Tile &t : tiles)
            t.days = 2;
        markLongUnseen(tiles);
        QVERIFY(std::none_of(tiles.begin(), tiles.end(), [](const Tile &t) { return t.longUnseen; }));
    }

    void theWholeClassIsOnOneScreen() {
        Stage stage;
        QStringList names;
        for (int i = 1; i <= 25; ++i)
            names << QStringLiteral("Student %1").arg(i);
        stage.startClass(names);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Student 25")));
        QQuickItem *snap = stage.item(QStringLiteral("snap"));
        QVERIFY(snap);
        for (const QString &name : names) {
            QQuickItem *tile = stage.item(QStringLiteral("tile-") + name);
            QVERIFY2(tile, qPrintable(name));
            const QRectF place = tile->mapRectToScene(QRectF(0, 0, tile->width(), tile->height()));
            QVERIFY2(QRectF(0, 0, 1280, 800).contains(place), qPrintable(name));
            QVERIFY2(!place.intersects(snap->mapRectToScene(QRectF(0, 0, snap->width(), snap->height()))),
                     qPrintable(name));
        }
    }

    void aTileSaysWhatItShows() {
        Stage stage;
        stage.startClass({QStringLiteral("Maya")});
        const Id step =
            addNote(stage, stage.student(QStringLiteral("Maya")), QStringLiteral("ends with a feeling"));
        addAnswer(stage, step, SupportLevel::Model);
        stage.clock.advance(2 * day);
        stage.show();
        QTRY_VERIFY(stage.named(QStringLiteral("Maya, last seen 2 days ago, next step with a model")));
    }

    void theCurtainLeavesNamesOnly() {
        Stage stage;
        stage.startClass({QStringLiteral("Maya")});
        addNote(stage, stage.student(QStringLiteral("Maya")), QStringLiteral("ends with a feeling"));
        stage.show();
        QTRY_VERIFY(stage.named(QStringLiteral("ends with a feeling")) ||
                    stage.named(QStringLiteral("Maya, seen today")));
        QVERIFY(stage.tap(QStringLiteral("curtain")));
        for (QQuickItem *item : stage.visibleItems())
            QVERIFY(!item->property("text").toString().contains(QStringLiteral("feeling")));
        QVERIFY(stage.item(QStringLiteral("tile-Maya")));
    }

    void anEmptyClassLeadsToNames() {
        Stage stage({390, 844});
        stage.startClass({});
        stage.show();
        QTRY_VERIFY(stage.named(QStringLiteral("Add students")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Add students"))));
        QTRY_COMPARE(stage.place(), QStringLiteral("addStudents"));
    }

    void tomorrowTheDaysHaveGoneOn() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        addPage(stage, addSample(stage, stage.student(QStringLiteral("Ana"))));
        ClassList list;
        list.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(list.count(), 1);
        QCOMPARE(list.rows().front().days, 0);
        stage.clock.advance(day);
        list.lookAtClock();
        QTRY_COMPARE(list.rows().front().days, 1);
    }
};

QTEST_MAIN(TodayTest)
#include "tst_pages_today.moc"
