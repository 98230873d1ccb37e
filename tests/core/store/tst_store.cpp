#include "store/layout.h"
#include "store/search.h"
#include "support/fakes.h"

#include <QTest>

using namespace inkstep;
using test::ScratchStore;

namespace {

std::optional<Student> student(Store &store, const Id &id) {
    return *store.read([&](Database &db) { return find<Student>(db, id); });
}

bool shown(Store &store, const char *kind, const Id &id) {
    const std::string sql = std::string("SELECT deleted FROM \"") + kind + "\" WHERE id = ?";
    return *store.read([&](Database &db) {
        Statement &row = db.use(sql).with(id);
        const bool there = row.step() && row.number(0) == 0;
        row.reset();
        return there;
    });
}

QStringList wordsOf(Store &store, const Id &note) {
    return *store.read([&](Database &db) {
        QStringList words;
        Statement &row =
            db.use("SELECT value FROM op WHERE entity = ? AND field = 'words' AND live = 1 ORDER BY value")
                .with(note);
        while (row.step())
            words << row.text(0);
        return words;
    });
}

int found(Store &store, const QString &query) {
    return *store.read([&](Database &db) {
        Statement &row = db.use("SELECT count(*) FROM search WHERE words MATCH ?").with(query);
        row.step();
        const int count = static_cast<int>(row.number(0));
        row.reset();
        return count;
    });
}

Student maya(Store &store) {
    Student one;
    one.id = store.makeId();
    one.name = QStringLiteral("Maya");
    return one;
}

} // namespace

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasCommittedOverRestarts() {
        ScratchStore a;
        Student one = maya(*a.store);
        one.grade = QStringLiteral("2");
        QVERIFY(a->commit(Edit(QStringLiteral("Add student")).create(one)));
        a.reopen();
        QCOMPARE(student(*a.store, one.id), std::optional(one));
        QCOMPARE(found(*a.store, QStringLiteral("may*")), 1);
    }

    void undoTakesBackAndUndoOfUndoRedoes() {
        ScratchStore a;
        const Student one = maya(*a.store);
        const auto made = a->commit(Edit(QStringLiteral("Add student")).create(one));
        const auto renamed =
            a->commit(Edit(QStringLiteral("Rename")).set(one.id, &Student::name, QStringLiteral("Maia")));
        const auto undone = a->undo(*renamed->edit, QStringLiteral("Undo rename"));
        QCOMPARE(student(*a.store, one.id)->name, QStringLiteral("Maya"));
        QVERIFY(a->undo(*undone->edit, QStringLiteral("Redo rename")));
        QCOMPARE(student(*a.store, one.id)->name, QStringLiteral("Maia"));
        QVERIFY(a->undo(*made->edit, QStringLiteral("Undo add")));
        QVERIFY(!shown(*a.store, "student", one.id));
    }

    void twoUndosInARowTakeBackTwoEditsOfOneField() {
        ScratchStore a;
        const Student student = maya(*a.store);
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(student)));
        const auto grade = [&](const char *text) {
            return *a->commit(Edit(QStringLiteral("Change"))
                                  .set(student.id, &Student::grade, QString::fromLatin1(text)))
                        ->edit;
        };
        const auto shown = [&] {
            return a->read([&](Database &db) { return find<Student>(db, student.id)->grade; }).value();
        };
        const QString before = shown();
        const Version first = grade("2");
        const Version second = grade("3");
        const auto back = a->undo(second, QStringLiteral("Undo"));
        QVERIFY(back && back->edit);
        QCOMPARE(shown(), QStringLiteral("2"));
        const auto further = a->undo(first, QStringLiteral("Undo"));
        QVERIFY(further && further->edit);
        QCOMPARE(shown(), before);
        // And forward again, twice.
        QVERIFY(a->undo(*further->edit, QStringLiteral("Redo"))->edit);
        QCOMPARE(shown(), QStringLiteral("2"));
        QVERIFY(a->undo(*back->edit, QStringLiteral("Redo"))->edit);
        QCOMPARE(shown(), QStringLiteral("3"));
        // What was written in between stays.
        grade("4");
        QVERIFY(!a->undo(first, QStringLiteral("Undo"))->edit);
        QCOMPARE(shown(), QStringLiteral("4"));
    }

    void undoLeavesAloneWhatSomebodyWroteSince() {
        ScratchStore a;
        const Student one = maya(*a.store);
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one)));
        const auto first =
            a->commit(Edit(QStringLiteral("Rename")).set(one.id, &Student::name, QStringLiteral("Maia")));
        QVERIFY(a->commit(Edit(QStringLiteral("Rename")).set(one.id, &Student::name, QStringLiteral("Mia"))));
        const auto undone = a->undo(*first->edit, QStringLiteral("Undo"));
        QVERIFY(!undone->edit);
        QCOMPARE(student(*a.store, one.id)->name, QStringLiteral("Mia"));
    }

    void fieldsMergeAndWordsKeepBoth() {
        ScratchStore a(1), b(2);
        const Student one = maya(*a.store);
        Note note;
        note.id = a->makeId();
        note.about = one.id;
        note.words = QStringLiteral("You told where it happened");
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one).create(note)));
        QVERIFY(test::passEdits(*a.store, *b.store));

        QVERIFY(a->commit(Edit(QStringLiteral("Grade")).set(one.id, &Student::grade, QStringLiteral("2"))));
        QVERIFY(b->commit(
            Edit(QStringLiteral("Language")).set(one.id, &Student::homeLanguage, QStringLiteral("es"))));
        QVERIFY(
            a->commit(Edit(QStringLiteral("Words")).set(note.id, &Note::words, QStringLiteral("from A"))));
        QVERIFY(
            b->commit(Edit(QStringLiteral("Words")).set(note.id, &Note::words, QStringLiteral("from B"))));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QVERIFY(test::passEdits(*b.store, *a.store));

        for (Store *store : {a.store.get(), b.store.get()}) {
            QCOMPARE(student(*store, one.id)->grade, QStringLiteral("2"));
            QCOMPARE(student(*store, one.id)->homeLanguage, QStringLiteral("es"));
            QCOMPARE(wordsOf(*store, note.id),
                     (QStringList{QStringLiteral("from A"), QStringLiteral("from B")}));
            QCOMPARE(found(*store, QStringLiteral("from")), 1); // both versions are one note
        }
        QCOMPARE(*a->digest(), *b->digest());

        QVERIFY(a->commit(Edit(QStringLiteral("Settle")).set(note.id, &Note::words, QStringLiteral("both"))));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QCOMPARE(wordsOf(*b.store, note.id), QStringList{QStringLiteral("both")});
    }

    void unseenContentBringsADeletedThingBackButPositionDoesNot() {
        ScratchStore a(1), b(2);
        const Student one = maya(*a.store);
        Sample sample;
        sample.id = a->makeId();
        sample.student = one.id;
        Page page;
        page.id = a->makeId();
        page.sample = sample.id;
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one).create(sample).create(page)));
        QVERIFY(test::passEdits(*a.store, *b.store));

        QVERIFY(a->commit(Edit(QStringLiteral("Delete")).remove<Student>(one.id)));
        QVERIFY(b->commit(Edit(QStringLiteral("Order")).set(one.id, &Student::position, 7)));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QVERIFY(test::passEdits(*b.store, *a.store));
        QVERIFY(!shown(*a.store, "student", one.id));
        QVERIFY(!shown(*b.store, "student", one.id));

        Note late; // written on a page of the deleted student, by one who had not seen the deletion
        late.id = b->makeId();
        late.about = page.id;
        late.words = QStringLiteral("late");
        ScratchStore c(3);
        QVERIFY(test::passEdits(*a.store, *b.store));
        // c has seen the student but not the deletion
        const auto early = *a->ownEdits(0, 1);
        QVERIFY(c->apply(early));
        QVERIFY(c->commit(Edit(QStringLiteral("Note")).create(late)));
        QVERIFY(test::passEdits(*c.store, *a.store));
        QVERIFY(test::passEdits(*c.store, *b.store));
        QVERIFY(shown(*a.store, "student", one.id));
        QVERIFY(shown(*b.store, "student", one.id));
        QCOMPARE(*a->digest(), *b->digest());
    }

    // What kept a deleted student is moved to another: the same on who saw it come and on who did not.
    void whatWasKeptByContentGoesWithIt() {
        ScratchStore a(1), b(2);
        const Student one = maya(*a.store);
        Student two;
        two.id = a->makeId();
        two.name = QStringLiteral("Tom");
        Sample sample;
        sample.id = a->makeId();
        sample.student = one.id;
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one).create(two).create(sample)));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QVERIFY(a->commit(Edit(QStringLiteral("Delete")).remove<Student>(one.id)));
        Note late;
        late.id = b->makeId();
        late.about = sample.id;
        late.words = QStringLiteral("late");
        QVERIFY(b->commit(Edit(QStringLiteral("Note")).create(late)));
        QVERIFY(test::passEdits(*b.store, *a.store));
        QVERIFY(shown(*a.store, "student", one.id));
        QVERIFY(b->commit(Edit(QStringLiteral("Give to another")).set(sample.id, &Sample::student, two.id)));
        QVERIFY(test::passEdits(*b.store, *a.store));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QVERIFY(!shown(*a.store, "student", one.id));
        QVERIFY(!shown(*b.store, "student", one.id));
        QCOMPARE(*a->digest(), *b->digest());
    }

    void replacedBeforeSeenStaysReplaced() {
        ScratchStore a(1), b(2), c(3);
        const Student one = maya(*a.store);
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one)));
        QVERIFY(test::passEdits(*a.store, *b.store));
        QVERIFY(
            b->commit(Edit(QStringLiteral("Rename")).set(one.id, &Student::name, QStringLiteral("Maia"))));
        QVERIFY(test::passEdits(*b.store, *c.store)); // b's rename arrives before the student
        QVERIFY(test::passEdits(*a.store, *c.store));
        QCOMPARE(student(*c.store, one.id)->name, QStringLiteral("Maia"));
        QVERIFY(test::passEdits(*b.store, *a.store));
        QCOMPARE(*c->digest(), *a->digest());
    }

    void aGapWaitsAndADuplicateChangesNothing() {
        ScratchStore a(1), b(2);
        const Student one = maya(*a.store);
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one)));
        QVERIFY(a->commit(Edit(QStringLiteral("Grade")).set(one.id, &Student::grade, QStringLiteral("3"))));
        const auto edits = *a->ownEdits(0, 10);
        QVERIFY(!b->apply(std::span(edits).subspan(1)));
        QVERIFY(b->apply(edits));
        QVERIFY(b->apply(edits));
        QCOMPARE(*a->digest(), *b->digest());
    }

    // What others wrote may go with the power; what a person does here waits for the disk, before and after.
    void ownEditsWaitForTheDiskAfterOthersWereApplied() {
        ScratchStore a(1), b(2);
        const auto waits = [&] {
            return b->read([](Database &db) {
                auto &asked = db.use("PRAGMA synchronous");
                asked.step();
                const qint64 full = asked.number(0);
                asked.reset();
                return full;
            });
        };
        QCOMPARE(waits().value(), 2); // FULL
        const Student one = maya(*a.store);
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(one)));
        QVERIFY(a->commit(Edit(QStringLiteral("Grade")).set(one.id, &Student::grade, QStringLiteral("3"))));
        const auto edits = *a->ownEdits(0, 10);
        QVERIFY(!b->apply(std::span(edits).subspan(1))); // a gap
        QCOMPARE(waits().value(), 2);
        QVERIFY(b->apply(edits));
        QCOMPARE(waits().value(), 2);
    }

    void liveQueryFollows() {
        ScratchStore a;
        QObject receiver;
        std::vector<int> counts;
        const auto watch = a->watch(
            kindsOf<Student>(),
            [](Database &db) {
                Statement &row = db.use("SELECT count(*) FROM student WHERE deleted = 0");
                row.step();
                const int count = static_cast<int>(row.number(0));
                row.reset();
                return count;
            },
            &receiver, [&](int count) { counts.push_back(count); });
        QTRY_VERIFY(!counts.empty());
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(maya(*a.store))));
        QTRY_COMPARE(counts.back(), 1);
    }

    // As the first layout had it: fewer kinds and fields, full-text rows numbered by sixteens. What an
    // updated device sent meanwhile waits among the operations.
    void anOlderDatabaseGetsItsPlaces() {
        ScratchStore a;
        Student student = maya(*a.store);
        Skill skill;
        skill.id = a->makeId();
        skill.name = QStringLiteral("a lead that hooks");
        skill.taughtFrom = a.clock.now();
        Check check;
        check.id = a->makeId();
        check.student = student.id;
        check.skill = skill.id;
        check.level = SupportLevel::Model;
        QVERIFY(a->commit(Edit(QStringLiteral("Add")).create(student).create(skill).create(check)));
        const QByteArray digest = *a->digest();
        QVERIFY(a->keepBooks([](Database &db) {
            for (const char *kind : {"check", "absence", "conference", "checkBack", "workBlock", "planItem",
                                     "trait", "wording", "teaching"})
                db.exec((std::string("DROP TABLE \"") + kind + '"').c_str());
            for (const char *field : {"taughtFrom", "letGo", "column"})
                db.exec((std::string("ALTER TABLE skill DROP COLUMN \"") + field + '"').c_str());
            db.exec("UPDATE search SET rowid = rowid / 64 * 16 + rowid % 64");
            db.exec("PRAGMA user_version = 1");
        }));
        a.store.reset();
        auto opened = Store::open(a.folder.path(), {a.files, a.clock, a.random});
        QVERIFY(opened);
        a.store = std::move(*opened);
        const auto kept = a->read([&](Database &db) {
            return std::tuple(find<Check>(db, check.id), find<Skill>(db, skill.id),
                              search(db, QStringLiteral("hooks"), 5).size());
        });
        QVERIFY(kept);
        QVERIFY(std::get<0>(*kept) == check);
        QVERIFY(std::get<1>(*kept) == skill);
        QCOMPARE(std::get<2>(*kept), std::size_t(1));
        QCOMPARE(*a->digest(), digest);
    }

    void aNewerDatabaseIsLeftAlone() {
        ScratchStore a;
        QVERIFY(a->keepBooks([](Database &db) { db.exec("PRAGMA user_version = 99"); }));
        a.store.reset();
        const auto opened = Store::open(a.folder.path(), {a.files, a.clock, a.random});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::NewerVersion);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
