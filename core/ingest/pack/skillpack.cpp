#include "ingest/pack/skillpack.h"

#include "ingest/pack/skillpackchecks.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace inkstep {

QString packText(const char *text) {
    return QCoreApplication::translate("SkillPack", text);
}

namespace {

constexpr int newestVersion = 1;
constexpr QLatin1StringView formatName("inkstep-skill-pack");

bool isId(const QString &text) {
    return !text.isEmpty() && text.size() <= PackBounds::idLength &&
           std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
           });
}

// Takes one object of a pack apart. Remembers the first thing that is wrong and goes on, so a reader is
// written as a plain list of fields and asks once at the end.
class Part {
public:
    Part(const QJsonValue &value, QString place) : m_object(value.toObject()), m_place(std::move(place)) {
        if (!value.isObject())
            complain(packText("%1 is not written as { ... }.").arg(m_place));
    }

    QString text(QLatin1StringView key, int longest) {
        const QJsonValue value = m_object.value(key);
        if (!value.isString() || value.toString().trimmed().isEmpty()) {
            complain(packText("%1 has no “%2”, or it is not a text.").arg(m_place, key));
            return {};
        }
        const QString text = value.toString().trimmed().normalized(QString::NormalizationForm_C);
        if (text.size() > longest) {
            complain(packText("%1: the text of “%2” is %3 characters long; at most %4 fit.")
                         .arg(m_place, key, QString::number(text.size()), QString::number(longest)));
        }
        const auto unseen = [](QChar c) { return c.category() == QChar::Other_Control; };
        if (std::any_of(text.begin(), text.end(), unseen))
            complain(packText("%1: the text of “%2” has a line break or another hidden character.")
                         .arg(m_place, key));
        return text;
    }

    QString id(QLatin1StringView key) {
        const QString found = m_object.value(key).toString();
        if (!isId(found)) {
            complain(packText("%1: “%2” must be up to %3 plain letters, digits and hyphens.")
                         .arg(m_place, key, QString::number(PackBounds::idLength)));
        }
        return found;
    }

    int number(QLatin1StringView key, int least, int most) {
        const double found = m_object.value(key).toDouble(least - 1.0);
        if (found < least || found > most || found != static_cast<int>(found)) {
            complain(packText("%1: “%2” must be a whole number from %3 to %4.")
                         .arg(m_place, key, QString::number(least), QString::number(most)));
            return least;
        }
        return static_cast<int>(found);
    }

    QStringList ids(QLatin1StringView key) {
        const QJsonValue value = m_object.value(key);
        QStringList found;
        for (const QJsonValue &one : value.toArray())
            found << one.toString();
        if (!value.isArray() || !std::all_of(found.begin(), found.end(), isId))
            complain(packText("%1: “%2” must be a list of ids, or [] for none.").arg(m_place, key));
        return found;
    }

    // Reads each part of a list with `read(Part &)`; `place` names one, "%1" in it is its number from 1.
    template<class Read>
    auto list(QLatin1StringView key, int most, const QString &place, Read read) {
        std::vector<decltype(read(std::declval<Part &>()))> found;
        const QJsonArray array = m_object.value(key).toArray();
        if (array.isEmpty())
            complain(packText("%1 has no list “%2”.").arg(m_place, key));
        if (array.size() > most) {
            complain(packText("%1 has %2 parts in “%3”; at most %4 fit.")
                         .arg(m_place, QString::number(array.size()), key, QString::number(most)));
            return found;
        }
        for (qsizetype i = 0; i < array.size() && !m_wrong; ++i) {
            const QString name = array[i].toObject().value(QLatin1StringView("name")).toString();
            QString where = place.arg(i + 1);
            if (!name.isEmpty() && name.size() <= PackBounds::nameLength)
                where += QStringLiteral(" (“%1”)").arg(name);
            Part part(array[i], where);
            found.push_back(read(part));
            if (part.m_wrong)
                complain(*part.m_wrong);
        }
        return found;
    }

