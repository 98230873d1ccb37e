#include "demo/classroom/classroom.h"

#include "demo/classroom/mornings.h"
#include "demo/classroom/murmur.h"
#include "demo/classroom/placing.h"
#include "demo/classroom/term.h"
#include "ingest/childlanguage.h"
#include "ingest/ingest.h"
#include "ingest/skillbank.h"
#include "store/layout.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSet>
#include <QtConcurrent>
#include <atomic>

namespace inkstep {

namespace {

// Told the day, so that the term's edits carry the term's times.
class TermClock final : public Clock {
public:
    Moment now() const override { return fromMs(m_ms); }
    void set(Moment moment) { m_ms = toMs(moment); }

private:
    std::atomic<std::int64_t> m_ms = 0; // read by the store's thread
};

struct PageOrder { // one page to be painted and photographed
    DemoWriting writing;
    Handwriting hand;
    int notes = 0;
    quint64 seed = 1;
};

struct PaintedPage {
    QByteArray jpeg;
    std::vector<NotePlace> places;
};

PaintedPage paint(const PageOrder &order) {
    const QImage page = paintPage(pageFor(order.writing, order.hand, order.seed));
    const Photograph photo = photograph(page, ordinaryCamera(order.seed));
    return {jpegOf(photo), placesOn(page, photo, order.notes, Chance(order.seed).fork(9))};
}

int notesOn(const PlannedVisit &visit, NotePlaceKind place) {
    return int(std::count_if(visit.notes.begin(), visit.notes.end(),
                             [&](const PlannedNote &note) { return note.on == place; }));
}

QSet<QString> wordsIn(const QString &text) {
    static const QRegularExpression apart(QStringLiteral("[^\\w]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    QSet<QString> words;
    for (const QString &word : text.toCaseFolded().split(apart, Qt::SkipEmptyParts)) {
        if (word.size() > 3)
            words << word.first(std::min<qsizetype>(word.size(), 5)); // "capital" and "capitals" are one
    }
    return words;
}

// The bank's skill a note is about: of its trait, for its age, with words in common. None if none fits.
Id skillFor(const std::vector<Skill> &skills, const PlannedNote &note, int age) {
    const QSet<QString> words = wordsIn(note.words);
    Id best;
    qsizetype most = 0;
    for (const Skill &skill : skills) {
        if (skill.trait != note.trait || age < skill.fromAge || age > skill.toAge)
            continue;
        const QSet<QString> its =
            wordsIn(skill.name + QLatin1Char(' ') + skill.childWords + QLatin1Char(' ') + skill.compliment);
        const qsizetype common = QSet<QString>(words).intersect(its).size();
        if (common > most) {
            most = common;
            best = skill.id;
        }
    }
    return best;
}

qint64 countWords(const std::vector<DemoWriting> &pages) {
    qint64 count = 0;
    for (const DemoWriting &page : pages)
        count += page.text.simplified().split(QLatin1Char(' ')).size();
    return count;
}

// Lives the term: visit by visit, at its time, through the same doors as a teacher's hands.
class TermTime {
public:
    TermTime(Notebook &notebook, TermClock &clock, const Term &term)
        : m_notebook(notebook), m_ingest(notebook), m_clock(clock), m_term(term) {}

    Status prepare() {
        m_clock.set(m_term.start);
        const auto pack = builtInSkillPack();
        if (!pack)
            return passOn(pack);
        if (const auto taken = commit(takeInSkills(*pack, m_notebook.id(), {})); !taken)
            return taken;
        const auto skills = m_notebook.store().read([](Database &db) {
            std::vector<Skill> all;
            Statement &row = db.use("SELECT " + columnsOf<Skill>("s") + " FROM skill s ORDER BY s.position");
            while (row.step())
                all.push_back(readRow<Skill>(row));
            row.reset();
            return all;
        });
        if (!skills)
            return passOn(skills);
        m_skills = *skills;
        return enroll();
    }

    Status hold(const PlannedVisit &visit, const std::vector<PaintedPage> &pages) {
        m_clock.set(visit.at);
        m_talk = {};
        if (const auto answered = answer(visit); !answered)
            return answered;
        m_clock.set(visit.at + std::chrono::minutes(1));
        if (const auto kept = photographed(visit, pages); !kept)
            return kept;
        if (const auto told = toldAloud(); !told)
            return told;
        std::size_t onPage = 0;
        auto at = visit.at + std::chrono::minutes(2);
        for (const PlannedNote &note : visit.notes) {
            m_clock.set(at);
            at += std::chrono::seconds(50);
            const NotePlace place =
                note.on == NotePlaceKind::Page ? pages.front().places.at(onPage++) : NotePlace{};
            if (const auto stuck = stick(visit, note, place); !stuck)
                return stuck;
        }
        return conferred(visit, at);
    }

    const std::vector<Id> &students() const { return m_students; }
    const std::vector<Skill> &skills() const { return m_skills; }

    // Who has left is put away on the day.
    Status archive() {
        for (std::size_t i = 0; i < m_term.students.size(); ++i) {
            const auto &until = m_term.students[i].until;
            if (!until)
                continue;
            Edit edit(demoText("Archive %1").arg(m_term.students[i].who.name));
            edit.set(m_students[i], &Student::archived, true).set(m_students[i], &Student::until, *until);
            if (const auto done = commit(edit); !done)
                return done;
        }
        return {};
    }

    DemoMade made;

private:
    Status commit(const Edit &edit) {
        const auto committed = m_notebook.store().commit(edit);
        if (!committed)
            return passOn(committed);
        return {};
    }

    Status enroll() {
        Edit edit(demoText("Add %1 students").arg(m_term.students.size()));
        qint64 position = 0;
        for (const PlannedStudent &planned : m_term.students) {
            Student student;
            student.id = m_notebook.store().makeId();
            student.name = planned.who.name;
            student.grade = QString::number(m_term.grade);
            student.homeLanguage = planned.who.homeLanguage;
            student.supports = planned.supports;
            student.from = planned.from;
            student.position = position++;
            edit.create(student);
            m_students.push_back(student.id);
        }
        m_steps.resize(m_students.size());
        made.students = int(m_students.size());
        return commit(edit);
    }

    Status answer(const PlannedVisit &visit) {
        const Id step = m_steps[std::size_t(visit.student)];
        if (!visit.answer || step.isNull())
            return {};
        Answer answer;
        answer.id = m_notebook.store().makeId();
        answer.note = step;
        answer.at = visit.at;
        answer.level = visit.answer->level;
        answer.letGo = visit.answer->letGo;
        Edit edit(demoText("Answer step"));
        return commit(edit.create(answer));
    }

    Status photographed(const PlannedVisit &visit, const std::vector<PaintedPage> &pages) {
        std::vector<QByteArray> pictures;
        for (const PaintedPage &page : pages)
            pictures.push_back(page.jpeg);
        Destination to;
        to.student = m_students[std::size_t(visit.student)];
        to.kind = visit.kind;
        const auto kept = m_ingest.keepAll(pictures, {}, to);
        if (!kept)
            return passOn(kept);
        m_page = kept->front().page;
        m_sample = kept->front().sample;
        for (const KeptPage &page : *kept) {
            if (const auto derived = m_ingest.derivePage(page.page); !derived)
                return derived;
        }
        made.pages += int(kept->size());
        ++made.samples;
        const DemoWriting &writing = visit.pages.front();
        Edit edit(demoText("Describe writing"));
        edit.set(m_sample, &Sample::title, writing.heading);
        edit.set(m_sample, &Sample::genre, writing.genre);
        edit.set(m_sample, &Sample::words, countWords(visit.pages));
        return commit(edit);
    }

    // Who reads another language at home gets a step of the bank, so that the slip speaks it.
    void useTheBank(Note &note, const QString &homeLanguage) const {
        const QString language = languageCalled(homeLanguage);
        if (note.skill.isNull() || note.kind == NoteKind::Wonder || language.isEmpty() ||
            language == QStringLiteral("en"))
            return;
        const auto skill = std::find_if(m_skills.begin(), m_skills.end(),
                                        [&](const Skill &one) { return one.id == note.skill; });
        note.words = note.kind == NoteKind::NextStep ? skill->childWords : skill->compliment;
    }

    // Now and then a child tells the story of the page aloud.
    Status toldAloud() {
        constexpr int everySoMany = 12;
        if (made.samples % everySoMany != 1)
            return {};
        const auto seed = quint64(made.samples);
        const auto said = keepVoice(m_notebook, murmur(seed, std::chrono::seconds(7 + seed % 9), m_page));
        return said ? Status() : passOn(said);
    }

    Status stick(const PlannedVisit &visit, const PlannedNote &planned, const NotePlace &place) {
        const auto student = std::size_t(visit.student);
        Note note;
        note.id = m_notebook.store().makeId();
        note.about = planned.on == NotePlaceKind::Page     ? m_page
                     : planned.on == NotePlaceKind::Sample ? m_sample
                                                           : m_students[student];
        note.kind = planned.kind;
        note.words = planned.words;
        note.author = planned.author;
        note.skill = skillFor(m_skills, planned, m_term.students[student].who.age);
        useTheBank(note, m_term.students[student].who.homeLanguage);
        note.x = place.x;
        note.y = place.y;
        note.cardX = place.cardX;
        note.cardY = place.cardY;
        if (note.kind == NoteKind::NextStep)
            m_steps[student] = note.id;
        m_talk.notes << note.id;
        ++made.notes;
        Edit edit(demoText("Add note"));
        return commit(edit.create(note));
    }

    Status conferred(const PlannedVisit &visit, Moment until) {
        m_talk.id = m_notebook.store().makeId();
        m_talk.student = m_students[std::size_t(visit.student)];
        m_talk.from = visit.at;
        m_talk.until = until;
        m_talk.page = m_page;
        if (visit.answer) {
            m_talk.supported = true;
            m_talk.level = visit.answer->level;
        }
        Edit edit(demoText("Confer"));
        return commit(edit.create(m_talk));
    }

    Notebook &m_notebook;
    Ingest m_ingest;
    TermClock &m_clock;
    const Term &m_term;
    std::vector<Skill> m_skills;
    std::vector<Id> m_students;
    std::vector<Id> m_steps; // each student's step at hand
    Id m_page;               // the first of the visit at hand
    Id m_sample;
    Conference m_talk; // the visit at hand
};

std::vector<PageOrder> ordersOf(const Term &term, quint64 seed) {
    Chance chance = Chance(seed).fork(8);
    std::vector<PageOrder> orders;
    for (const PlannedVisit &visit : term.visits) {
        for (std::size_t i = 0; i < visit.pages.size(); ++i)
            orders.push_back({visit.pages[i], term.students[std::size_t(visit.student)].hand,
                              i == 0 ? notesOn(visit, NotePlaceKind::Page) : 0, chance.next()});
    }
    return orders;
}

} // namespace

Result<DemoMade> makeDemoClass(const QString &folder, FileSystem &files, Random &random,
                               const DemoOptions &options) {
    const auto content = builtInClass();
    if (!content)
        return passOn(content);
    const Term term = planTerm(*content, options.now, options.seed);
    TermClock clock;
    clock.set(term.start);
    const auto profile = Profile::open(folder, {files, clock, random});
    if (!profile)
        return passOn(profile);
    if (!(*profile)->entries().empty())
        return failure(
            ErrorCode::BadInput,
            demoText(
                "It holds a notebook already, and made-up children do not belong among real ones. Choose "
                "a new folder for the demo class."),
            folder);
    const auto notebook = (*profile)->create(term.name, NotebookKind::Class);
    if (!notebook)
        return passOn(notebook);
    TermTime time(**notebook, clock, term);
    if (const auto prepared = time.prepare(); !prepared)
        return passOn(prepared);

    Mornings mornings((*notebook)->store(), term, time.students(), time.skills(), options.now, options.seed);
    const auto setClock = [&](Moment moment) { clock.set(moment); };
    const std::vector<PageOrder> orders = ordersOf(term, options.seed);
    QFuture<PaintedPage> painted = QtConcurrent::mapped(orders, paint);
    const auto stop = qScopeGuard([&] {
        painted.cancel();
        painted.waitForFinished();
    });
    int next = 0;
    for (const PlannedVisit &visit : term.visits) {
        std::vector<PaintedPage> pages;
        for (std::size_t i = 0; i < visit.pages.size(); ++i) {
            if (options.cancelled && options.cancelled())
                return failure(ErrorCode::Cancelled);
            pages.push_back(painted.resultAt(next++)); // waits for it
        }
        if (const auto lived = mornings.liveUntil(visit.at, setClock); !lived)
            return passOn(lived);
        if (const auto held = time.hold(visit, pages); !held)
            return passOn(held);
        if (options.progress)
            options.progress(next, int(orders.size()));
    }
    if (const auto lived = mornings.liveUntil(options.now, setClock); !lived)
        return passOn(lived);
    clock.set(std::max(clock.now(), options.now - std::chrono::seconds(20)));
    if (const auto archived = time.archive(); !archived)
        return passOn(archived);
    time.made.notebook = (*notebook)->id();
    time.made.name = term.name;
    return time.made;
}

} // namespace inkstep
