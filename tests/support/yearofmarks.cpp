#include "support/yearofmarks.h"

#include "store/profile.h"
#include "support/fakes.h"

namespace inkstep {

void makeYearOfMarks(const QString &profileFolder) {
    constexpr int students = 40;
    constexpr int skills = 12;
    constexpr int rounds = 26;
    constexpr auto day = std::chrono::hours(24);
    SystemFiles files;
    const SystemClock clock; // the sheet is opened today
    test::SeededRandom random(7);
    const auto profile = std::move(*Profile::open(profileFolder, {files, clock, random}));
    Store &store = (*profile->create(QStringLiteral("Room 12"), NotebookKind::Class))->store();
    (void)store.read([](Database &db) {
        db.exec("PRAGMA synchronous=OFF");
        return 0;
    });
    std::vector<Id> who, what;
    Edit roster(QStringLiteral("Add students"));
    for (int i = 0; i < students; ++i) {
        Student student;
        student.id = store.makeId();
        student.name = QStringLiteral("Student %1").arg(i + 1);
        student.position = i;
        roster.create(student);
        who.push_back(student.id);
    }
    for (int i = 0; i < skills; ++i) {
        Skill skill;
        skill.id = store.makeId();
        skill.name = QStringLiteral("skill of the unit, number %1").arg(i + 1);
        skill.taughtFrom = clock.now() - day * 365;
        skill.column = i;
        roster.create(skill);
        what.push_back(skill.id);
    }
    (void)store.commit(roster);
    std::mt19937 engine(3);
    for (int round = rounds; round > 0; --round) {
        Edit edit(QStringLiteral("Mark"));
        for (const Id &student : who) {
            for (const Id &skill : what) {
                Check check;
                check.id = store.makeId();
                check.student = student;
                check.skill = skill;
                check.at = clock.now() - day * (round * 14 - 7) - std::chrono::seconds(engine() % 20'000);
                check.level = static_cast<SupportLevel>(engine() % 5);
                edit.create(check);
            }
        }
        (void)store.commit(edit);
    }
}

} // namespace inkstep
