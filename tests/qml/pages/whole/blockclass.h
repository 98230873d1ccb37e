// A class of 25 in the middle of a writing block, with weeks behind it: what the pages of the block show in
// use.
#pragma once

#include "../plan/planstage.h"
#include "ingest/ingest.h"
#include "ingest/skillbank.h"

#include <QAccessible>
#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace inkstep::test {

inline QImage paperWithLines(int lines) {
    QImage page(900, 1200, QImage::Format_RGB32);
    page.fill(QColor(250, 247, 239));
    QPainter painter(&page);
    for (int line = 0; line < lines; ++line)
        painter.fillRect(90, 120 + 90 * line, 500 + 40 * (line % 5), 14, QColor(50, 55, 80));
    return page;
}

inline QString spoken(QQuickItem *item) {
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) + QLatin1Char('\n') + face->text(QAccessible::Description)
                : QString();
}

// Words that are cut; a column of the sheet that is scrolled out of sight is not.
inline QStringList cutButNotScrolled(const Stage &stage) {
    return cutOff(stage, [](const QString &line) { return line.endsWith(QStringLiteral(": outside ")); });
}

inline void scrollToEnd(const Stage &stage) {
    for (QQuickItem *one : stage.visibleItems()) {
        if (one->inherits("QQuickFlickable") && !one->inherits("QQuickItemView") &&
            one->property("contentHeight").toDouble() > one->height())
            one->setProperty("contentY", one->property("contentHeight").toDouble() - one->height());
    }
}

struct BlockClass : PlanStage {
    using PlanStage::PlanStage;

    static QStringList everybody() {
        return {QStringLiteral("Maya"),  QStringLiteral("Leo"),   QStringLiteral("Ana Lucía"),
                QStringLiteral("Omar"),  QStringLiteral("Wren"),  QStringLiteral("Anneliese-Charlotte"),
                QStringLiteral("Kofi"),  QStringLiteral("Yusuf"), QStringLiteral("Zoë"),
                QStringLiteral("Priya"), QStringLiteral("Tomás"), QStringLiteral("Ines"),
                QStringLiteral("Hana"),  QStringLiteral("Mateo"), QStringLiteral("Aisha"),
                QStringLiteral("Björn"), QStringLiteral("Chidi"), QStringLiteral("Dalia"),
                QStringLiteral("Elif"),  QStringLiteral("Farah"), QStringLiteral("Gus"),
                QStringLiteral("Ivy"),   QStringLiteral("Jun"),   QStringLiteral("Kaya"),
                QStringLiteral("Lukas")};
    }
    Id bankSkill(const QString &slug) const { return skillId(workspace->notebook()->id(), slug); }

    // What nobody shall read under the curtain.
    QStringList secrets() const { return m_secrets; }

