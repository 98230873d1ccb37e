// What the notebook holds of conferences and check-backs, for tests.
#pragma once

#include "ingest/ingest.h"
#include "model/teaching.h"
#include "stage.h"
#include "store/layout.h"

#include <QBuffer>
#include <QImage>

namespace inkstep::test {

template<class Entity>
std::vector<Entity> allOf(Stage &stage) {
    return stage.read<std::vector<Entity>>([](Database &db) {
        std::vector<Entity> list;
        static const std::string sql = "SELECT " + columnsOf<Entity>("t") + " FROM \"" +
                                       Description<Entity>::kind +
                                       "\" t WHERE t.deleted = 0 ORDER BY t.made, t.row";
        Statement &row = db.use(sql);
        while (row.step())
            list.push_back(readRow<Entity>(row));
        row.reset();
        return list;
    });
}

// A page as the camera would keep it.
inline Id addPage(Stage &stage, const Id &student) {
    QImage paper(300, 400, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    if (!buffer.open(QIODevice::WriteOnly) || !paper.save(&buffer, "JPG"))
        return {};
    Ingest ingest(*stage.workspace->notebook());
    const auto kept = ingest.keep(jpeg, {student, Id()});
    return kept && ingest.derivePage(kept->page) ? kept->page : Id();
}

inline Id addStep(Stage &stage, const Id &about, const QString &words, const Id &skill = {}) {
    Note note;
    note.id = newId(stage.clock, stage.random);
    note.about = about;
    note.kind = NoteKind::NextStep;
    note.words = words;
    note.skill = skill;
    return stage.commit(Edit(QStringLiteral("Add note")).create(note)) ? note.id : Id();
}

inline Id addSkill(Stage &stage, const QString &name, const QString &childWords, qint64 position,
                   const QList<Id> &before = {}, bool taught = false) {
    Skill skill;
    skill.id = newId(stage.clock, stage.random);
    skill.name = name;
    skill.trait = QStringLiteral("ideas");
    skill.childWords = childWords;
    skill.compliment = QStringLiteral("You did it: ") + name;
    skill.position = position;
    skill.prerequisites = before;
    if (taught)
        skill.taughtFrom = stage.clock.now();
    return stage.commit(Edit(QStringLiteral("Add skill")).create(skill)) ? skill.id : Id();
}

inline CheckBack addCheckBack(Stage &stage, const QString &name, const QString &expect, int minutes) {
    CheckBack checkBack;
    checkBack.id = newId(stage.clock, stage.random);
    checkBack.student = stage.student(name);
    checkBack.expect = expect;
    checkBack.set = stage.clock.now();
    checkBack.due = stage.clock.now() + std::chrono::minutes(minutes);
    const bool kept = stage.commit(Edit(QStringLiteral("Come back")).create(checkBack));
    return kept ? checkBack : CheckBack{};
}

} // namespace inkstep::test
