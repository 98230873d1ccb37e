#include "checkbackmaker.h"

#include "store/layout.h"

namespace inkstep {

namespace {

constexpr int taughtShown = 2;
constexpr qsizetype longestWords = 300;

// The newest next step that was not let go, on the student, a sample or a page.
QString openStep(Database &db, const Id &student) {
    Statement &row = db.use(
        "SELECT coalesce(nullif(n.words, ''), nullif(k.childWords, ''), k.name) FROM note n "
        "LEFT JOIN skill k ON k.id = n.skill WHERE n.deleted = 0 AND n.kind = 'nextStep' AND n.about IN "
        "(SELECT ?1 UNION SELECT id FROM sample WHERE student = ?1 AND deleted = 0 UNION SELECT q.id "
        "FROM page q JOIN sample r ON r.id = q.sample WHERE r.student = ?1 AND r.deleted = 0 AND q.deleted = "
        "0) "
        "AND coalesce((SELECT a.letGo FROM answer a WHERE a.note = n.id AND a.deleted = 0 "
        "ORDER BY a.at DESC, a.made DESC LIMIT 1), 0) = 0 ORDER BY n.made DESC LIMIT 1");
    row.with(student);
    const QString words = row.step() ? row.text(0).simplified() : QString();
    row.reset();
    return words;
}

QStringList taughtNow(Database &db) {
    QStringList names;
    static const std::string sql = "SELECT " + columnsOf<Skill>("k") +
                                   " FROM skill k WHERE k.deleted = 0 AND coalesce(k.archived, 0) = 0 "
                                   "AND k.taughtFrom IS NOT NULL ORDER BY coalesce(k.\"column\", 0), k.name";
    Statement &row = db.use(sql);
    while (row.step()) {
        const Skill skill = readRow<Skill>(row);
        if (skill.taughtNow() && names.size() < taughtShown)
            names << skill.name;
    }
    row.reset();
    return names;
}

std::optional<WorkBlock> latestBlock(Database &db) {
    static const std::string sql = "SELECT " + columnsOf<WorkBlock>("b") +
                                   " FROM workBlock b WHERE b.deleted = 0 AND b.until IS NULL "
                                   "ORDER BY b.\"from\" DESC LIMIT 1";
    Statement &row = db.use(sql);
    std::optional<WorkBlock> block;
    if (row.step())
        block = readRow<WorkBlock>(row);
    row.reset();
    return block;
}

} // namespace

void CheckBackMaker::setStudentId(const QString &id) {
    if (m_student == idFromText(id))
        return;
    m_student = idFromText(id);
    clear();
    emit studentIdChanged();
    rerun();
}

KindSet CheckBackMaker::kinds() const {
    return kindsOf<Student, Sample, Page, Note, Answer, Skill, WorkBlock>();
}

CheckBackMaker::Query CheckBackMaker::query() const {
    return [student = m_student](Database &db) -> std::optional<CheckBackGround> {
        CheckBackGround ground;
        if (!student.isNull()) {
            const std::optional<Student> found = find<Student>(db, student);
            if (!found)
                return std::nullopt;
            ground.name = found->name;
            ground.step = openStep(db, student);
        }
        ground.taught = taughtNow(db);
        ground.block = latestBlock(db);
        return ground;
    };
}

QVariantList CheckBackMaker::expectations() const {
    QVariantList list;
    QStringList said;
    const auto add = [&](const QString &words, const QString &from) {
        if (words.isEmpty() || said.contains(words))
            return;
        said << words;
        list << QVariantMap{{QStringLiteral("words"), words}, {QStringLiteral("from"), from}};
    };
    add(value().step, QStringLiteral("step"));
    for (const QString &skill : value().taught)
        add(skill, QStringLiteral("skill"));
    for (const QString &ready : {tr("First words are on the paper"), tr("Pencil is still moving"),
                                 tr("Read it over and found something to fix")})
        add(ready, QStringLiteral("ready"));
    return list;
}

int CheckBackMaker::minutesToEnd() const {
    if (!workspace() || !value().block)
        return 0;
    return minutesToBlockEnd(*value().block, workspace()->parts().clock.now()).value_or(0);
}

void CheckBackMaker::set(const QStringList &students, const QString &words, int minutes) {
    const QString expect = words.simplified().left(longestWords);
    if (!notebook() || expect.isEmpty() || students.isEmpty())
        return;
    const Moment now = workspace()->parts().clock.now();
    Edit edit(tr("Come back in %1 min").arg(minutes));
    for (const QString &student : students) {
        CheckBack checkBack;
        checkBack.id = notebook()->store().makeId();
        checkBack.student = idFromText(student);
        checkBack.expect = expect;
        checkBack.set = now;
        checkBack.due = dueIn(minutes, now);
        if (value().block && minutesToBlockEnd(*value().block, now))
            checkBack.block = value().block->id;
        if (!checkBack.student.isNull())
            edit.create(checkBack);
    }
    if (!edit.isEmpty())
        workspace()->perform(std::move(edit));
}

} // namespace inkstep
