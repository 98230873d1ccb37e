// What a child is told, in the child's language: the built-in bank is whole, and names of languages are
// known.
#include "ingest/childlanguage.h"

#include <QRegularExpression>
#include <QTest>

using namespace inkstep;

class ChildLanguageTest : public QObject {
    Q_OBJECT

    const SkillPack pack = builtInSkillPack().value();

    const PackSkill &skill(const char *slug) const {
        return *std::find_if(pack.skills.begin(), pack.skills.end(),
                             [&](const PackSkill &one) { return one.id == QLatin1StringView(slug); });
    }
    static Skill asSkill(const PackSkill &from) {
        Skill skill;
        skill.id = QUuid::createUuid();
        skill.slug = from.id;
        skill.name = from.name;
        skill.childWords = from.childWords;
        skill.compliment = from.compliment;
        return skill;
    }
    static Note step(const QString &words) {
        Note note;
        note.kind = NoteKind::NextStep;
        note.words = words;
        return note;
    }

private slots:
    void everySkillSpeaksSpanishAndFrench() {
        QSet<QString> seen;
        for (const PackSkill &one : pack.skills) {
            for (const char *tag : {"es", "fr"}) {
                const PackWording in = one.in.value(QString::fromLatin1(tag));
                for (const QString &text : {in.childWords, in.compliment}) {
                    QVERIFY2(text.size() > 8, qPrintable(one.id));
                    // For a child of six: short, and no longer than Spanish and French must be.
                    QVERIFY2(text.size() <= 90, qPrintable(text));
                    QVERIFY2(!seen.contains(tag + text), qPrintable(text));
                    seen.insert(tag + text);
                    QVERIFY2(!text.contains(QStringLiteral("  ")) && text == text.trimmed(),
                             qPrintable(text));
                    QVERIFY2(QStringLiteral(".?!").contains(text.back()), qPrintable(text));
                }
            }
        }
    }

    void punctuationIsTheLanguagesOwn() {
        static const QRegularExpression tight(QStringLiteral("[^\\x{202F}\\s][?!;]|[^\\x{00A0}]:|[ ][?!;:]"));
        for (const PackSkill &one : pack.skills) {
            const PackWording es = one.in.value(QStringLiteral("es")),
                              fr = one.in.value(QStringLiteral("fr"));
            for (const QString &text : {es.childWords, es.compliment}) {
                QVERIFY2(text.count(QChar(0xBF)) == text.count(QLatin1Char('?')), qPrintable(text));
                QVERIFY2(text.count(QChar(0xA1)) == text.count(QLatin1Char('!')), qPrintable(text));
            }
            for (QString text : {fr.childWords, fr.compliment}) {
                if (one.id == QLatin1StringView("end-marks"))
                    continue; // names the marks themselves
                QVERIFY2(!tight.match(text).hasMatch(), qPrintable(text));
                QVERIFY2(!text.contains(QChar(0x27)), qPrintable(text));
            }
        }
    }

    void languagesByName_data() {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("tag");
        const auto row = [](const char *said, const char *tag) {
            QTest::newRow(said) << QString::fromUtf8(said) << QString::fromUtf8(tag);
        };
        row("Spanish", "es");
        row("español", "es");
        row("Espanol", "es");
        row("ESPAÑOL", "es");
        row("es", "es");
        row("es-MX", "es-MX");
        row("Spanish (Mexico)", "es");
        row("Spanish and English", "es");
        row(" français ", "fr");
        row("French", "fr");
        row("Castellano", "es");
        row("Arabic", "ar");
        row("العربية", "ar");
        row("中文", "zh");
        row("Mandarin", "zh");
        row("Haitian Creole", "ht");
        row("polski", "pl");
        row("", "");
        row("none", "");
        row("not known", "");
    }
    void languagesByName() {
        QFETCH(QString, said);
        QFETCH(QString, tag);
        QCOMPARE(languageCalled(said), tag);
    }

    void languagesInTheirOwnWords() {
        QCOMPARE(languageName(QStringLiteral("es")), QStringLiteral("Español"));
        QCOMPARE(languageName(QStringLiteral("fr-CA")), QStringLiteral("Français"));
        QCOMPARE(languageName(QStringLiteral("en")), QStringLiteral("English"));
        QCOMPARE(languageName(QStringLiteral("qqq")), QStringLiteral("qqq"));
    }

    void whichLanguageServes() {
        const QStringList tags{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("es-MX")};
        QCOMPARE(servingLanguage(QStringLiteral("es-MX"), tags), QStringLiteral("es-MX"));
        QCOMPARE(servingLanguage(QStringLiteral("es-AR"), tags), QStringLiteral("es"));
        QCOMPARE(servingLanguage(QStringLiteral("pl"), tags), QString());
        QCOMPARE(servingLanguage(QString(), tags), QString());
    }

