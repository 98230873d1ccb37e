#include "bankskill.h"

#include "ingest/childlanguage.h"
#include "practice/skillpath.h"
#include "store/layout.h"

#include <QVariantMap>
#include <algorithm>

namespace inkstep {

namespace {

const SkillPack &builtBank() {
    static const SkillPack bank = builtInSkillPack().value_or(SkillPack{});
    return bank;
}

const PackSkill *builtSkill(const QString &slug) {
    const auto &skills = builtBank().skills;
    const auto found =
        std::find_if(skills.begin(), skills.end(), [&](const PackSkill &skill) { return skill.id == slug; });
    return slug.isEmpty() || found == skills.end() ? nullptr : &*found;
}

QString nameOf(const std::vector<Skill> &all, const Id &id) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Skill &skill) { return skill.id == id; });
    return found == all.end() ? QString() : found->name;
}

QStringList namesOf(const std::vector<Id> &ids, const std::vector<Skill> &all) {
    QStringList names;
    for (const Id &id : ids)
        names << QStringLiteral("“%1”").arg(nameOf(all, id));
    return names;
}

QVariantMap named(const Skill &skill) {
    return {{QStringLiteral("id"), idText(skill.id)}, {QStringLiteral("name"), skill.name}};
}

QString plain(const QString &text, int most) {
    return text.simplified().left(most);
}

} // namespace

static QString circleSentence(const QStringList &names) {
    return BankSkill::tr("These wait for each other, since two tablets changed what comes first: %1. Nothing "
                         "is lost; take one of them away under “What comes first”.")
        .arg(names.join(QStringLiteral(" → ")));
}

QString circleIn(const std::vector<Skill> &skills) {
    const QStringList names = namesOf(prerequisiteCircle(skills), skills);
    return names.isEmpty() ? QString() : circleSentence(names);
}

std::vector<Skill> skillsIn(Database &db) {
    std::vector<Skill> skills;
    static const std::string sql =
        "SELECT " + columnsOf<Skill>("k") +
        " FROM skill k WHERE k.deleted = 0 ORDER BY coalesce(k.position, 0), k.row";
    Statement &row = db.use(sql);
    while (row.step())
        skills.push_back(readRow<Skill>(row));
    row.reset();
    return skills;
}

void BankSkill::setSkillId(const QString &id) {
    if (m_skill == idFromText(id))
        return;
    m_skill = idFromText(id);
    m_begun.clear();
    clear();
    emit skillIdChanged();
    rerun();
}

KindSet BankSkill::kinds() const {
    return kindsOf<Skill>() | kindsOf<Wording>();
}

BankSkill::Query BankSkill::query() const {
    return [id = m_skill](Database &db) -> std::optional<BankSkillFacts> {
        BankSkillFacts facts;
        facts.all = skillsIn(db);
        const auto found = std::find_if(facts.all.begin(), facts.all.end(),
                                        [&](const Skill &skill) { return skill.id == id; });
        if (found == facts.all.end())
            return std::nullopt;
        facts.skill = *found;
        static const std::string sql =
            "SELECT " + columnsOf<Wording>("w") + " FROM wording w WHERE w.deleted = 0 AND w.skill = ?";
        Statement &row = db.use(sql).with(id);
        while (row.step())
            facts.wordings.push_back(readRow<Wording>(row));
        row.reset();
        return facts;
    };
}

QVariantList BankSkill::before() const {
    QVariantList list;
    for (const Skill &skill : value().all) {
        if (value().skill.prerequisites.contains(skill.id))
            list << named(skill);
    }
    return list;
}

QString BankSkill::circle() const {
    const QStringList circle = namesOf(circleThrough(m_skill, value().all), value().all);
    return circle.isEmpty() ? QString() : circleSentence(circle);
}

QVariantList BankSkill::languages() const {
    QMap<QString, QVariantMap> by;
    const auto put = [&](const QString &tag, const QString &childWords, const QString &compliment, bool own) {
        by.insert(tag, {{QStringLiteral("tag"), tag},
                        {QStringLiteral("name"), languageName(tag)},
                        {QStringLiteral("childWords"), childWords},
                        {QStringLiteral("compliment"), compliment},
                        {QStringLiteral("own"), own}});
    };
    const PackSkill *built = builtSkill(value().skill.slug);
    if (built && built->childWords == value().skill.childWords &&
        built->compliment == value().skill.compliment) {
        for (auto in = built->in.begin(); in != built->in.end(); ++in)
            put(in.key(), in->childWords, in->compliment, false);
    }
    for (const QString &tag : m_begun) {
        if (!by.contains(tag))
            put(tag, {}, {}, true);
    }
    for (const Wording &wording : value().wordings) {
        const QVariantMap there = by.value(wording.language);
        const auto either = [&](const QString &mine, const char *key) {
            return mine.isEmpty() ? there.value(QLatin1StringView(key)).toString() : mine;
        };
        put(wording.language, either(wording.childWords, "childWords"),
            either(wording.compliment, "compliment"), true);
    }
    QVariantList list;
    for (const QVariantMap &one : by)
        list << one;
    return list;
}

