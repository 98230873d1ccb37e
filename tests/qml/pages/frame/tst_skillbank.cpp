#include "ingest/enroll.h"
#include "ingest/skillbank.h"
#include "store/layout.h"
#include "support/fakes.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class SkillBankTest : public QObject {
    Q_OBJECT

    static std::vector<Skill> skills(ScratchStore &notebook) {
        return *notebook->read([](Database &db) {
            std::vector<Skill> all;
            Statement &row = db.use("SELECT " + columnsOf<Skill>("k") + " FROM skill k WHERE k.deleted = 0");
            while (row.step())
                all.push_back(readRow<Skill>(row));
            row.reset();
            return all;
        });
    }

private slots:
    void twoDevicesTakingInTheSamePackHaveOneSkillEach() {
        const auto pack = builtInSkillPack();
        QVERIFY(pack);
        ScratchStore a(1), b(2);
        const Id notebook = a->makeId();
        QVERIFY(a->commit(takeInSkills(*pack, notebook, {})));
        QVERIFY(b->commit(takeInSkills(*pack, notebook, {})));
        QVERIFY(passEdits(*a.store, *b.store));
        QVERIFY(passEdits(*b.store, *a.store));
        QCOMPARE(skills(a).size(), pack->skills.size());
        QCOMPARE(*a->digest(), *b->digest());
    }

    void aTeachersWordsStay() {
        const auto pack = builtInSkillPack();
        QVERIFY(pack);
        ScratchStore notebook;
        const Id id = notebook->makeId();
        QVERIFY(notebook->commit(takeInSkills(*pack, id, {})));
        const Id first = skillId(id, pack->skills.front().id);
        QVERIFY(notebook->commit(
            Edit(QStringLiteral("Rename skill")).set(first, &Skill::name, QStringLiteral("Ours"))));
        QVERIFY(takeInSkills(*pack, id, skills(notebook)).isEmpty());
        const SkillPack out = packOf(skills(notebook), *pack, QStringLiteral("Room 12"));
        QCOMPARE(out.skills.size(), pack->skills.size());
        const auto again = readSkillPack(writeSkillPack(out));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        const auto ours =
            std::find_if(again->skills.begin(), again->skills.end(),
                         [](const PackSkill &skill) { return skill.name == QLatin1StringView("Ours"); });
        QVERIFY(ours != again->skills.end());
    }

    void prerequisitesPointAtTheNotebooksSkills() {
        const auto pack = builtInSkillPack();
        ScratchStore notebook;
        const Id id = notebook->makeId();
        QVERIFY(notebook->commit(takeInSkills(*pack, id, {})));
        const auto all = skills(notebook);
        int pointed = 0;
        for (const Skill &skill : all) {
            for (const Id &before : skill.prerequisites) {
                ++pointed;
                QVERIFY(std::any_of(all.begin(), all.end(),
                                    [&](const Skill &other) { return other.id == before; }));
            }
        }
        QVERIFY(pointed > 0);
    }

    void rungsAreCalledAsInThePack() {
        const auto built = builtInSkillPack();
        QVERIFY(built);
        Teaching teaching;
        QVERIFY(!takeInRungNames(teaching, *built, *built)); // the usual names say nothing
        SkillPack pack = *built;
        pack.supportLadder[1].name = QString(80, QLatin1Char('x'));
        pack.supportLadder[4].name = QStringLiteral("still to come");
        std::reverse(pack.supportLadder.begin(), pack.supportLadder.end()); // known by id, not by place
        pack.supportLadder.push_back({QStringLiteral("else"), QStringLiteral("Something else"), {}});
        teaching.notYetName = QStringLiteral("later");
        QVERIFY(takeInRungNames(teaching, pack, *built));
        QCOMPARE(teaching.promptName.size(), 40);
        QCOMPARE(teaching.notYetName, QStringLiteral("later"));
        QVERIFY(teaching.aloneName.isEmpty() && teaching.modelName.isEmpty());
        QVERIFY(!takeInRungNames(teaching, pack, *built)); // once
    }

    void aListIsOneEditInItsOrder() {
        ScratchStore notebook;
        const auto roster = readRosterText(QStringLiteral("Ana\nLeo\nAna"));
        QVERIFY(roster);
        const Edit edit = enroll(roster->entries, 5, notebook.clock, notebook.random);
        QCOMPARE(edit.label(), QStringLiteral("Add 3 students"));
        const auto committed = notebook->commit(edit);
        QVERIFY(committed && committed->edit);
        const auto names = *notebook->read([](Database &db) {
            QStringList list;
            Statement &row = db.use("SELECT name, position FROM student ORDER BY position");
            while (row.step())
                list << row.text(0) + QString::number(row.number(1));
            row.reset();
            return list;
        });
        QCOMPARE(names,
                 QStringList({QStringLiteral("Ana5"), QStringLiteral("Leo6"), QStringLiteral("Ana7")}));
    }
};

QTEST_GUILESS_MAIN(SkillBankTest)
#include "tst_skillbank.moc"
