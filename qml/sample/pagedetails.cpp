#include "pagedetails.h"

#include "imaging/hints.h"
#include "intake.h"
#include "pictureaddress.h"
#include "shownpage.h"
#include "store/layout.h"

#include <QCoreApplication>
#include <QDateTime>

namespace inkstep {

namespace {

const auto isoDay = QStringLiteral("yyyy-MM-dd");

QDateTime local(Moment moment) {
    return QDateTime::fromMSecsSinceEpoch(toMs(moment));
}

struct TextField {
    const char *name;
    QString Sample::*member;
};
constexpr TextField textFields[] = {
    {"title", &Sample::title},     {"genre", &Sample::genre},           {"stage", &Sample::stage},
    {"unit", &Sample::unit},       {"chosenBy", &Sample::chosenBy},     {"audience", &Sample::audience},
    {"purpose", &Sample::purpose}, {"mentorText", &Sample::mentorText},
};

bool blobHere(Database &db, const BlobRef &ref) {
    if (ref.isNull())
        return false;
    Statement &row = db.use("SELECT here FROM blob WHERE name = ?").with(ref.name);
    const bool here = row.step() && row.number(0) != 0;
    row.reset();
    return here;
}

} // namespace

QString sampleKindName(SampleKind kind) {
    switch (kind) {
    case SampleKind::Cold:
        return QCoreApplication::translate("inkstep::SampleKind", "Cold piece");
    case SampleKind::Independent:
        return QCoreApplication::translate("inkstep::SampleKind", "Independent");
    case SampleKind::InProgress:
        return QCoreApplication::translate("inkstep::SampleKind", "In progress");
    case SampleKind::Final:
        return QCoreApplication::translate("inkstep::SampleKind", "Final piece");
    case SampleKind::NotebookPage:
        return QCoreApplication::translate("inkstep::SampleKind", "Notebook page");
    }
    return {};
}

PageDetails::PageDetails(QObject *parent) : LiveValue(parent) {
    connect(this, &PageDetails::changed, this, &PageDetails::findSheet);
}

// On demand, for pages that came in before there was anything that finds it: a page someone looks at.
void PageDetails::findSheet() {
    const Page &page = value().page;
    if (ready() && !gone() && pictureHere() && !page.preview.isNull() && page.foundSheet.isEmpty() &&
        !hintsFrom(page.hints).noPage)
        workspace()->intake()->findSheetLater(page);
}

void PageDetails::setPageId(const QString &id) {
    if (m_page == idFromText(id))
        return;
    m_page = idFromText(id);
    clear();
    emit pageIdChanged();
    rerun();
}

QString PageDetails::sampleId() const {
    return value().sample.id.isNull() ? QString() : idText(value().sample.id);
}

QString PageDetails::studentId() const {
    return value().sample.student.isNull() ? QString() : idText(value().sample.student);
}

QString PageDetails::heading() const {
    const Sample &s = value().sample;
    return s.title.isEmpty() ? sampleKindName(s.kind) : s.title;
}

QString PageDetails::day() const {
    return workspace() ? dayName(value().sample.date, workspace()->parts().clock.now()) : QString();
}

QString PageDetails::picture() const {
    return pictureAddress(value().page);
}

QString PageDetails::stamp() const {
    return pictureStamp(value().page.original.name);
}

QString PageDetails::view() const {
    return viewOf(value().page);
}

int PageDetails::look() const {
    const auto flat = flatViewFrom(view());
    return !flat ? 0 : flat->clear ? 2 : 1;
}

QString PageDetails::sheet() const {
    return value().page.sheet.isEmpty() ? value().page.foundSheet : value().page.sheet;
}

QString PageDetails::hintWords() const {
    const PageHints hints = hintsFrom(value().page.hints);
    QStringList said;
    if (hints.blurred)
        said << tr("The picture looks blurred.");
    if (hints.glare)
        said << tr("Light is reflected on the page.");
    if (hints.cutOff)
        said << tr("Part of the page is not in the picture.");
    // A person who set the edges has seen the page.
    if (hints.noPage && value().page.sheet.isEmpty())
        said << tr("No edges of a page were found.");
    return said.join(QLatin1Char(' '));
}

QSizeF PageDetails::original() const {
    return {static_cast<double>(value().page.width), static_cast<double>(value().page.height)};
}

QSizeF PageDetails::sizeIn(const QString &view) const {
    return pageViewOf(turns(), view).viewSize(original().toSize());
}

QVariantMap PageDetails::sample() const {
    const Sample &s = value().sample;
    QVariantMap map;
    for (const TextField &field : textFields)
        map.insert(QString::fromLatin1(field.name), s.*(field.member));
    map.insert(QStringLiteral("kind"), static_cast<int>(s.kind));
    map.insert(QStringLiteral("lines"), s.lines);
    map.insert(QStringLiteral("words"), s.words);
    map.insert(QStringLiteral("date"), s.date ? local(*s.date).date().toString(isoDay) : QString());
    return map;
}

QStringList PageDetails::kindNames() const {
    QStringList names;
    for (std::size_t i = 0; i < EnumWords<SampleKind>::words.size(); ++i)
        names << sampleKindName(static_cast<SampleKind>(i));
    return names;
}

KindSet PageDetails::kinds() const {
    return kindsOf<Page>() | kindsOf<Sample>() | kindsOf<Student>();
}

PageDetails::Query PageDetails::query() const {
    return [page = m_page](Database &db) -> std::optional<PageFacts> {
        static const std::string sql =
            "SELECT " + columnsOf<Page>("p") + ", " + columnsOf<Sample>("s") +
            ", t.name FROM page p JOIN sample s ON s.id = p.sample JOIN student t ON t.id = s.student "
            "WHERE p.id = ? AND p.deleted = 0 AND s.deleted = 0 AND t.deleted = 0";
        Statement &row = db.use(sql).with(page);
        if (!row.step())
            return std::nullopt;
        PageFacts facts;
        facts.page = readRow<Page>(row);
        facts.sample = readRow<Sample>(row, columnCount<Page>());
        facts.student = row.text(columnCount<Page>() + columnCount<Sample>());
        row.reset();
        facts.originalHere = blobHere(db, facts.page.original);
        facts.previewHere = blobHere(db, facts.page.preview);
        return facts;
    };
}

void PageDetails::turn(int quarterTurns) {
    if (gone() || !ready())
        return;
    const int next = PageView(turns() + quarterTurns).quarterTurns();
    workspace()->perform(Edit(tr("Turn page")).set(value().page.id, &Page::rotation, qint64(next)));
}

void PageDetails::setLook(int look) {
    constexpr std::array looks{PageLook::AsShot, PageLook::Page, PageLook::Clear};
    if (gone() || !ready() || look == this->look())
        return;
    workspace()->perform(
        Edit(tr("Change look of page"))
            .set(value().page.id, &Page::look, looks.at(std::size_t(std::clamp(look, 0, 2)))));
}

void PageDetails::setSheet(const QString &sheet) {
    if (gone() || !ready() || (!sheet.isEmpty() && !sheetFrom(sheet)))
        return;
    Page after = value().page;
    after.sheet = sheet == after.foundSheet ? QString() : sheet; // then what is found counts, also later
    if (after.sheet == value().page.sheet)
        return;
    if (after.look == PageLook::AsShot)
        after.look = PageLook::ByItself;
    workspace()->perform(Edit(tr("Set edges of page")).changed(value().page, after));
}

void PageDetails::dropHints() {
    if (!gone() && ready() && !value().page.hints.isEmpty())
        workspace()->perform(Edit(QString()).set(value().page.id, &Page::hints, QString()));
}

void PageDetails::moveTo(const QString &student, const QString &sample) {
    if (gone() || !ready())
        return;
    Edit edit(tr("Move page"));
    Id target = idFromText(sample);
    if (target.isNull()) {
        Sample fresh;
        fresh.id = notebook()->store().makeId();
        fresh.student = idFromText(student);
        fresh.kind = value().sample.kind;
        fresh.date = value().sample.date;
        target = fresh.id;
        edit.create(fresh);
    }
    workspace()->perform(edit.set(value().page.id, &Page::sample, target));
}

void PageDetails::moveSample(const QString &student) {
    if (gone() || !ready() || value().sample.student == idFromText(student))
        return;
    workspace()->perform(
        Edit(tr("Give to another student")).set(value().sample.id, &Sample::student, idFromText(student)));
}

void PageDetails::setSample(const QString &field, const QVariant &to) {
    if (gone() || !ready())
        return;
    Sample after = value().sample;
    for (const TextField &text : textFields) {
        if (field == QLatin1StringView(text.name))
            after.*(text.member) = to.toString().trimmed();
    }
    if (field == QLatin1StringView("kind"))
        after.kind = static_cast<SampleKind>(std::clamp(to.toInt(), 0, 4));
    if (field == QLatin1StringView("lines"))
        after.lines = std::max(0, to.toInt());
    if (field == QLatin1StringView("words"))
        after.words = std::max(0, to.toInt());
    const QDate day = QDate::fromString(to.toString(), isoDay);
    if (field == QLatin1StringView("date") && day.isValid() &&
        (!after.date || local(*after.date).date() != day))
        after.date = fromMs(QDateTime(day, QTime(12, 0)).toMSecsSinceEpoch());
    Edit edit(tr("Change sample"));
    edit.changed(value().sample, after);
    if (!edit.isEmpty())
        workspace()->perform(std::move(edit));
}

} // namespace inkstep
