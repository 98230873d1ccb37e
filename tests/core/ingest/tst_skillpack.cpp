#include "ingest/pack/skillpack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

#include <functional>
#include <map>
#include <set>

using namespace inkstep;

namespace {

SkillPack small() {
    SkillPack pack;
    pack.language = QStringLiteral("en");
    pack.title = QStringLiteral("Small");
    pack.traits = {{QStringLiteral("ideas"), QStringLiteral("Ideas"), QStringLiteral("What it is about.")}};
    pack.supportLadder = {{QStringLiteral("alone"), QStringLiteral("Alone"), QStringLiteral("No help.")}};
    for (int i = 0; i < 3; ++i) {
        pack.skills.push_back({QStringLiteral("s%1").arg(i),
                               QStringLiteral("ideas"),
                               QStringLiteral("Skill %1").arg(i),
                               QStringLiteral("Try it."),
                               QStringLiteral("You did it."),
                               5,
                               7,
                               i,
                               {},
                               {}});
    }
    return pack;
}

using Change = std::function<void(SkillPack &)>;

QByteArray with(const Change &change) {
    SkillPack pack = small();
    change(pack);
    return writeSkillPack(pack);
}

QByteArray withValue(const QString &key, const QJsonValue &value) {
    QJsonObject object = QJsonDocument::fromJson(writeSkillPack(small())).object();
    object.insert(key, value);
    return QJsonDocument(object).toJson();
}

QByteArray withSkillValue(const QString &key, const QJsonValue &value) {
    QJsonArray skills =
        QJsonDocument::fromJson(writeSkillPack(small())).object().value(QStringLiteral("skills")).toArray();
    QJsonObject skill = skills[1].toObject();
    skill.insert(key, value);
    skills[1] = skill;
    return withValue(QStringLiteral("skills"), skills);
}

} // namespace

class TestSkillPack : public QObject {
    Q_OBJECT

private slots:
    void readsWhatItWrote() {
        QVERIFY(rc::check("round trip", [] {
            SkillPack pack = small();
            const auto words =
                rc::gen::map(rc::gen::container<std::u16string>(rc::gen::inRange<char16_t>(0x20, 0xD7FF)),
                             [](const std::u16string &text) {
                                 const QString clean = QString::fromStdU16String(text)
                                                           .normalized(QString::NormalizationForm_C)
                                                           .remove(QChar(0x7F))
                                                           .left(60)
                                                           .simplified();
                                 QString kept;
                                 for (const QChar c : clean) {
                                     if (c.category() != QChar::Other_Control)
                                         kept += c;
                                 }
                                 return QStringLiteral("x") + kept + QStringLiteral("x");
                             });
            pack.title = *words;
            for (std::size_t i = 0; i < pack.skills.size(); ++i) {
                PackSkill &skill = pack.skills[i];
                skill.name = *words;
                skill.childWords = *words;
                skill.compliment = *words;
                skill.fromAge = *rc::gen::inRange(3, 10);
                skill.toAge = skill.fromAge + *rc::gen::inRange(0, 9);
                for (std::size_t before = 0; before < i; ++before) {
                    if (*rc::gen::arbitrary<bool>())
                        skill.prerequisites << pack.skills[before].id;
                }
            }
            // A text that normalizes further when joined to its ends is not the law under test.
            RC_PRE(pack.title == pack.title.normalized(QString::NormalizationForm_C));
            const Result<SkillPack> read = readSkillPack(writeSkillPack(pack));
            if (!read)
                RC_FAIL(read.error().detail.toStdString());
            for (std::size_t i = 0; i < pack.skills.size(); ++i)
                RC_ASSERT(read->skills[i].name ==
                          pack.skills[i].name.normalized(QString::NormalizationForm_C));
            RC_ASSERT(*readSkillPack(writeSkillPack(*read)) == *read);
        }));
    }

