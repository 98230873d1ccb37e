#include "ingest/childlanguage.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace inkstep {

namespace {

// Letters without accents and capitals: "Español" and "espanol" are one name.
QString key(const QString &name) {
    QString plain = name.normalized(QString::NormalizationForm_KD);
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain.toCaseFolded().simplified();
}

// Names a roster uses that no list of locales has.
constexpr std::pair<const char *, const char *> otherNames[] = {
    {"mandarin", "zh"},       {"putonghua", "zh"},      {"cantonese", "yue"}, {"castellano", "es"},
    {"castilian", "es"},      {"farsi", "fa"},          {"dari", "fa"},       {"kreyol", "ht"},
    {"kreyol ayisyen", "ht"}, {"haitian creole", "ht"}, {"tagalog", "fil"},   {"pilipino", "fil"},
    {"flemish", "nl"},        {"moldovan", "ro"},       {"panjabi", "pa"},    {"kiswahili", "sw"},
    {"soomaali", "so"},       {"burmese", "my"},        {"twi", "ak"},        {"中文", "zh"},
    {"汉语", "zh"},           {"普通话", "zh"},         {"粵語", "yue"},      {"hebrew", "he"},
    {"serbo-croatian", "sr"}};

QHash<QString, QString> readNames() {
    QHash<QString, QString> names;
    for (int number = QLocale::C + 1; number <= QLocale::LastLanguage; ++number) {
        const auto language = static_cast<QLocale::Language>(number);
        const QString tag = QLocale::languageToCode(language);
        if (tag.isEmpty())
            continue;
        names.insert(key(QLocale::languageToString(language)), tag);
        const auto places = QLocale::matchingLocales(language, QLocale::AnyScript, QLocale::AnyTerritory);
        for (const QLocale &place : places) {
            const QString native = key(place.nativeLanguageName());
            if (!native.isEmpty() && !names.contains(native))
                names.insert(native, tag);
        }
    }
    for (const auto &[name, tag] : otherNames)
        names.insert(QString::fromUtf8(name), QString::fromLatin1(tag));
    return names;
}

const QHash<QString, QString> &names() {
    static const QHash<QString, QString> all = readNames();
    return all;
}

QString mainPart(const QString &tag) {
    return tag.section(QLatin1Char('-'), 0, 0).toLower();
}

enum class Side { Step, Compliment };

QString textOn(Side side, const QString &childWords, const QString &compliment) {
    return side == Side::Step ? childWords : compliment;
}

bool same(const QString &a, const QString &b) {
    return !a.isEmpty() && a.simplified() == b.simplified();
}

} // namespace

QString languageCalled(const QString &words) {
    const QString whole = key(words);
    if (const QString tag = names().value(whole); !tag.isEmpty())
        return tag;
    if (isLanguageTag(words.trimmed()) && QLocale(words.trimmed()).language() != QLocale::C)
        return words.trimmed();
    static const QRegularExpression between(QStringLiteral("[^\\p{L}]+"));
    const QStringList parts = whole.split(between, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        // Three letters and fewer are too often another word.
        if (const QString tag = part.size() > 3 ? names().value(part) : QString(); !tag.isEmpty())
            return tag;
    }
    return {};
}

QString languageName(const QString &tag) {
    const QLocale locale(mainPart(tag));
    if (locale.language() == QLocale::C)
        return tag;
    QString best;
    // A locale's own name may carry its country ("español de España"); the shortest is the language's.
    const auto places = QLocale::matchingLocales(locale.language(), locale.script(), QLocale::AnyTerritory);
    for (const QLocale &place : places) {
        const QString name = place.nativeLanguageName();
        if (!name.isEmpty() && (best.isEmpty() || name.size() < best.size()))
            best = name;
    }
    if (best.isEmpty())
        best = QLocale::languageToString(locale.language());
    return best.left(1).toUpper() + best.mid(1);
}

QString servingLanguage(const QString &wanted, const QStringList &tags) {
    if (wanted.isEmpty())
        return {};
    for (const QString &tag : tags) {
        if (tag.compare(wanted, Qt::CaseInsensitive) == 0)
            return tag;
    }
    for (const QString &tag : tags) {
        if (!tag.isEmpty() && mainPart(tag) == mainPart(wanted))
            return tag;
    }
    return {};
}

std::vector<WordsIn> wordsInLanguages(const Note &note, const Skill &skill, std::span<const Wording> wordings,
                                      const PackSkill *built, const QString &packLanguage) {
    const QString typed = note.words.trimmed();
    std::optional<Side> side;
    QString own = typed;
    bool packs = false; // the words are the pack's, or stand where the pack's own would
    if (typed.isEmpty()) {
        side = note.kind == NoteKind::Noticed ? Side::Compliment : Side::Step;
        own = textOn(*side, skill.childWords, skill.compliment);
        if (own.isEmpty() && built)
            own = textOn(*side, built->childWords, built->compliment);
        packs = built && same(own, textOn(*side, built->childWords, built->compliment));
    } else {
        for (const Side one : {Side::Step, Side::Compliment}) {
            const auto is = [&](const auto &from) {
                return same(typed, textOn(one, from.childWords, from.compliment));
            };
            const bool inPack = built && (is(*built) || std::any_of(built->in.begin(), built->in.end(), is));
            if (!inPack && !is(skill) && !std::any_of(wordings.begin(), wordings.end(), is))
                continue;
            side = one;
            // Words of the class's own language version stand for the pack's only while the class kept those.
            packs = inPack || (built && !is(skill) &&
                               same(textOn(one, skill.childWords, skill.compliment),
                                    textOn(one, built->childWords, built->compliment)));
            break;
        }
    }
    if (own.isEmpty())
        own = skill.name;
    if (own.isEmpty())
        return {};
    if (!side)
        return {{QString(), own}};

    QMap<QString, QString> by; // language → words
    if (packs) {
        by.insert(packLanguage, textOn(*side, built->childWords, built->compliment));
        for (auto wording = built->in.begin(); wording != built->in.end(); ++wording)
            by.insert(wording.key(), textOn(*side, wording->childWords, wording->compliment));
    }
    for (const Wording &wording : wordings) {
        const QString text = textOn(*side, wording.childWords, wording.compliment).trimmed();
        if (!text.isEmpty() && isLanguageTag(wording.language))
            by.insert(wording.language, text);
    }
    std::vector<WordsIn> all{{QString(), own}};
    for (auto one = by.begin(); one != by.end(); ++one) {
        if (same(one.value(), own))
            all.front().language = one.key();
    }
    for (auto one = by.begin(); one != by.end(); ++one) {
        if (one.key() != all.front().language)
            all.push_back({one.key(), one.value()});
    }
    return all;
}

WordsIn wordsForChild(std::span<const WordsIn> all, const QString &language) {
    if (all.empty())
        return {};
    QStringList tags;
    for (const WordsIn &one : all)
        tags << one.language;
    const QString tag = servingLanguage(language, tags);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const WordsIn &one) { return one.language == tag; });
    return tag.isEmpty() || found == all.end() ? all.front() : *found;
}

} // namespace inkstep