    // Reads the parts of an object that may be missing, each under its own name, with `read(Part &)`; `place`
    // names one, "%1" in it is its name.
    template<class Read>
    auto named(QLatin1StringView key, int most, const QString &place, Read read) {
        QMap<QString, decltype(read(std::declval<Part &>()))> found;
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined() || m_wrong)
            return found;
        const QJsonObject object = value.toObject();
        if (!value.isObject() || object.size() > most) {
            complain(packText("%1: “%2” must be written as { ... } with at most %3 parts.")
                         .arg(m_place, key, QString::number(most)));
            return found;
        }
        for (auto one = object.begin(); one != object.end() && !m_wrong; ++one) {
            if (!isLanguageTag(one.key())) {
                complain(packText("%1: “%2” is no language tag. Write one such as “es” or “pt-BR”.")
                             .arg(m_place, one.key().left(PackBounds::idLength)));
                break;
            }
            Part part(one.value(), m_place + QLatin1Char(' ') + place.arg(one.key()));
            found.insert(one.key(), read(part));
            if (part.m_wrong)
                complain(*part.m_wrong);
        }
        return found;
    }

    const std::optional<QString> &wrong() const { return m_wrong; }

private:
    void complain(const QString &sentence) {
        if (!m_wrong)
            m_wrong = sentence;
    }

    QJsonObject m_object;
    QString m_place;
    std::optional<QString> m_wrong;
};

constexpr QLatin1StringView idKey("id"), nameKey("name"), aboutKey("about"), explanationKey("explanation"),
    traitKey("trait"), childWordsKey("childWords"), complimentKey("compliment"), fromAgeKey("fromAge"),
    toAgeKey("toAge"), orderKey("order"), prerequisitesKey("prerequisites"), languageKey("language"),
    titleKey("title"), traitsKey("traits"), ladderKey("supportLadder"), skillsKey("skills"),
    formatKey("format"), versionKey("version"), inKey("in");

PackTrait readTrait(Part &part) {
    return {part.id(idKey), part.text(nameKey, PackBounds::nameLength),
            part.text(aboutKey, PackBounds::lineLength)};
}

PackSupportLevel readSupportLevel(Part &part) {
    return {part.id(idKey), part.text(nameKey, PackBounds::nameLength),
            part.text(explanationKey, PackBounds::lineLength)};
}

PackWording readWording(Part &part) {
    return {part.text(childWordsKey, PackBounds::sentenceLength),
            part.text(complimentKey, PackBounds::sentenceLength)};
}

PackSkill readSkill(Part &part) {
    PackSkill skill;
    skill.id = part.id(idKey);
    skill.trait = part.id(traitKey);
    skill.name = part.text(nameKey, PackBounds::nameLength);
    skill.childWords = part.text(childWordsKey, PackBounds::sentenceLength);
    skill.compliment = part.text(complimentKey, PackBounds::sentenceLength);
    skill.fromAge = part.number(fromAgeKey, PackBounds::youngest, PackBounds::oldest);
    skill.toAge = part.number(toAgeKey, PackBounds::youngest, PackBounds::oldest);
    skill.order = part.number(orderKey, 0, 1'000'000);
    skill.prerequisites = part.ids(prerequisitesKey);
    skill.in = part.named(inKey, PackBounds::languages, packText("in “%1”"), readWording);
    return skill;
}

// By trait as the pack lists them, then by order, so what is shown does not hang on how the file was edited.
void sortSkills(SkillPack &pack) {
    const auto traitPlace = [&pack](const PackSkill &skill) {
        return std::find_if(pack.traits.begin(), pack.traits.end(),
                            [&skill](const PackTrait &trait) { return trait.id == skill.trait; }) -
               pack.traits.begin();
    };
    std::sort(pack.skills.begin(), pack.skills.end(), [&](const PackSkill &a, const PackSkill &b) {
        return std::pair(traitPlace(a), a.order) < std::pair(traitPlace(b), b.order);
    });
}

} // namespace