    void sortsByTraitAndOrder() {
        const Result<SkillPack> read = readSkillPack(with([](SkillPack &pack) {
            pack.traits.push_back({QStringLiteral("a"), QStringLiteral("A"), QStringLiteral("Later.")});
            pack.skills[0].trait = QStringLiteral("a");
            std::swap(pack.skills[1].order, pack.skills[2].order);
        }));
        QVERIFY(read.has_value());
        QCOMPARE(read->skills[0].id, QStringLiteral("s2"));
        QCOMPARE(read->skills[1].id, QStringLiteral("s1"));
        QCOMPARE(read->skills[2].id, QStringLiteral("s0"));
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("says");
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const QByteArray whole = writeSkillPack(small());
        QTest::newRow("empty") << QByteArray() << "not whole JSON: line 1";
        QTest::newRow("cut") << whole.left(whole.size() / 2) << "not whole JSON: line";
        QTest::newRow("other JSON") << QByteArray("{\"a\": 1}") << "not a skill pack";
        QTest::newRow("a list") << QByteArray("[1]") << "not a skill pack";
        QTest::newRow("not UTF-8") << QByteArray(whole).replace("Small", "Sm\xE4ll") << "not whole JSON";
        QTest::newRow("no version") << withValue(s("version"), QJsonValue()) << "which version";
        QTest::newRow("half a version") << withValue(s("version"), 0.5) << "which version";
        QTest::newRow("no title") << withValue(s("title"), s("  ")) << "The pack has no “title”";
        QTest::newRow("no skills") << withValue(s("skills"), QJsonArray()) << "The pack has no list “skills”";
        QTest::newRow("a number for a skill")
            << withValue(s("skills"), QJsonArray{7}) << "Skill 1 is not written as";
        QTest::newRow("no name") << withSkillValue(s("name"), QJsonValue()) << "Skill 2 has no “name”";
        QTest::newRow("a number for words")
            << withSkillValue(s("childWords"), 7) << "Skill 2 (“Skill 1”) has no “childWords”";
        QTest::newRow("long words")
            << withSkillValue(s("childWords"), QString(161, QLatin1Char('x')))
            << "Skill 2 (“Skill 1”): the text of “childWords” is 161 characters long; "
               "at most 160 fit.";
        QTest::newRow("long name") << withSkillValue(s("name"), QString(10'000, QLatin1Char('x')))
                                   << "Skill 2: the text of “name” is 10000";
        QTest::newRow("hidden character") << withSkillValue(s("compliment"), s("a\nb")) << "line break";
        QTest::newRow("age in words")
            << withSkillValue(s("fromAge"), s("five")) << "“fromAge” must be a whole number";
        QTest::newRow("half an age") << withSkillValue(s("toAge"), 6.5) << "“toAge” must be a whole number";
        QTest::newRow("age of a grandmother") << withSkillValue(s("toAge"), 70) << "from 3 to 19";
        QTest::newRow("ages crossed") << withSkillValue(s("fromAge"), 9) << "ages 9 to 7";
        QTest::newRow("id with a space") << withSkillValue(s("id"), s("a b")) << "plain letters";
        QTest::newRow("prerequisites missing")
            << withSkillValue(s("prerequisites"), QJsonValue()) << "list of ids";
        QTest::newRow("prerequisite of no text")
            << withSkillValue(s("prerequisites"), QJsonArray{7}) << "list of ids";
        QTest::newRow("unknown prerequisite")
            << withSkillValue(s("prerequisites"), QJsonArray{s("zz")}) << "“Skill 1” should come after “zz”";
        QTest::newRow("prerequisite twice")
            << withSkillValue(s("prerequisites"), QJsonArray{s("s0"), s("s0")}) << "names “s0” twice";
        QTest::newRow("waits for itself")
            << withSkillValue(s("prerequisites"), QJsonArray{s("s1")}) << "in a circle: Skill 1 ← Skill 1.";
        QTest::newRow("circle") << with([](SkillPack &pack) {
            pack.skills[0].prerequisites << pack.skills[1].id;
            pack.skills[1].prerequisites << pack.skills[0].id;
            pack.skills[2].prerequisites << pack.skills[1].id;
        }) << "in a circle";
        QTest::newRow("unknown trait") << withSkillValue(s("trait"), s("zz")) << "the trait “zz”";
        QTest::newRow("same order") << withSkillValue(s("order"), 0) << "the order 0";
        QTest::newRow("skill twice") << withSkillValue(s("id"), s("s0")) << "Two skills have the id “s0”";
        QTest::newRow("trait twice") << with([](SkillPack &pack) { pack.traits.push_back(pack.traits[0]); })
                                     << "Two traits have the id “ideas”";
        QTest::newRow("level twice") << with([](SkillPack &pack) {
            pack.supportLadder.push_back(pack.supportLadder[0]);
        }) << "Two support levels have the id “alone”";
        QTest::newRow("too many levels") << with([](SkillPack &pack) {
            for (int i = 0; i < 9; ++i)
                pack.supportLadder.push_back(pack.supportLadder[0]);
        }) << "has 10 parts in “supportLadder”; at most 9";
    }
    void refuses() {
        QFETCH(QByteArray, json);
        QFETCH(QString, says);
        const Result<SkillPack> read = readSkillPack(json, QStringLiteral("ours.json"));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QCOMPARE(read.error().subject, QStringLiteral("ours.json"));
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    }

    void refusesALaterFormat() {
        const Result<SkillPack> read = readSkillPack(withValue(QStringLiteral("version"), 2));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::NewerVersion);
    }

    void refusesAHugeFile() {
        const Result<SkillPack> read = readSkillPack(QByteArray(PackBounds::bytes + 1, ' '));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::TooLarge);
    }

