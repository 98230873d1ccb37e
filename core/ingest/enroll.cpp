#include "ingest/enroll.h"

#include <QCoreApplication>

namespace inkstep {

Edit enroll(const std::vector<RosterEntry> &entries, qint64 position, const Clock &clock, Random &random) {
    const QString label = entries.size() == 1
                              ? QCoreApplication::translate("Enroll", "Add %1").arg(entries.front().name)
                              : QCoreApplication::translate("Enroll", "Add %1 students").arg(entries.size());
    Edit edit(label);
    for (const RosterEntry &entry : entries) {
        Student student;
        student.id = newId(clock, random);
        student.name = entry.name;
        student.grade = entry.grade;
        student.homeLanguage = entry.homeLanguage;
        student.supports = entry.supports;
        student.position = position++;
        edit.create(student);
    }
    return edit;
}

} // namespace inkstep
