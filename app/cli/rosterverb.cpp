#include "cli/lookup.h"
#include "cli/verbs.h"
#include "ingest/enroll.h"
#include "ingest/skillbank.h"
#include "store/layout.h"

#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace inkstep {

namespace {

struct Difference {
    std::vector<RosterEntry> fresh; // in the list and not in the notebook
    std::vector<std::pair<RosterEntry, Student>> known;
    std::vector<Student> unlisted; // in the notebook and not in the list; they stay
};

// One in the list answers to one in the notebook: two of a name are two children.
Difference compare(const Roster &roster, const std::vector<Student> &students) {
    Difference difference;
    QHash<QString, std::vector<Student>> byName;
    for (auto student = students.rbegin(); student != students.rend(); ++student)
        byName[nameKey(student->name)].push_back(*student);
    for (const RosterEntry &entry : roster.entries) {
        auto &same = byName[nameKey(entry.name)];
        if (same.empty()) {
            difference.fresh.push_back(entry);
        } else {
            difference.known.emplace_back(entry, same.back());
            same.pop_back();
        }
    }
    for (const Student &student : students) {
        const auto &left = byName[nameKey(student.name)];
        const bool unlisted = std::any_of(left.begin(), left.end(),
                                          [&](const Student &other) { return other.id == student.id; });
        if (unlisted && !student.archived)
            difference.unlisted.push_back(student);
    }
    return difference;
}

bool differs(const QString &listed, const QString &here) {
    return !listed.isEmpty() && listed != here;
}

bool differs(const RosterEntry &entry, const Student &student) {
    return differs(entry.grade, student.grade) || differs(entry.homeLanguage, student.homeLanguage) ||
           differs(entry.supports, student.supports);
}

QString named(const QString &name, const Id &id) {
    return QStringLiteral("%1 (%2)").arg(name, idText(id));
}

// What of the list nobody is made of, and what to look at.
void showLeftOut(Console &console, const Roster &roster) {
    const auto numbers = [](const std::vector<int> &lines) {
        QStringList said;
        for (const int line : lines)
            said << QString::number(line);
        return said.join(QStringLiteral(", "));
    };
    if (!roster.linesWithoutName.empty())
        console.line(cliText("· no name, left out: line %1").arg(numbers(roster.linesWithoutName)));
    if (!roster.linesAround.empty())
        console.line(cliText("· a title, a total or the end of a page, left out: line %1")
                         .arg(numbers(roster.linesAround)));
    if (!roster.linesOfOthers.empty())
        console.line(cliText("· a grown-up or a child who has left, left out: line %1")
                         .arg(numbers(roster.linesOfOthers)));
    if (!roster.unusedColumns.isEmpty())
        console.line(cliText("· columns Inkstep has no place for, left out: %1")
                         .arg(roster.unusedColumns.join(QStringLiteral(", "))));
    if (roster.encodingGuessed)
        console.line(
            cliText("· the list does not say how it writes accents: look at the names with accents"));
}

void show(Console &console, const Difference &difference, const std::vector<Id> &added, bool dryRun) {
    for (std::size_t i = 0; i < difference.fresh.size(); ++i)
        console.line(QStringLiteral("+ ") +
                     (dryRun ? difference.fresh[i].name : named(difference.fresh[i].name, added[i])));
    for (const auto &[entry, student] : difference.known) {
        if (differs(entry, student))
            console.line(cliText("≠ %1: the list says something else about this student; left as it was")
                             .arg(named(student.name, student.id)));
    }
    for (const Student &student : difference.unlisted)
        console.line(cliText("· %1 is not in the list; left as it was").arg(named(student.name, student.id)));
    console.line(
        (dryRun ? cliText("%1 would be added, %2 are there already") : cliText("%1 added, %2 there already"))
            .arg(difference.fresh.size())
            .arg(difference.known.size()));
}

QJsonArray asJson(const std::vector<int> &lines) {
    QJsonArray array;
    for (const int line : lines)
        array.append(line);
    return array;
}

QJsonObject asJson(const Roster &roster, const Difference &difference, const std::vector<Id> &added) {
    QJsonArray fresh;
    for (std::size_t i = 0; i < difference.fresh.size(); ++i) {
        QJsonObject one{{QStringLiteral("name"), difference.fresh[i].name}};
        if (!added.empty())
            one.insert(QStringLiteral("id"), idText(added[i]));
        fresh.append(one);
    }
    const auto one = [](const Student &student) {
        return QJsonObject{{QStringLiteral("id"), idText(student.id)},
                           {QStringLiteral("name"), student.name}};
    };
    QJsonArray different, unlisted;
    for (const auto &[entry, student] : difference.known) {
        if (differs(entry, student))
            different.append(one(student));
    }
    for (const Student &student : difference.unlisted)
        unlisted.append(one(student));
    return {{QStringLiteral("added"), fresh},
            {QStringLiteral("known"), static_cast<qint64>(difference.known.size())},
            {QStringLiteral("different"), different},
            {QStringLiteral("unlisted"), unlisted},
            {QStringLiteral("linesWithoutName"), asJson(roster.linesWithoutName)},
            {QStringLiteral("linesAround"), asJson(roster.linesAround)},
            {QStringLiteral("linesOfOthers"), asJson(roster.linesOfOthers)},
            {QStringLiteral("unusedColumns"), QJsonArray::fromStringList(roster.unusedColumns)},
            {QStringLiteral("encodingGuessed"), roster.encodingGuessed}};
}

// The notebook the list goes to; nothing when it is still to be started. Nothing is made here.
Result<std::optional<Id>> target(Invocation &call) {
    const QString className = call.value(QStringLiteral("class"));
    if (!call.parts().files.exists(call.profileFolder()))
        return std::optional<Id>();
    const auto profile = call.profile();
    if (!profile)
        return passOn(profile);
    if (className.isEmpty() && (call.has(QStringLiteral("notebook")) || !(*profile)->entries().empty())) {
        const auto found = call.notebook();
        if (!found)
            return passOn(found);
        return std::optional((*found)->id());
    }
    const auto found = (*profile)->find(className);
    if (found)
        return std::optional((*found)->id());
    if (found.error().code == ErrorCode::NotFound)
        return std::optional<Id>();
    return passOn(found);
}

// Returns the ids of the new students, in the order of the list.
Result<std::vector<Id>> add(Invocation &call, Notebook &notebook, const std::vector<RosterEntry> &fresh,
                            const std::vector<Student> &there) {
    std::vector<Id> added;
    if (fresh.empty())
        return added;
    const qint64 position = there.empty() ? 0 : there.back().position + 1;
    const Edit edit = enroll(fresh, position, call.parts().clock, call.parts().random);
    if (const auto committed = notebook.store().commit(edit); !committed)
        return passOn(committed);
    for (const Edit::Change &change : edit.changes()) {
        if (change.field == createField)
            added.push_back(change.entity);
    }
    return added;
}

// A class of its own, with the starting bank of skills.
Result<Notebook *> start(Profile &profile, const QString &name) {
    const auto pack = builtInSkillPack();
    if (!pack)
        return passOn(pack);
    const auto notebook = profile.create(name, NotebookKind::Class);
    if (!notebook)
        return notebook;
    const auto taken = (*notebook)->store().commit(takeInSkills(*pack, (*notebook)->id(), {}));
    if (!taken)
        return passOn(taken);
    return notebook;
}

} // namespace

