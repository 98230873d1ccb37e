// The bank of skills, its traits, the ladder and the thresholds: every change one edit that undo takes back.
#include "../frame/stage.h"

#include "bankskill.h"
#include "bankskilllist.h"
#include "banktraitlist.h"
#include "skillbankmodel.h"
#include "ways.h"

#include <QTest>
#include <QTranslator>

using namespace inkstep;
using namespace inkstep::test;

class BankPagesTest : public QObject {
    Q_OBJECT

    static qint64 skills(Stage &stage) {
        return stage.read<qint64>([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM skill WHERE deleted = 0");
            row.step();
            const qint64 count = row.number(0);
            row.reset();
            return count;
        });
    }

    static void fill(Stage &stage) {
        stage.startClass({QStringLiteral("Ana"), QStringLiteral("Leo"), QStringLiteral("Maya")});
        QVERIFY(stage.commit(takeInSkills(*builtInSkillPack(), stage.workspace->notebook()->id(), {})));
    }
    static QString idOf(Stage &stage, const char *slug) {
        return idText(skillId(stage.workspace->notebook()->id(), QString::fromLatin1(slug)));
    }
    static void openBank(Stage &stage) {
        stage.show();
        stage.go(QStringLiteral("settings"));
        QVERIFY(stage.tap(QStringLiteral("bank")));
        QTRY_COMPARE(stage.place(), QStringLiteral("bank"));
    }
    static std::unique_ptr<BankSkill> skillOf(Stage &stage, const char *slug) {
        auto skill = std::make_unique<BankSkill>();
        skill->setWorkspace(stage.workspace.get());
        skill->setSkillId(idOf(stage, slug));
        return QTest::qWaitFor([&] { return skill->ready(); }) ? std::move(skill) : nullptr;
    }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void skillsComeInOnceAndGoOut() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        SkillBankModel bank;
        bank.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(bank.ready());
        bank.takeInBuiltIn();
        QTRY_VERIFY(bank.skills() >= 60);
        const qint64 count = skills(stage);
        bank.takeInBuiltIn();
        QTRY_VERIFY(bank.outcome().startsWith(QStringLiteral("Every skill")));
        QCOMPARE(skills(stage), count);
        const QString path = stage.folder.filePath(QStringLiteral("ours.json"));
        bank.handOn(QUrl::fromLocalFile(path));
        QTRY_VERIFY(bank.outcome().contains(QStringLiteral("ours.json")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pack = readSkillPack(file.readAll());
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        QCOMPARE(static_cast<qint64>(pack->skills.size()), count);
    }

    void aBrokenPackIsSaidAndChangesNothing() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        SkillBankModel bank;
        bank.setWorkspace(stage.workspace.get());
        QFile file(stage.folder.filePath(QStringLiteral("bad.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        QSignalSpy failed(stage.workspace.get(), &Workspace::failed);
        bank.takeIn(QUrl::fromLocalFile(file.fileName()));
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("bad.json")));
        QCOMPARE(skills(stage), 0);
    }

    void aBankOfOnesOwnComesBackWhole() {
        Stage stage;
        fill(stage);
        auto skill = skillOf(stage, "spaces");
        skill->write(QStringLiteral("pl"), QStringLiteral("Zostaw miejsce na palec."),
                     QStringLiteral("Dobre odstępy."));
        QTRY_COMPARE(skill->languages().size(), 3);
        BankTraitList traits;
        traits.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(traits.count(), 9);
        traits.add(QStringLiteral("Handwriting"));
        QTRY_COMPARE(traits.count(), 10);
        Ways ways;
        ways.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(ways.ready());
        ways.nameRung(1, QStringLiteral("with a nudge"));
        ways.nameRung(3, QStringLiteral("side by side"));
        QTRY_COMPARE(ways.ladderNames()[3], QStringLiteral("side by side"));
        SkillBankModel bank;
        bank.setWorkspace(stage.workspace.get());
        const QString path = stage.folder.filePath(QStringLiteral("ours.json"));
        bank.handOn(QUrl::fromLocalFile(path));
        QTRY_VERIFY(bank.outcome().contains(QStringLiteral("ours.json")));

        Stage other;
        other.startClass({QStringLiteral("Omar")});
        Ways theirWays;
        theirWays.setWorkspace(other.workspace.get());
        QTRY_VERIFY(theirWays.ready());
        theirWays.nameRung(3, QStringLiteral("hand in hand"));
        QTRY_COMPARE(theirWays.ladderNames()[3], QStringLiteral("hand in hand"));
        SkillBankModel taker;
        taker.setWorkspace(other.workspace.get());
        taker.takeIn(QUrl::fromLocalFile(path));
        QTRY_VERIFY(taker.skills() >= 60);
        // Names of support levels come along; what this class had named itself stays.
        QTRY_COMPARE(theirWays.ladderNames()[1], QStringLiteral("with a nudge"));
        QCOMPARE(theirWays.ladderNames()[3], QStringLiteral("hand in hand"));
        QVERIFY(theirWays.ladderNames()[0].isEmpty());
        QTRY_VERIFY2(taker.outcome().endsWith(QStringLiteral("called as in this pack.")),
                     qPrintable(taker.outcome()));
        auto there = skillOf(other, "spaces");
        QTRY_COMPARE(there->languages().size(), 3);
        BankTraitList theirs;
        theirs.setWorkspace(other.workspace.get());
        QTRY_COMPARE(theirs.count(), 10);
    }

    void aCircleIsSaidAndNotKept() {
        Stage stage;
        fill(stage);
        auto skill = skillOf(stage, "first-sound");
        skill->require(idOf(stage, "end-marks")); // which waits for whole-thought → spaces → first-sound
        QVERIFY2(skill->problem().contains(QStringLiteral("“Spaces between words”")) ||
                     skill->problem().contains(QStringLiteral("“Labels on the picture”")),
                 qPrintable(skill->problem()));
        QVERIFY(skill->problem().contains(QStringLiteral("nothing was changed")));
        QVERIFY(skill->before().isEmpty());
        skill->require(skill->skillId());
        QVERIFY(skill->problem().contains(QStringLiteral("itself")));
        skill->require(idOf(stage, "get-tools"));
        QTRY_COMPARE(skill->before().size(), 1);
        QVERIFY(skill->problem().isEmpty());
        stage.workspace->undo();
        QTRY_COMPARE(skill->before().size(), 0);
    }

    // On one tablet this waits for that, on the other that for this: only the merge makes the circle.
    void aCircleOfTwoTabletsIsSaidAndCanBeTakenApart() {
        Stage stage({390, 844});
        fill(stage);
        const Id first = idFromText(idOf(stage, "first-sound")), last = idFromText(idOf(stage, "spaces"));
        QVERIFY(
            stage.commit(Edit(QStringLiteral("Merged")).set(first, &Skill::prerequisites, QList<Id>{last})));
        stage.show();
        stage.go(QStringLiteral("bank"));
        QTRY_VERIFY(stage.item(QStringLiteral("bankCircle")));
        const QString said = stage.item(QStringLiteral("bankCircle"))->property("text").toString();
        QVERIFY2(said.contains(QStringLiteral("“Spaces between words”")) &&
                     said.contains(QStringLiteral("Nothing is lost")),
                 qPrintable(said));
        stage.settle();
        stage.picture(QStringLiteral("bank-circle"));
        QCOMPARE(cutOff(stage), QStringList());
        // What has no part in it can be changed as ever.
        auto other = skillOf(stage, "get-tools");
        QVERIFY(other->circle().isEmpty());
        other->require(idOf(stage, "use-the-chart"));
        QTRY_COMPARE(other->before().size(), 1);
        QVERIFY(other->problem().isEmpty());
        // The bank goes out without its last link, and comes in again.
        SkillBankModel bank;
        bank.setWorkspace(stage.workspace.get());
        const QString path = stage.folder.filePath(QStringLiteral("ours.json"));
        bank.handOn(QUrl::fromLocalFile(path));
        QTRY_VERIFY(bank.outcome().contains(QStringLiteral("ours.json")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto pack = readSkillPack(file.readAll());
        QVERIFY2(pack, pack ? "" : qPrintable(pack.error().detail));
        auto skill = skillOf(stage, "first-sound");
        QVERIFY(skill->circle().contains(QStringLiteral("wait for each other")));
        skill->dropRequired(idText(last));
        QTRY_VERIFY(skill->circle().isEmpty());
        QTRY_VERIFY(!stage.item(QStringLiteral("bankCircle")));
    }

    void languagesOfASkill() {
        Stage stage;
        fill(stage);
        auto skill = skillOf(stage, "spaces");
        QCOMPARE(skill->languages().size(), 2);
        QVERIFY(skill->addLanguage(QStringLiteral("Klingonish")).isEmpty());
        QVERIFY(skill->problem().contains(QStringLiteral("Klingonish")));
        QCOMPARE(skill->addLanguage(QStringLiteral("polski")), QStringLiteral("pl"));
        QCOMPARE(skill->languages().size(), 3);
        const auto spanish = [&] { return skill->languages().first().toMap(); };
        QVERIFY(!spanish().value(QStringLiteral("own")).toBool());
        const QString built = spanish().value(QStringLiteral("childWords")).toString();
        skill->write(QStringLiteral("es"), QStringLiteral("Un dedo entre palabras."), {});
        QTRY_COMPARE(spanish().value(QStringLiteral("childWords")).toString(),
                     QStringLiteral("Un dedo entre palabras."));
        QVERIFY(!spanish().value(QStringLiteral("compliment")).toString().isEmpty()); // the bank's still
        skill->write(QStringLiteral("es"), {}, {});
        QTRY_COMPARE(spanish().value(QStringLiteral("childWords")).toString(), built);
        skill->write(QStringLiteral("es"), QStringLiteral("Otra vez."), {});
        QTRY_COMPARE(spanish().value(QStringLiteral("childWords")).toString(), QStringLiteral("Otra vez."));
    }

    void aSkillNeedsAName() {
        Stage stage;
        fill(stage);
        auto skill = skillOf(stage, "spaces");
        skill->rename(QStringLiteral("   "));
        QVERIFY(!skill->problem().isEmpty());
        QCOMPARE(skill->name(), QStringLiteral("Spaces between words"));
        skill->rename(QString(300, QLatin1Char('x')));
        QTRY_COMPARE(skill->name().size(), 80);
        skill->setAges(9, 4);
        QTRY_COMPARE(skill->fromAge(), 4);
        QCOMPARE(skill->toAge(), 9);
    }

    void theOrderOfSkillsAndTraits() {
        Stage stage;
        fill(stage);
        BankSkillList skills;
        skills.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(skills.count(), 65);
        const auto nameAt = [&](std::size_t row) { return skills.rows()[row].skill.name; };
        const QString first = nameAt(0), second = nameAt(1);
        skills.move(idText(skills.rows()[1].id), -1);
        QTRY_COMPARE(nameAt(0), second);
        QCOMPARE(nameAt(1), first);
        skills.move(idText(skills.rows()[0].id), -1); // nothing is before it
        stage.workspace->undo();
        QTRY_COMPARE(nameAt(0), first);
        skills.setSearch(QStringLiteral("hook"));
        QTRY_COMPARE(skills.count(), 1);

        BankTraitList traits;
        traits.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(traits.count(), 9);
        traits.rename(QStringLiteral("organization"), QStringLiteral("Shape"));
        QTRY_COMPARE(traits.rows()[1].trait.name, QStringLiteral("Shape"));
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Rename trait"));
        stage.workspace->undo();
        QTRY_COMPARE(traits.rows()[1].trait.name, QStringLiteral("Organization"));
        traits.rename(QStringLiteral("organization"), QStringLiteral("Structure"));
        QTRY_COMPARE(traits.rows()[1].trait.name, QStringLiteral("Structure"));
        traits.move(QStringLiteral("organization"), -1);
        QTRY_COMPARE(traits.rows()[0].trait.name, QStringLiteral("Structure"));
        skills.setSearch({});
        QTRY_COMPARE(skills.count(), 65);
        QTRY_COMPARE(skills.rows()[0].traitName, QStringLiteral("Structure"));
        traits.archive(QStringLiteral("routines"), true);
        QTRY_COMPARE(traits.choices().size(), 8);
        stage.workspace->undo();
        QTRY_COMPARE(traits.choices().size(), 9);
    }

    // What comes with Inkstep is read in the interface's language, and never frozen in one.
    void traitsInAnotherLanguage() {
        struct Shouting final : QTranslator {
            QString translate(const char *context, const char *source, const char *, int) const override {
                return qstrcmp(context, "Traits") == 0 ? QString::fromUtf8(source).toUpper() : QString();
            }
            bool isEmpty() const override { return false; }
        };
        Stage stage;
        fill(stage);
        BankTraitList traits;
        traits.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(traits.count(), 9);
        traits.rename(QStringLiteral("process"), QStringLiteral("How we work"));
        QTRY_COMPARE(traits.rows()[6].trait.name, QStringLiteral("How we work"));
        {
            Shouting other;
            QVERIFY(QCoreApplication::installTranslator(&other));
            BankTraitList read;
            read.setWorkspace(stage.workspace.get());
            QTRY_COMPARE(read.count(), 9);
            const std::vector<PackTrait> built = builtInSkillPack().value().traits;
            for (std::size_t i = 0; i < built.size(); ++i) {
                if (built[i].id != QLatin1StringView("process"))
                    QCOMPARE(read.rows()[i].trait.name, built[i].name.toUpper());
                QCOMPARE(read.rows()[i].trait.about, built[i].about.toUpper());
            }
            QCOMPARE(read.rows()[6].trait.name, QStringLiteral("How we work"));
            read.move(QStringLiteral("ideas"), 1); // writes every trait
            QTRY_COMPARE(read.rows()[0].trait.name, QStringLiteral("ORGANIZATION"));
        }
        BankTraitList again;
        again.setWorkspace(stage.workspace.get());
        QTRY_COMPARE(again.count(), 9);
        QCOMPARE(again.rows()[0].trait.name, QStringLiteral("Organization"));
        QCOMPARE(again.rows()[6].trait.name, QStringLiteral("How we work"));
    }

    void whatThresholdsMean() {
        SkillBankModel bank;
        const auto say = [&](const char *on, const char *again) {
            return bank.meaning(QString::fromLatin1(on), QString::fromLatin1(again), 24);
        };
        QCOMPARE(say("2/3", "1/2"),
                 QStringLiteral("In a class of 24: move on when 16 do it alone, teach again below "
                                "12, a small group between."));
        QCOMPARE(say("9/10", "1/3"),
                 QStringLiteral("In a class of 24: move on when 22 do it alone, teach again below "
                                "8, a small group between."));
        QCOMPARE(say("1/2", "2/3"),
                 QStringLiteral("In a class of 24: move on when 12 do it alone, teach again below that."));
    }

    void theLadderByTouch() {
        Stage stage;
        fill(stage);
        openBank(stage);
        QTRY_VERIFY(stage.named(QStringLiteral("Support")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Support"))));
        QQuickItem *rung = nullptr;
        QTRY_VERIFY((rung = stage.item(QStringLiteral("rung-1"))) != nullptr);
        QVERIFY(stage.tap(rung));
        stage.type(QStringLiteral("with a nudge"));
        stage.key(Qt::Key_Return);
        QTRY_COMPARE(stage.theme().supportLevelName(Theme::WithPrompt), QStringLiteral("with a nudge"));
        QCOMPARE(stage.theme().usualLevelName(Theme::WithPrompt), QStringLiteral("with a prompt"));
        QVERIFY(stage.tap(QStringLiteral("uses-1")));
        QTRY_COMPARE(stage.theme().rungs(), QList<int>({0, 2, 3, 4}));
        stage.workspace->undo();
        QTRY_COMPARE(stage.theme().rungs().size(), 5);
        QTRY_COMPARE(stage.workspace->undoLabel(), QStringLiteral("Rename support level"));
        stage.workspace->undo();
        QTRY_COMPARE(stage.theme().supportLevelName(Theme::WithPrompt), QStringLiteral("with a prompt"));
        // What was taken back at its very beginning can be done again.
        Ways ways;
        ways.setWorkspace(stage.workspace.get());
        QTRY_VERIFY(ways.ready());
        ways.nameRung(3, QStringLiteral("side by side"));
        QTRY_COMPARE(stage.theme().supportLevelName(Theme::Together), QStringLiteral("side by side"));
        QCOMPARE(stage.theme().supportLevelName(Theme::WithPrompt), QStringLiteral("with a prompt"));
    }

    void aSkillIsAddedByTouchAndKeyboard() {
        Stage stage;
        fill(stage);
        openBank(stage);
        QVERIFY(stage.tap(QStringLiteral("bankAdd")));
        QTRY_VERIFY(stage.item(QStringLiteral("newSkillName")));
        QTRY_VERIFY(stage.item(QStringLiteral("newSkillName"))->hasActiveFocus() ||
                    stage.view->activeFocusItem()->inherits("QQuickTextField"));
        stage.type(QStringLiteral("Draws a map first"));
        stage.key(Qt::Key_Return);
        QTRY_COMPARE(stage.place(), QStringLiteral("bankSkill"));
        QTRY_VERIFY(stage.named(QStringLiteral("Draws a map first")));
        QCOMPARE(skills(stage), 66);
        stage.workspace->undo();
        QTRY_VERIFY(stage.named(QStringLiteral("This skill is not in the bank")));
    }

    void everyLook_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << false;
        QTest::newRow("upright") << QSize(800, 1280) << 1.0 << false;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << false;
        QTest::newRow("dark") << QSize(1280, 800) << 1.0 << true;
        QTest::newRow("large-tablet") << QSize(1280, 800) << 2.0 << false;
        QTest::newRow("large-small") << QSize(360, 640) << 2.0 << false;
    }
    void everyLook() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Stage stage(size);
        fill(stage);
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        const auto look = [&](const char *page) {
            stage.settle();
            stage.picture(QStringLiteral("bank-%1-%2").arg(QLatin1StringView(page), name));
            QCOMPARE(unnamed(stage).join(QLatin1Char('\n')), QString());
            QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        };
        stage.go(QStringLiteral("bank"));
        QTRY_VERIFY(stage.named(QStringLiteral("Tells it before writing it")));
        look("skills");
        QVERIFY(stage.tap(stage.named(QStringLiteral("Traits"))));
        QTRY_VERIFY(stage.item(QStringLiteral("trait-ideas")));
        look("traits");
        QVERIFY(stage.tap(stage.named(QStringLiteral("Support"))));
        QTRY_VERIFY(stage.item(QStringLiteral("rung-0")));
        look("ladder");
        stage.go(QStringLiteral("bankSkill"), {{QStringLiteral("skillId"), idOf(stage, "lead-that-hooks")}});
        QTRY_VERIFY(stage.item(QStringLiteral("skillName")));
        look("skill");
    }
};

QTEST_MAIN(BankPagesTest)
#include "tst_pages_bank.moc"