    void theBanksWordsTypedWordsAndChangedWords() {
        const PackSkill &built = skill("spaces");
        const Skill kept = asSkill(built);
        const auto all = wordsInLanguages(step({}), kept, {}, &built, pack.language);
        QCOMPARE(all.size(), std::size_t(3));
        QCOMPARE(all.front(), (WordsIn{QStringLiteral("en"), built.childWords}));
        QCOMPARE(wordsForChild(all, QStringLiteral("fr")).words,
                 built.in.value(QStringLiteral("fr")).childWords);
        QCOMPARE(wordsForChild(all, QStringLiteral("pl")).words, built.childWords);
        // Written from the bank in Spanish once: still the bank's.
        const auto spanish = wordsInLanguages(step(built.in.value(QStringLiteral("es")).childWords), kept, {},
                                              &built, pack.language);
        QCOMPARE(spanish.front().language, QStringLiteral("es"));
        QCOMPARE(spanish.size(), std::size_t(3));
        // A compliment's words on a step are still known for what they are.
        QCOMPARE(wordsForChild(wordsInLanguages(step(built.compliment), kept, {}, &built, pack.language),
                               QStringLiteral("es"))
                     .words,
                 built.in.value(QStringLiteral("es")).compliment);

        const auto typed =
            wordsInLanguages(step(QStringLiteral("Two fingers.")), kept, {}, &built, pack.language);
        QCOMPARE(typed.size(), std::size_t(1));
        QCOMPARE(wordsForChild(typed, QStringLiteral("es")).words, QStringLiteral("Two fingers."));

        // The class says it another way: Inkstep's translation would say something else than the teacher.
        Skill changed = kept;
        changed.childWords = QStringLiteral("Use your space man.");
        const auto own = wordsInLanguages(step({}), changed, {}, &built, pack.language);
        QCOMPARE(own.size(), std::size_t(1));
        QCOMPARE(own.front().words, QStringLiteral("Use your space man."));
        const Wording wording{
            QUuid::createUuid(), kept.id, QStringLiteral("es"), QStringLiteral("Usa tu astronauta."), {}};
        const auto both = wordsInLanguages(step({}), changed, std::span(&wording, 1), &built, pack.language);
        QCOMPARE(wordsForChild(both, QStringLiteral("es")).words, QStringLiteral("Usa tu astronauta."));
        QCOMPARE(wordsInLanguages(step({}), Skill{}, {}, nullptr, pack.language).size(), std::size_t(0));
    }

    void aPacksOtherLanguagesAreReadAndChecked_data() {
        QTest::addColumn<QByteArray>("in");
        QTest::addColumn<QString>("names"); // empty: fine
        const auto row = [](const char *name, const QByteArray &in, const char *names) {
            QTest::newRow(name) << in << QString::fromLatin1(names);
        };
        row("none", "{}", "");
        row("another language", "{'pt-BR': {'childWords': 'Sim.', 'compliment': 'Bom.'}}", "");
        row("no object", "[]", "in");
        row("no tag", "{'Klingon!': {'childWords': 'a', 'compliment': 'b'}}", "Klingon!");
        row("half", "{'es': {'childWords': 'a'}}", "compliment");
        row("too long", "{'es': {'compliment': 'b', 'childWords': '" + QByteArray(500, 'a') + "'}}", "500");
    }
    void aPacksOtherLanguagesAreReadAndChecked() {
        QFETCH(QByteArray, in);
        QFETCH(QString, names);
        QByteArray json =
            "{'format': 'inkstep-skill-pack', 'version': 1, 'language': 'en', 'title': 'T',"
            "'traits': [{'id': 't', 'name': 'T', 'about': 'A'}],"
            "'supportLadder': [{'id': 'alone', 'name': 'A', 'explanation': 'E'}],"
            "'skills': [{'id': 's', 'trait': 't', 'order': 1, 'fromAge': 5, 'toAge': 6,"
            "'name': 'The skill', 'childWords': 'Do.', 'compliment': 'Done.', 'prerequisites': [],"
            "'in': " +
            in + "}]}";
        json.replace('\x27', '"');
        const auto read = readSkillPack(json);
        if (names.isEmpty()) {
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            QCOMPARE(*readSkillPack(writeSkillPack(*read)), *read);
            return;
        }
        QVERIFY(!read);
        QVERIFY2(read.error().detail.contains(names) &&
                     read.error().detail.contains(QStringLiteral("The skill")),
                 qPrintable(read.error().detail));
    }
    void theBuiltInPackIsWrittenAndReadAlike() { QCOMPARE(*readSkillPack(writeSkillPack(pack)), pack); }
};

QTEST_GUILESS_MAIN(ChildLanguageTest)
#include "tst_childlanguage.moc"