Status runRoster(Invocation &call) {
    const QString path = call.words().first();
    const auto bytes = call.file(path, RosterBounds::bytes + 1);
    if (!bytes)
        return passOn(bytes);
    const auto roster = readRoster(*bytes, path);
    if (!roster)
        return passOn(roster);
    const auto to = target(call);
    if (!to)
        return passOn(to);

    std::vector<Student> there;
    if (*to) {
        const auto notebook = (*call.profile())->notebook(**to);
        if (!notebook)
            return passOn(notebook);
        auto students = allStudents((*notebook)->store());
        if (!students)
            return passOn(students);
        there = std::move(*students);
    }
    const Difference difference = compare(*roster, there);
    std::vector<Id> added;
    const bool dryRun = call.has(QStringLiteral("dry-run"));
    if (!dryRun) {
        const auto profile = call.profile();
        if (!profile)
            return passOn(profile);
        QString name = call.value(QStringLiteral("class"));
        if (name.isEmpty())
            name = cliText("My class");
        const auto notebook = *to ? (*profile)->notebook(**to) : start(**profile, name);
        if (!notebook)
            return passOn(notebook);
        auto made = add(call, **notebook, difference.fresh, there);
        if (!made)
            return passOn(made);
        added = std::move(*made);
    }
    if (call.json())
        call.console().json(asJson(*roster, difference, added));
    else {
        showLeftOut(call.console(), *roster);
        show(call.console(), difference, added, dryRun);
    }
    return {};
}

} // namespace inkstep
