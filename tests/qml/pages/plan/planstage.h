// A class with a past: samples, notes, checks and conferences made as the app makes them.
#pragma once

#include "../frame/stage.h"

#include "model/teaching.h"
#include "store/layout.h"

#include <QDateTime>

namespace inkstep::test {

struct PlanStage : Stage {
    using Stage::Stage;

    static Moment at(int year, int month, int day, int hour = 12, int minute = 0) {
        return fromMs(QDateTime(QDate(year, month, day), QTime(hour, minute)).toMSecsSinceEpoch());
    }
    template<class Entity>
    Id add(Entity entity) {
        entity.id = newId(clock, random);
        return commit(Edit(QStringLiteral("Add")).create(entity)) ? entity.id : Id();
    }
    Id skill(const QString &name, qint64 position = 0, bool taught = false) {
        Skill skill;
        skill.name = name;
        skill.childWords = name;
        skill.trait = QStringLiteral("ideas");
        skill.position = position;
        if (taught)
            skill.taughtFrom = clock.now();
        return add(skill);
    }
    Id step(const QString &student, const Id &skill, const QString &words = {}) {
        Note note;
        note.about = this->student(student);
        note.kind = NoteKind::NextStep;
        note.skill = skill;
        note.words = words;
        return add(note);
    }
    Id sample(const QString &student, SampleKind kind = SampleKind::InProgress) {
        Sample sample;
        sample.student = this->student(student);
        sample.kind = kind;
        sample.date = clock.now();
        return add(sample);
    }
    Id absent(const QString &student) {
        Absence absence;
        absence.student = this->student(student);
        absence.day = QDateTime::fromMSecsSinceEpoch(toMs(clock.now())).date().toString(Qt::ISODate);
        return add(absence);
    }
    std::vector<PlanItem> planItems() {
        return read<std::vector<PlanItem>>([](Database &db) {
            static const std::string sql = "SELECT " + columnsOf<PlanItem>("i") +
                                           " FROM planItem i WHERE i.deleted = 0 ORDER BY i.position, i.id";
            std::vector<PlanItem> items;
            Statement &row = db.use(sql);
            while (row.step())
                items.push_back(readRow<PlanItem>(row));
            row.reset();
            return items;
        });
    }
};

inline QStringList someNames(int count) {
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names << QStringLiteral("Student %1").arg(i);
    return names;
}

} // namespace inkstep::test