    void fill() {
        using namespace std::chrono_literals;
        const Moment now = clock.now();
        const auto bank = builtInSkillPack();
        QVERIFY(bank);
        clock.set(now - 26 * 24h);
        startClass(everybody());
        QVERIFY(commit(takeInSkills(*bank, workspace->notebook()->id(), {})));
        const QStringList taught{QStringLiteral("lead-that-hooks"), QStringLiteral("spaces"),
                                 QStringLiteral("end-marks"), QStringLiteral("one-more-thing"),
                                 QStringLiteral("first-sound")};
        Edit teach(QStringLiteral("Teach"));
        for (const QString &slug : taught) {
            teach.set(bankSkill(slug), &Skill::taughtFrom, std::optional(clock.now()));
            teach.set(bankSkill(slug), &Skill::column, qint64(taught.indexOf(slug)));
        }
        QVERIFY(commit(teach));
        const auto words = [&](const QString &slug) -> const PackSkill & {
            return *std::find_if(bank->skills.begin(), bank->skills.end(),
                                 [&](const PackSkill &skill) { return skill.id == slug; });
        };
        const QStringList all = everybody();
        for (int day = 0; day < 24; ++day) {
            clock.set(now - (24 - day) * 24h);
            if (day % 2 == 0) { // a block, a little longer each week
                WorkBlock past;
                past.from = clock.now();
                past.until = *past.from + std::chrono::minutes(18 + day);
                past.plannedMinutes = day < 12 ? 30 : 40;
                past.endedBy = BlockEnd::AsPlanned;
                add(past);
            }
            const QString name = all[day];
            const PackSkill &praised = words(taught[(day + 1) % 5]);
            const PackSkill &next = words(taught[day % 5]);
            Note note;
            note.about = student(name);
            if (day % 6 != 5) {
                note.kind = NoteKind::Noticed;
                note.skill = bankSkill(praised.id);
                note.words = praised.compliment;
                add(note);
                note.kind = NoteKind::NextStep;
                note.skill = bankSkill(next.id);
                note.words = next.childWords;
                m_secrets << praised.compliment << next.childWords;
                const Id step = add(note);
                if (day % 3) {
                    Answer answer;
                    answer.note = step;
                    answer.at = clock.now() + 24h;
                    answer.level = static_cast<SupportLevel>(day % 4);
                    add(answer);
                }
            }
            if (day % 3 == 0)
                sample(name, SampleKind::Independent);
            for (int column = 0; column < 5; ++column) {
                for (int i = day % 2; i < all.size(); i += 3 + column) {
                    Check check;
                    check.student = student(all[i]);
                    check.skill = bankSkill(taught[column]);
                    check.at = clock.now();
                    check.level =
                        static_cast<SupportLevel>((i * 7 + day + column * 3) % (column < 2 ? 2 : 5));
                    check.trying = (i + day) % 9 == 0;
                    add(check);
                }
            }
        }
        clock.set(now - 3 * 24h);
        talkWith(QStringLiteral("Maya"), words(QStringLiteral("end-marks")));
        clock.set(now);
        absent(QStringLiteral("Omar"));
        today();
    }

private:
    // A conference with a page, a question and a step on it.
    void talkWith(const QString &name, const PackSkill &next) {
        QByteArray jpeg;
        QBuffer buffer(&jpeg);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && paperWithLines(9).save(&buffer, "JPEG"));
        Ingest ingest(*workspace->notebook());
        const auto kept = ingest.keep(jpeg, {student(name), {}});
        QVERIFY(kept && ingest.derivePage(kept->page));
        Conference conference;
        conference.student = student(name);
        conference.from = clock.now();
        conference.page = kept->page;
        Note note;
        note.about = kept->page;
        note.x = 0.3;
        note.cardX = 0.5;
        const std::pair<NoteKind, QString> said[] = {
            {NoteKind::Noticed, QStringLiteral("You let the dog bark before you named it.")},
            {NoteKind::Wonder, QStringLiteral("Who was with you at the lake?")},
            {NoteKind::NextStep, next.childWords}};
        for (const auto &[kind, words] : said) {
            note.kind = kind;
            note.words = words;
            note.skill = kind == NoteKind::NextStep ? bankSkill(next.id) : Id();
            note.y = 0.2 + 0.25 * int(kind);
            note.cardY = note.y;
            m_secrets << words;
            clock.advance(std::chrono::seconds(40));
            conference.notes << add(note);
        }
        conference.until = clock.now();
        conference.level = SupportLevel::Prompt;
        conference.supported = true;
        add(conference);
    }
    // Twelve minutes into it.
    void today() {
        using namespace std::chrono_literals;
        const Moment now = clock.now();
        WorkBlock block;
        block.from = now - 12min;
        block.plannedMinutes = 40;
        const Id running = add(block);
        Note share;
        share.about = running;
        share.kind = NoteKind::Noticed;
        share.words = QStringLiteral("Yusuf read it aloud to himself before he came to ask.");
        add(share);
        share.kind = NoteKind::Wonder;
        share.words = QStringLiteral("What can we do when a word will not come?");
        add(share);
        const std::tuple<QString, QString, std::chrono::minutes> comings[] = {
            {QStringLiteral("Leo"), QStringLiteral("First words are on the paper"), 4min},
            {QStringLiteral("Ana Lucía"), QStringLiteral("Pencil is still moving"), 7min},
            {QStringLiteral("Kofi"), QStringLiteral("Read it over and found something to fix"), 12min}};
        for (const auto &[name, expect, due] : comings) {
            CheckBack back;
            back.student = student(name);
            back.expect = expect;
            back.set = now - 3min;
            back.due = now + due;
            back.block = running;
            m_secrets << expect;
            add(back);
        }
        PlanItem item;
        item.day = QDateTime::fromMSecsSinceEpoch(toMs(now)).date().toString(Qt::ISODate);
        item.minutes = 5;
        item.students = {student(QStringLiteral("Wren"))};
        item.done = true;
        add(item);
        item.done = false;
        item.position = 1;
        item.minutes = 10;
        item.skill = bankSkill(QStringLiteral("one-more-thing"));
        item.students = {student(QStringLiteral("Maya")), student(QStringLiteral("Zoë")),
                         student(QStringLiteral("Ines"))};
        add(item);
    }

    QStringList m_secrets;
};

} // namespace inkstep::test