    void findsEveryCircle() {
        QVERIFY(rc::check("a pack is refused exactly when a skill comes before itself", [] {
            SkillPack pack = small();
            for (PackSkill &skill : pack.skills) {
                for (int before = 0; before < 3; ++before) {
                    if (*rc::gen::inRange(0, 3) == 0)
                        skill.prerequisites << QStringLiteral("s%1").arg(before);
                }
            }
            const auto reaches = [&pack](const QString &from, const QString &to) {
                std::set<QString> seen;
                std::vector<QString> next{from};
                while (!next.empty()) {
                    const QString at = next.back();
                    next.pop_back();
                    for (const PackSkill &skill : pack.skills) {
                        if (skill.id != at)
                            continue;
                        for (const QString &before : skill.prerequisites) {
                            if (before == to)
                                return true;
                            if (seen.insert(before).second)
                                next.push_back(before);
                        }
                    }
                }
                return false;
            };
            bool circular = false;
            for (const PackSkill &skill : pack.skills)
                circular |= reaches(skill.id, skill.id);
            RC_ASSERT(readSkillPack(writeSkillPack(pack)).has_value() == !circular);
        }));
    }

    void shippedPackIsSound() {
        const Result<SkillPack> pack = builtInSkillPack();
        QVERIFY2(pack.has_value(), qPrintable(pack ? QString() : pack.error().detail));
        QCOMPARE(pack->language, QStringLiteral("en"));
        QVERIFY(pack->skills.size() >= 55);
        QStringList traits, levels;
        for (const PackTrait &trait : pack->traits)
            traits << trait.id;
        for (const PackSupportLevel &level : pack->supportLadder)
            levels << level.id;
        QCOMPARE(
            traits.join(QLatin1Char(' ')),
            QStringLiteral("ideas organization elaboration wordChoice sentences conventions process stamina "
                           "routines"));
        QCOMPARE(levels.join(QLatin1Char(' ')), QStringLiteral("alone prompt model together notYet"));

        std::map<QString, const PackSkill *> byId;
        for (const PackSkill &skill : pack->skills)
            byId[skill.id] = &skill;
        std::set<QString> names, childWords, compliments, used;
        for (const PackSkill &skill : pack->skills) {
            const QByteArray name = skill.name.toUtf8();
            QVERIFY2(skill.childWords.size() <= 90, name);
            QVERIFY2(skill.compliment.size() <= 90, name);
            QVERIFY2(skill.name.size() <= 40, name);
            QVERIFY2(skill.fromAge >= 5 && skill.toAge <= 11 && skill.fromAge < skill.toAge, name);
            QVERIFY2(names.insert(skill.name).second, name);
            QVERIFY2(childWords.insert(skill.childWords).second, name);
            QVERIFY2(compliments.insert(skill.compliment).second, name);
            used.insert(skill.trait);
            for (const QString &word : skill.childWords.split(QLatin1Char(' ')))
                QVERIFY2(word.size() <= 10, qPrintable(word)); // a child of six reads it
            for (const QString &before : skill.prerequisites) {
                const PackSkill &first = *byId.at(before);
                QVERIFY2(first.fromAge <= skill.fromAge, name);
                QVERIFY2(first.trait != skill.trait || first.order < skill.order, name);
            }
        }
        QCOMPARE(used.size(), pack->traits.size());
        QCOMPARE(*readSkillPack(writeSkillPack(*pack)), *pack);
    }
};

QTEST_APPLESS_MAIN(TestSkillPack)
#include "tst_skillpack.moc"