void BankSkill::complain(const QString &sentence) {
    if (m_problem == sentence)
        return;
    m_problem = sentence;
    emit problemChanged();
}

void BankSkill::change(const QString &label, const std::function<void(Skill &)> &how) {
    if (!ready() || gone())
        return;
    complain({});
    Skill after = value().skill;
    how(after);
    if (after == value().skill)
        return;
    workspace()->perform(Edit(label).changed(value().skill, after));
}

void BankSkill::rename(const QString &name) {
    const QString text = plain(name, PackBounds::nameLength);
    if (text.isEmpty())
        return complain(tr("A skill needs a name; the one it had was kept."));
    change(tr("Rename skill"), [&](Skill &skill) { skill.name = text; });
}

void BankSkill::writeChildWords(const QString &words) {
    change(tr("Change what the child is told"),
           [&](Skill &skill) { skill.childWords = plain(words, PackBounds::sentenceLength); });
}

void BankSkill::writeCompliment(const QString &words) {
    change(tr("Change the compliment"),
           [&](Skill &skill) { skill.compliment = plain(words, PackBounds::sentenceLength); });
}

void BankSkill::setAges(int from, int to) {
    const auto within = [](int age) { return std::clamp(age, PackBounds::youngest, PackBounds::oldest); };
    change(tr("Change ages"), [&](Skill &skill) {
        skill.fromAge = std::min(within(from), within(to));
        skill.toAge = std::max(within(from), within(to));
    });
}

void BankSkill::setTrait(const QString &slug) {
    change(tr("Change trait"), [&](Skill &skill) { skill.trait = slug; });
}

void BankSkill::archive(bool away) {
    change(away ? tr("Put skill away") : tr("Bring skill back"),
           [&](Skill &skill) { skill.archived = away; });
}

QVariantList BankSkill::candidates(const QString &search, int most) const {
    QVariantList list;
    for (const Skill &skill : value().all) {
        if (list.size() >= most)
            break;
        if (skill.id != m_skill && !skill.archived && !value().skill.prerequisites.contains(skill.id) &&
            skill.name.contains(search.simplified(), Qt::CaseInsensitive))
            list << named(skill);
    }
    return list;
}

void BankSkill::require(const QString &id) {
    std::vector<Skill> all = value().all;
    const auto self =
        std::find_if(all.begin(), all.end(), [&](const Skill &skill) { return skill.id == m_skill; });
    if (self == all.end() || self->prerequisites.contains(idFromText(id)))
        return;
    self->prerequisites << idFromText(id);
    const QStringList circle = namesOf(circleThrough(m_skill, all), all);
    if (circle.size() == 2)
        return complain(tr("A skill cannot wait for itself, so nothing was changed."));
    if (!circle.isEmpty())
        return complain(tr("These would wait for each other in a circle, so nothing was changed: %1.")
                            .arg(circle.join(QStringLiteral(" → "))));
    change(tr("Name what comes first"), [&](Skill &skill) { skill.prerequisites << idFromText(id); });
}

void BankSkill::dropRequired(const QString &id) {
    change(tr("Change what comes first"),
           [&](Skill &skill) { skill.prerequisites.removeAll(idFromText(id)); });
}

void BankSkill::write(const QString &tag, const QString &childWords, const QString &compliment) {
    Notebook *in = notebook();
    if (!in || !ready() || gone() || !isLanguageTag(tag))
        return;
    complain({});
    Wording after{{},
                  m_skill,
                  tag,
                  plain(childWords, PackBounds::sentenceLength),
                  plain(compliment, PackBounds::sentenceLength)};
    // What says the same as the bank need not be the class's own.
    if (const PackSkill *built = builtSkill(value().skill.slug)) {
        if (after.childWords == built->in.value(tag).childWords)
            after.childWords.clear();
        if (after.compliment == built->in.value(tag).compliment)
            after.compliment.clear();
    }
    const auto &own = value().wordings;
    const auto found =
        std::find_if(own.begin(), own.end(), [&](const Wording &wording) { return wording.language == tag; });
    const bool empty = after.childWords.isEmpty() && after.compliment.isEmpty();
    Edit edit(tr("Change words in %1").arg(languageName(tag)));
    if (found != own.end()) {
        after.id = found->id;
        if (empty)
            edit.remove<Wording>(after.id);
        else
            edit.changed(*found, after);
    } else if (!empty) {
        // Once deleted it comes back under the same id, with the words of now.
        after.id = wordingId(in->id(), m_skill, tag);
        edit.create(after);
        edit.restore<Wording>(after.id);
        edit.set(after.id, &Wording::childWords, after.childWords);
        edit.set(after.id, &Wording::compliment, after.compliment);
    }
    if (!edit.isEmpty())
        workspace()->perform(std::move(edit));
}

QString BankSkill::addLanguage(const QString &name) {
    const QString tag = languageCalled(name);
    if (tag.isEmpty()) {
        complain(tr("Inkstep knows no language called “%1”. Try its name in English.")
                     .arg(name.simplified().left(60)));
        return {};
    }
    complain({});
    if (!m_begun.contains(tag)) {
        m_begun << tag;
        emit changed();
    }
    return tag;
}

} // namespace inkstep
