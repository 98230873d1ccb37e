// The order of skills: what comes next for a writer, what a step would skip, and circles.
#include "practice/skillpath.h"
#include "practice/stepwords.h"

#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

std::vector<Skill> chain(int count) {
    std::vector<Skill> skills(static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < skills.size(); ++i) {
        skills[i].id = QUuid::createUuid();
        skills[i].trait = QStringLiteral("ideas");
        skills[i].position = static_cast<qint64>(i) + 1;
        if (i > 0)
            skills[i].prerequisites << skills[i - 1].id;
    }
    return skills;
}

} // namespace

class TestSkillPath : public QObject {
    Q_OBJECT

private slots:
    void findsACircleAndOnlyThen() {
        QVERIFY(rc::check("links that go back only make no circle; closing one does", [] {
            const int count = *rc::gen::inRange(2, 12);
            std::vector<Skill> skills(static_cast<std::size_t>(count));
            for (int i = 0; i < count; ++i) {
                skills[static_cast<std::size_t>(i)].id = QUuid::createUuid();
                for (int j = 0; j < i; ++j) {
                    if (*rc::gen::inRange(0, 3) == 0)
                        skills[static_cast<std::size_t>(i)].prerequisites
                            << skills[static_cast<std::size_t>(j)].id;
                }
            }
            RC_ASSERT(prerequisiteCircle(skills).empty());
            const auto from = *rc::gen::inRange<std::size_t>(1, skills.size());
            if (skills[from].prerequisites.isEmpty())
                return;
            const Id back = skills[from].prerequisites.first();
            for (Skill &skill : skills) {
                if (skill.id == back)
                    skill.prerequisites << skills[from].id;
            }
            const std::vector<Id> circle = prerequisiteCircle(skills);
            RC_ASSERT(circle.size() >= 3);
            RC_ASSERT(circle.front() == circle.back());
            for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
                const auto skill = std::find_if(skills.begin(), skills.end(),
                                                [&](const Skill &s) { return s.id == circle[i]; });
                RC_ASSERT(skill->prerequisites.contains(circle[i + 1]));
            }
        }));
        QVERIFY(prerequisiteCircle(chain(20000)).empty());
    }

    void aCircleThroughASkill() {
        QVERIFY(rc::check("a skill is in one exactly when it waits for itself", [] {
            std::vector<Skill> skills(*rc::gen::inRange<std::size_t>(1, 9));
            for (Skill &skill : skills)
                skill.id = QUuid::createUuid();
            for (Skill &skill : skills) {
                const int links = *rc::gen::inRange(0, 3);
                for (int i = 0; i < links; ++i)
                    skill.prerequisites << (*rc::gen::elementOf(skills)).id;
            }
            bool any = false;
            for (const Skill &skill : skills) {
                QSet<Id> waitsFor;
                std::vector<Id> open{skill.id};
                while (!open.empty()) {
                    const Id at = open.back();
                    open.pop_back();
                    const auto here = std::find_if(skills.begin(), skills.end(),
                                                   [&](const Skill &one) { return one.id == at; });
                    for (const Id &before : here->prerequisites) {
                        if (!waitsFor.contains(before)) {
                            waitsFor.insert(before);
                            open.push_back(before);
                        }
                    }
                }
                const std::vector<Id> circle = circleThrough(skill.id, skills);
                RC_ASSERT(circle.empty() != waitsFor.contains(skill.id));
                any = any || !circle.empty();
                if (circle.empty())
                    continue;
                RC_ASSERT(circle.front() == skill.id && circle.back() == skill.id);
                for (std::size_t i = 0; i + 1 < circle.size(); ++i) {
                    const auto one = std::find_if(skills.begin(), skills.end(),
                                                  [&](const Skill &s) { return s.id == circle[i]; });
                    RC_ASSERT(one->prerequisites.contains(circle[i + 1]));
                }
            }
            RC_ASSERT(any == !prerequisiteCircle(skills).empty());
            // The order of what is offered comes to an end and leaves nothing out, circles or not.
            RC_ASSERT(likelyNext(skills, {}).size() == skills.size());
        }));
    }

    void theNextSkillIsTheFirstThatIsOpen() {
        std::vector<Skill> skills = chain(5);
        QSet<Id> alone{skills[0].id, skills[1].id};
        QCOMPARE(likelyNext(skills, alone).front(), skills[2].id);
        QCOMPARE(skipped(skills[4].id, skills, alone), std::vector<Id>{skills[3].id});
        QVERIFY(skipped(skills[2].id, skills, alone).empty());
        Skill other;
        other.id = QUuid::createUuid();
        other.trait = QStringLiteral("process");
        other.position = 40;
        other.taughtFrom = fromMs(1);
        skills.push_back(other);
        QCOMPARE(likelyNext(skills, alone).front(), other.id); // taught now comes first
        skills.back().letGo = fromMs(2);
        QCOMPARE(likelyNext(skills, alone).front(), skills[2].id);
    }

    void everySkillIsOfferedOnce() {
        QVERIFY(rc::check("an order leaves nobody's skill out", [] {
            std::vector<Skill> skills = chain(*rc::gen::inRange(0, 12));
            QSet<Id> alone;
            for (const Skill &skill : skills) {
                if (*rc::gen::arbitrary<bool>())
                    alone.insert(skill.id);
            }
            const std::vector<Id> order = likelyNext(skills, alone);
            RC_ASSERT(order.size() == skills.size());
            RC_ASSERT(static_cast<std::size_t>(QSet<Id>(order.begin(), order.end()).size()) == skills.size());
            bool done = false; // what goes alone already comes last
            for (const Id &id : order) {
                RC_ASSERT(!done || alone.contains(id));
                done = done || alone.contains(id);
            }
        }));
    }

    void distances() {
        const std::vector<Skill> skills = chain(4);
        QCOMPARE(skillDistance(skills[1], skills[1], skills), 0);
        QCOMPARE(skillDistance(skills[1], skills[2], skills), 1);
        QCOMPARE(skillDistance(skills[0], skills[2], skills), 3);
        std::vector<Skill> loose = skills;
        loose[1].prerequisites.clear();
        QCOMPARE(skillDistance(loose[0], loose[1], loose), 2);
    }

    void hintsAboutWords() {
        QVERIFY(
            !hintsFor(QStringLiteral("Find a word that we know by heart. Check that it is right.")).any());
        QVERIFY(hintsFor(QStringLiteral("Add a detail and then fix your spelling")).asksTwoThings);
        QVERIFY(hintsFor(QStringLiteral("Ajoute un détail et puis relis")).asksTwoThings);
        QVERIFY(hintsFor(QStringLiteral("Who is there? What do they say?")).asksTwoThings);
        QVERIFY(!hintsFor(QStringLiteral("Where are you?")).any());
        QVERIFY(hintsFor(QStringLiteral("one two three four five six seven eight nine ten eleven twelve "
                                        "thirteen fourteen fifteen"))
                    .isLong);
        QVERIFY(!hintsFor({}).any());
    }
};

QTEST_GUILESS_MAIN(TestSkillPath)
#include "tst_skillpath.moc"
