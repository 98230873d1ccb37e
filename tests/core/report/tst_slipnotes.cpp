// What a slip says, from a real notebook.
#include "ingest/skillbank.h"
#include "report/slipnotes.h"
#include "support/fakes.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

struct Room {
    Room() {
        bank = *builtInSkillPack();
        notebook = store->makeId();
        store->commit(takeInSkills(bank, notebook, {}));
    }
    Id student(const char *name, const char *language = "", bool archived = false) {
        Student student;
        student.id = store->makeId();
        student.name = QString::fromUtf8(name);
        student.homeLanguage = QString::fromUtf8(language);
        student.archived = archived;
        student.position = ++count;
        store->commit(Edit(QString()).create(student));
        return student.id;
    }
    Id note(const Id &about, NoteKind kind, const char *words, const char *slug = nullptr) {
        store.clock.advance(std::chrono::seconds(1));
        Note note;
        note.id = store->makeId();
        note.about = about;
        note.kind = kind;
        note.words = QString::fromUtf8(words);
        if (slug)
            note.skill = skillId(notebook, QString::fromLatin1(slug));
        store->commit(Edit(QString()).create(note));
        return note.id;
    }
    void answer(const Id &note, bool letGo) {
        store.clock.advance(std::chrono::seconds(1));
        Answer answer;
        answer.id = store->makeId();
        answer.note = note;
        answer.at = store.clock.now();
        answer.letGo = letGo;
        store->commit(Edit(QString()).create(answer));
    }
    std::vector<SlipNotes> all() {
        return *store->read(
            [this](Database &db) { return readSlipNotes(db, bank, dayStart(store.clock.now())); });
    }
    std::optional<SlipNotes> one(const Id &student, const Id &note = {}) {
        return *store->read([&](Database &db) {
            return readSlipNotes(db, bank, dayStart(store.clock.now()), student, note);
        });
    }

    ScratchStore store;
    SkillPack bank;
    Id notebook;
    int count = 0;
};

} // namespace

class SlipNotesTest : public QObject {
    Q_OBJECT

private slots:
    void theLatestOfEachAndOnlyWhatIsOpen() {
        Room room;
        const Id maya = room.student("Maya");
        room.student("Kofi", "", true);
        room.note(maya, NoteKind::Noticed, "Old praise");
        room.note(maya, NoteKind::Noticed, "New praise");
        room.note(maya, NoteKind::Wonder, "Why here?");
        const Id first = room.note(maya, NoteKind::NextStep, "First step");
        const Id second = room.note(maya, NoteKind::NextStep, "Second step");
        QCOMPARE(room.all().size(), std::size_t(1)); // Kofi is archived
        QCOMPARE(room.all().front().slip().compliment, QStringLiteral("New praise"));
        QCOMPARE(room.all().front().slip().step, QStringLiteral("Second step"));
        QCOMPARE(room.one(maya, first)->slip().step, QStringLiteral("First step"));
        room.answer(second, true);
        QCOMPARE(room.one(maya)->slip().step, QStringLiteral("First step"));
        room.answer(first, false);
        QVERIFY(room.one(maya)->hasStep()); // tried and still open
        room.answer(first, true);
        QVERIFY(!room.one(maya)->hasStep());
        QVERIFY(!room.one(room.store->makeId()));
    }

    void notesOnPagesCountAndWhatIsDeletedDoesNot() {
        Room room;
        const Id maya = room.student("Maya");
        Sample sample;
        sample.id = room.store->makeId();
        sample.student = maya;
        Page page;
        page.id = room.store->makeId();
        page.sample = sample.id;
        room.store->commit(Edit(QString()).create(sample).create(page));
        room.note(page.id, NoteKind::NextStep, "On the page");
        QCOMPARE(room.one(maya)->slip().step, QStringLiteral("On the page"));
        QCOMPARE(room.all().front().slip().step, QStringLiteral("On the page"));
        room.store->commit(Edit(QString()).remove<Sample>(sample.id));
        QVERIFY(!room.one(maya)->hasStep());
        QVERIFY(!room.all().front().hasStep());
    }

    void theBanksWordsAreInTheChildsLanguageAndTypedOnesAreNot() {
        Room room;
        const Id ana = room.student("Ana", "Spanish");
        const Id luc = room.student("Luc", "français");
        const Id leo = room.student("Leo");
        for (const Id &child : {ana, luc, leo}) {
            room.note(child, NoteKind::Noticed, "", "spaces");
            room.note(child, NoteKind::NextStep, "Start with a sound, a question or someone talking.",
                      "lead-that-hooks");
        }
        QCOMPARE(room.one(ana)->slip().step,
                 QStringLiteral("Empieza con un sonido, una pregunta o alguien que habla."));
        QCOMPARE(room.one(ana)->slip().compliment,
                 QStringLiteral("Tus espacios hacen que tus palabras se lean fácil."));
        QVERIFY(room.one(luc)->slip().step.startsWith(QStringLiteral("Commence par un bruit")));
        QVERIFY(room.one(leo)->slip().step.startsWith(QStringLiteral("Start with a sound")));
        QCOMPARE(room.one(ana)->languages().first(), QStringLiteral("es"));
        QCOMPARE(room.one(ana)->slip(QStringLiteral("en")).compliment,
                 QStringLiteral("Your spaces make your words easy to read."));
        room.note(ana, NoteKind::NextStep, "Ask Omar how he began.", "lead-that-hooks");
        QCOMPARE(room.one(ana)->slip().step, QStringLiteral("Ask Omar how he began."));
        QCOMPARE(room.one(ana)->slip().compliment,
                 QStringLiteral("Tus espacios hacen que tus palabras se lean fácil."));
    }

    void theClassesOwnWordingWins() {
        Room room;
        const Id ana = room.student("Ana", "es");
        room.note(ana, NoteKind::NextStep, "", "spaces");
        Wording wording;
        wording.id = room.store->makeId();
        wording.skill = skillId(room.notebook, QStringLiteral("spaces"));
        wording.language = QStringLiteral("es");
        wording.childWords = QStringLiteral("Un dedo entre palabras.");
        room.store->commit(Edit(QString()).create(wording));
        QCOMPARE(room.one(ana)->slip().step, QStringLiteral("Un dedo entre palabras."));
        room.store->commit(Edit(QString()).remove<Wording>(wording.id));
        QVERIFY(room.one(ana)->slip().step.startsWith(QStringLiteral("Deja un espacio")));
    }

    void whoWasConferredWithToday() {
        Room room;
        const Id maya = room.student("Maya");
        room.note(maya, NoteKind::NextStep, "Try it.");
        QVERIFY(!room.one(maya)->conferredToday);
        Conference conference;
        conference.id = room.store->makeId();
        conference.student = maya;
        conference.from = room.store.clock.now();
        room.store->commit(Edit(QString()).create(conference));
        QVERIFY(room.one(maya)->conferredToday);
        room.store.clock.advance(std::chrono::hours(25));
        QVERIFY(!room.one(maya)->conferredToday);
    }
};

QTEST_GUILESS_MAIN(SlipNotesTest)
#include "tst_slipnotes.moc"
