#include "report/slipnotes.h"

#include "store/layout.h"

#include <QDateTime>
#include <QHash>
#include <algorithm>

namespace inkstep {

namespace {

// Notes for children with the student each is for, whatever it is on, newest first. Steps that were let go
// and what lies in something deleted are left out.
std::string notesSql(bool ofOne) {
    std::string sql = "SELECT coalesce(sp.student, sa.student, st.id), " + columnsOf<Note>("n") +
                      " FROM note n "
                      "LEFT JOIN page p ON p.id = n.about AND p.deleted = 0 "
                      "LEFT JOIN sample sp ON sp.id = p.sample AND sp.deleted = 0 "
                      "LEFT JOIN sample sa ON sa.id = n.about AND sa.deleted = 0 "
                      "LEFT JOIN student st ON st.id = n.about "
                      "WHERE n.deleted = 0 AND (n.kind IS NULL OR n.kind IN ('noticed', 'nextStep')) "
                      "AND coalesce((SELECT a.letGo FROM answer a WHERE a.note = n.id AND a.deleted = 0 "
                      "ORDER BY a.at DESC, a.made DESC LIMIT 1), 0) = 0 ";
    if (ofOne)
        sql +=
            "AND n.about IN (SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 UNION SELECT q.id FROM "
            "page q JOIN sample r ON r.id = q.sample WHERE r.student = ?1) ";
    return sql + "ORDER BY n.made DESC";
}

struct Found {
    SlipNotes notes;
    std::optional<Note> compliment;
    std::optional<Note> step;
};

bool saysSomething(const Note &note) {
    return !note.words.trimmed().isEmpty() || !note.skill.isNull();
}

void readNotes(Database &db, std::vector<Found> &found, const Id &one, const Id &wanted) {
    QHash<Id, Found *> byStudent;
    for (Found &child : found)
        byStudent.insert(child.notes.id, &child);
    static const std::string ofAll = notesSql(false), ofOne = notesSql(true);
    Statement &row = db.use(one.isNull() ? ofAll : ofOne);
    if (!one.isNull())
        row.with(one);
    while (row.step()) {
        Found *child = row.isNull(0) ? nullptr : byStudent.value(row.id(0));
        if (!child)
            continue;
        const Note note = readRow<Note>(row, 1);
        auto &place = note.kind == NoteKind::NextStep ? child->step : child->compliment;
        if (saysSomething(note) && (!place || note.id == wanted))
            place = note;
    }
    row.reset();
}

class Bank {
public:
    Bank(Database &db, const SkillPack &pack) : m_db(db), m_pack(pack) {
        for (const PackSkill &skill : pack.skills)
            m_bySlug.insert(skill.id, &skill);
        static const std::string sql =
            "SELECT " + columnsOf<Wording>("w") + " FROM wording w WHERE w.deleted = 0";
        Statement &row = db.use(sql);
        while (row.step()) {
            const auto wording = readRow<Wording>(row);
            m_wordings[wording.skill].push_back(wording);
        }
        row.reset();
    }

    std::vector<WordsIn> words(const std::optional<Note> &note) {
        if (!note)
            return {};
        // Deleted or archived, a skill still says what the note on it means.
        const Skill skill = note->skill.isNull() ? Skill{} : find<Skill>(m_db, note->skill).value_or(Skill{});
        return wordsInLanguages(*note, skill, m_wordings[note->skill], m_bySlug.value(skill.slug),
                                m_pack.language);
    }

private:
    Database &m_db;
    const SkillPack &m_pack;
    QHash<QString, const PackSkill *> m_bySlug;
    QHash<Id, std::vector<Wording>> m_wordings;
};

std::vector<SlipNotes> finish(Database &db, const SkillPack &pack, Moment today, std::vector<Found> found,
                              const Id &one, const Id &wanted) {
    readNotes(db, found, one, wanted);
    Bank bank(db, pack);
    QHash<Id, bool> conferred;
    Statement &row = db.use("SELECT student FROM conference WHERE deleted = 0 AND \"from\" >= ?")
                         .with(static_cast<qint64>(toMs(today)));
    while (row.step())
        conferred.insert(row.id(0), true);
    row.reset();
    std::vector<SlipNotes> all;
    for (Found &child : found) {
        SlipNotes &notes = child.notes;
        notes.compliment = child.compliment ? child.compliment->id : Id();
        notes.step = child.step ? child.step->id : Id();
        notes.complimentWords = bank.words(child.compliment);
        notes.stepWords = bank.words(child.step);
        notes.conferredToday = conferred.value(notes.id);
        all.push_back(std::move(notes));
    }
    return all;
}

Found childIn(Statement &row) {
    Found child;
    child.notes.id = row.id(0);
    child.notes.name = row.text(1);
    child.notes.homeLanguage = row.text(2);
    return child;
}

} // namespace

QStringList SlipNotes::languages() const {
    QStringList tags;
    for (const auto *words : {&stepWords, &complimentWords}) {
        for (const WordsIn &one : *words) {
            if (!one.language.isEmpty() && !tags.contains(one.language))
                tags << one.language;
        }
    }
    const QString own = servingLanguage(languageCalled(homeLanguage), tags);
    if (!own.isEmpty())
        tags.move(tags.indexOf(own), 0);
    return tags;
}

QString SlipNotes::language() const {
    return servingLanguage(languageCalled(homeLanguage), languages());
}

Slip SlipNotes::slip(const QString &language) const {
    return {name, wordsForChild(complimentWords, language).words, wordsForChild(stepWords, language).words};
}

std::vector<SlipNotes> readSlipNotes(Database &db, const SkillPack &bank, Moment today) {
    std::vector<Found> found;
    Statement &row = db.use("SELECT id, name, homeLanguage FROM student WHERE deleted = 0 AND "
                            "coalesce(archived, 0) = 0 ORDER BY position, row");
    while (row.step())
        found.push_back(childIn(row));
    row.reset();
    return finish(db, bank, today, std::move(found), {}, {});
}

std::optional<SlipNotes> readSlipNotes(Database &db, const SkillPack &bank, Moment today, const Id &student,
                                       const Id &note) {
    Statement &row =
        db.use("SELECT id, name, homeLanguage FROM student WHERE id = ? AND deleted = 0").with(student);
    if (!row.step()) {
        row.reset();
        return std::nullopt;
    }
    std::vector<Found> found{childIn(row)};
    row.reset();
    return finish(db, bank, today, std::move(found), student, note).front();
}

Moment dayStart(Moment now) {
    return fromMs(QDateTime::fromMSecsSinceEpoch(toMs(now)).date().startOfDay().toMSecsSinceEpoch());
}

} // namespace inkstep