bool isLanguageTag(const QString &text) {
    // RFC 5646, section 2.1, without the grandfathered and private forms, which name no language of a child.
    static const QRegularExpression form(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}$"));
    return form.match(text).hasMatch();
}

Result<SkillPack> readSkillPack(const QByteArray &json, const QString &subject) {
    const auto refuse = [&subject](const QString &sentence) {
        return failure(ErrorCode::BadInput, sentence, subject);
    };
    if (json.size() > PackBounds::bytes)
        return failure(ErrorCode::TooLarge, packText("A pack is at most %1 MB.").arg(PackBounds::bytes >> 20),
                       subject);
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError) {
        const auto line = json.left(parsed.offset).count('\n') + 1;
        return refuse(packText("It is not whole JSON: line %1 could not be understood (%2).")
                          .arg(line)
                          .arg(parsed.errorString()));
    }
    const QJsonObject object = document.object();
    if (object.value(formatKey).toString() != formatName)
        return refuse(packText("It is not a skill pack of Inkstep."));
    const double version = object.value(versionKey).toDouble();
    if (version > newestVersion)
        return failure(ErrorCode::NewerVersion, QStringLiteral("skill pack version %1").arg(version),
                       subject);
    if (version != newestVersion)
        return refuse(packText("It does not say which version of the format it is in."));

    Part part(object, packText("The pack"));
    SkillPack pack;
    pack.language = part.id(languageKey);
    pack.title = part.text(titleKey, PackBounds::lineLength);
    pack.traits = part.list(traitsKey, PackBounds::traits, packText("Trait %1"), readTrait);
    pack.supportLadder =
        part.list(ladderKey, PackBounds::supportLevels, packText("Support level %1"), readSupportLevel);
    pack.skills = part.list(skillsKey, PackBounds::skills, packText("Skill %1"), readSkill);
    if (part.wrong())
        return refuse(*part.wrong());
    if (const Status fits = checkPack(pack, subject); !fits)
        return passOn(fits);
    sortSkills(pack);
    return pack;
}

QByteArray writeSkillPack(const SkillPack &pack) {
    QJsonArray traits, ladder, skills;
    for (const PackTrait &trait : pack.traits)
        traits << QJsonObject{{idKey, trait.id}, {nameKey, trait.name}, {aboutKey, trait.about}};
    for (const PackSupportLevel &level : pack.supportLadder)
        ladder << QJsonObject{{idKey, level.id}, {nameKey, level.name}, {explanationKey, level.explanation}};
    for (const PackSkill &skill : pack.skills) {
        QJsonObject one{{idKey, skill.id},
                        {traitKey, skill.trait},
                        {nameKey, skill.name},
                        {childWordsKey, skill.childWords},
                        {complimentKey, skill.compliment},
                        {fromAgeKey, skill.fromAge},
                        {toAgeKey, skill.toAge},
                        {orderKey, skill.order},
                        {prerequisitesKey, QJsonArray::fromStringList(skill.prerequisites)}};
        QJsonObject in;
        for (auto wording = skill.in.begin(); wording != skill.in.end(); ++wording) {
            in.insert(wording.key(), QJsonObject{{childWordsKey, wording->childWords},
                                                 {complimentKey, wording->compliment}});
        }
        if (!in.isEmpty())
            one.insert(inKey, in);
        skills << one;
    }
    const QJsonObject whole{{formatKey, QString(formatName)},
                            {versionKey, newestVersion},
                            {languageKey, pack.language},
                            {titleKey, pack.title},
                            {traitsKey, traits},
                            {ladderKey, ladder},
                            {skillsKey, skills}};
    return QJsonDocument(whole).toJson(QJsonDocument::Indented);
}

Result<SkillPack> builtInSkillPack() {
    const QString path = QStringLiteral(":/packs/skills.json");
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString(), path);
    return readSkillPack(file.readAll(), path);
}

} // namespace inkstep
