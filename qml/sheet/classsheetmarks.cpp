// What a person does to the sheet, as edits.
#include "classsheet.h"

#include "practice/rounds.h"
#include "store/layout.h"

#include <QLocale>

namespace inkstep {

namespace {

// A rung chosen again within this time corrects the mark; later it is a moment of its own.
constexpr std::chrono::minutes correcting{10};

Check checkOf(const SheetMark &mark, const Id &student, const Id &skill, const Id &block) {
    return {mark.id, student, skill, mark.at, mark.level, mark.trying, mark.evidence, block};
}

} // namespace

SheetMark ClassSheet::newMark(SupportLevel level) const {
    const Store::Parts parts = m_workspace->parts();
    return {newId(parts.clock, parts.random), parts.clock.now(), level, false, {}, true};
}

QString ClassSheet::label(int row, int column) const {
    // Names may be long; the undo bar has room for their beginning.
    constexpr qsizetype longest = 40;
    const auto brief = [](const QString &words) {
        return words.size() > longest ? words.left(longest - 1) + QChar(0x2026) : words;
    };
    return tr("%1: %2").arg(brief(m_shown.students[static_cast<std::size_t>(row)].name),
                            brief(m_shown.skills[static_cast<std::size_t>(column)].name));
}

void ClassSheet::replace(int row, int column, const SheetMark *old, const SheetMark &fresh,
                         const QString &words) {
    const Id student = m_shown.students[static_cast<std::size_t>(row)].id;
    const Id skill = m_shown.skills[static_cast<std::size_t>(column)].id;
    Pending change;
    change.student = student;
    change.skill = skill;
    Edit edit(words);
    if (old) {
        change.remove.push_back(old->id);
        edit.remove<Check>(old->id);
    }
    change.add.push_back(fresh);
    edit.create(checkOf(fresh, student, skill, m_shown.block));
    m_levels.insert(skill, fresh.level);
    perform(std::move(change), std::move(edit));
}

void ClassSheet::tap(int row, int column) {
    lookAtClock();
    if (!at(row, column))
        return;
    if (m_shown.cell(row, column).ownToday())
        takeBack(row, column);
    else
        replace(row, column, nullptr, newMark(static_cast<SupportLevel>(levelOf(column))),
                tr("Mark %1").arg(label(row, column)));
}

void ClassSheet::mark(int row, int column, int level) {
    lookAtClock();
    if (!at(row, column) || !m_rungs.contains(level))
        return;
    SheetMark fresh = newMark(static_cast<SupportLevel>(level));
    const SheetMark *own = m_shown.cell(row, column).ownToday();
    const bool corrects = own && fresh.at - own->at < correcting && own->at <= fresh.at;
    if (corrects && own->level == fresh.level)
        return;
    if (corrects)
        fresh.evidence = own->evidence;
    replace(row, column, corrects ? own : nullptr, fresh, tr("Mark %1").arg(label(row, column)));
}

void ClassSheet::takeBack(int row, int column) {
    if (!at(row, column))
        return;
    const SheetMark *own = m_shown.cell(row, column).ownToday();
    if (!own)
        return;
    Pending change;
    change.student = m_shown.students[static_cast<std::size_t>(row)].id;
    change.skill = m_shown.skills[static_cast<std::size_t>(column)].id;
    change.remove.push_back(own->id);
    Edit edit(tr("Take back %1").arg(label(row, column)));
    edit.remove<Check>(own->id);
    // The next tap gives what was just taken back: a slip of the finger costs nothing.
    m_levels.insert(change.skill, own->level);
    perform(std::move(change), std::move(edit));
}

void ClassSheet::setTrying(int row, int column, bool trying) {
    lookAtClock();
    if (!at(row, column))
        return;
    const SheetMark *own = m_shown.cell(row, column).ownToday();
    if (own && own->trying == trying)
        return;
    SheetMark fresh = newMark(own ? own->level : static_cast<SupportLevel>(levelOf(column)));
    fresh.trying = trying;
    if (own)
        fresh.evidence = own->evidence;
    replace(row, column, own, fresh,
            trying ? tr("Trying, %1").arg(label(row, column)) : tr("Mark %1").arg(label(row, column)));
}

void ClassSheet::setEvidence(int row, int column, const QString &pageId) {
    if (!at(row, column))
        return;
    const SheetMark *mark = m_shown.cell(row, column).shown();
    if (!mark)
        return;
    const Id page = idFromText(pageId);
    if (mark->evidence == page)
        return;
    Pending change;
    change.student = m_shown.students[static_cast<std::size_t>(row)].id;
    change.skill = m_shown.skills[static_cast<std::size_t>(column)].id;
    change.evidence = std::pair(mark->id, page);
    Edit edit(page.isNull() ? tr("Take photo off %1").arg(label(row, column))
                            : tr("Add photo to %1").arg(label(row, column)));
    edit.set(mark->id, &Check::evidence, page);
    perform(std::move(change), std::move(edit));
}

void ClassSheet::awaitEvidence(int row, int column) {
    m_awaited.reset();
    if (!at(row, column))
        return;
    if (const SheetMark *mark = m_shown.cell(row, column).shown())
        m_awaited = Awaited{mark->id, m_shown.students[static_cast<std::size_t>(row)].id,
                            m_workspace->parts().clock.now()};
}

void ClassSheet::lookForEvidence() {
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    if (!notebook || !m_awaited)
        return;
    const Awaited awaited = *std::exchange(m_awaited, std::nullopt);
    notebook->store().read(
        [awaited](Database &db) {
            Statement &row =
                db.use("SELECT p.id FROM page p JOIN sample s ON s.id = p.sample AND s.deleted = 0 "
                       "WHERE s.student = ? AND p.deleted = 0 AND (p.made >> 16) >= ? "
                       "ORDER BY p.made DESC LIMIT 1")
                    .with(awaited.student, qint64(toMs(awaited.since)));
            const Id page = row.step() ? row.id(0) : Id();
            row.reset();
            return page;
        },
        this,
        [this, awaited](const Result<Id> &page) {
            if (!page || page->isNull())
                return;
            for (int row = 0; row < rows(); ++row) {
                for (int column = 0; column < columns(); ++column) {
                    const SheetMark *mark = m_shown.cell(row, column).shown();
                    if (mark && mark->id == awaited.check)
                        setEvidence(row, column, idText(*page));
                }
            }
        });
}

void ClassSheet::setAbsent(int row, bool absent) {
    lookAtClock();
    if (!m_workspace || row < 0 || row >= rows())
        return;
    const SheetStudent &student = m_shown.students[static_cast<std::size_t>(row)];
    if (student.absent() == absent)
        return;
    Pending change;
    change.student = student.id;
    change.absences.emplace();
    Edit edit(absent ? tr("%1 is absent today").arg(student.name.left(60))
                     : tr("%1 is here today").arg(student.name.left(60)));
    if (absent) {
        Absence absence;
        absence.id = newId(m_workspace->parts().clock, m_workspace->parts().random);
        absence.student = student.id;
        absence.day = dayText(m_shown.day);
        edit.create(absence);
        change.absences->push_back(absence.id);
    } else {
        for (const Id &id : student.absences)
            edit.remove<Absence>(id);
    }
    perform(std::move(change), std::move(edit));
}

QString ClassSheet::nextGroupWords() const {
    const QDate next = nextSchoolDay(m_shown.day);
    return m_shown.day.daysTo(next) == 1 ? tr("Group tomorrow")
                                         : tr("Group on %1").arg(QLocale().dayName(next.dayOfWeek()));
}

void ClassSheet::planGroup(const QString &skillId, bool today) {
    lookAtClock();
    Notebook *notebook = m_workspace ? m_workspace->notebook() : nullptr;
    const QVariantMap who = whoOf(skillId);
    const QVariantList members = who.value(QStringLiteral("notAlone")).toList();
    if (!notebook || members.isEmpty())
        return;
    PlanItem item;
    item.id = newId(m_workspace->parts().clock, m_workspace->parts().random);
    item.day = dayText(today ? m_shown.day : nextSchoolDay(m_shown.day));
    item.minutes = m_shown.groupMinutes;
    item.skill = idFromText(skillId);
    for (const QVariant &one : members)
        item.students << idFromText(one.toMap().value(QStringLiteral("studentId")).toString());
    const QString words = (today ? tr("Group today") : nextGroupWords()) + QStringLiteral(": %1");
    notebook->store().read(
        [day = item.day](Database &db) {
            Statement &row =
                db.use("SELECT coalesce(max(position), -1) FROM planItem WHERE deleted = 0 AND day = ?")
                    .with(day);
            row.step();
            const qint64 last = row.number(0);
            row.reset();
            return last;
        },
        this,
        [this, item, label = words.arg(who.value(QStringLiteral("name")).toString().left(60))](
            const Result<qint64> &last) mutable {
            if (!last) {
                m_workspace->report(last.error());
                return;
            }
            item.position = *last + 1;
            m_workspace->perform(std::move(Edit(label).create(item)));
        });
}

void ClassSheet::letGo(int column) {
    if (!m_workspace || column < 0 || column >= columns())
        return;
    const SheetSkill &skill = m_shown.skills[static_cast<std::size_t>(column)];
    Edit edit(tr("Let go: %1").arg(skill.name.left(60)));
    edit.set(skill.id, &Skill::letGo, m_workspace->parts().clock.now());
    m_workspace->perform(std::move(edit));
}

void ClassSheet::moveColumn(int column, int by) {
    const int to = column + by;
    if (!m_workspace || column < 0 || column >= columns() || to < 0 || to >= columns())
        return;
    std::vector<SheetSkill> order = m_shown.skills;
    std::swap(order[static_cast<std::size_t>(column)], order[static_cast<std::size_t>(to)]);
    Edit edit(tr("Move %1").arg(m_shown.skills[static_cast<std::size_t>(column)].name.left(60)));
    for (std::size_t place = 0; place < order.size(); ++place) {
        if (order[place].column != static_cast<qint64>(place))
            edit.set(order[place].id, &Skill::column, static_cast<qint64>(place));
    }
    if (!edit.isEmpty())
        m_workspace->perform(std::move(edit));
}

} // namespace inkstep
