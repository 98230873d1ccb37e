// The part of the tour about pages: a scan brought in, several pages of one sample, two side by side, a
// voice.
#include "intake.h"
#include "store/layout.h"
#include "tour/walk.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QQuickItem>
#include <QUrl>

namespace inkstep {

namespace {

// What a copier makes of two sheets.
void writeScan(const QString &path, const QImage &sheet) {
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    QPainter painter(&writer);
    for (int page = 0; page < 2; ++page) {
        if (page > 0)
            writer.newPage();
        const QSize fitted = sheet.size().scaled(QSize(writer.width(), writer.height()), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint(0, 0), fitted), sheet);
    }
}

} // namespace

void Walk::paper(const QString &scratch) {
    if (!m_stage.going())
        return;
    Workspace &workspace = m_interface->workspace();
    struct Told {
        Id page;
        Id student;
    };
    // The child who told a story, and the page it was told about.
    const auto told = workspace.notebook()->store().read([](Database &db) {
        Statement &row = db.use(
            "SELECT p.id, s.student FROM voice v JOIN page p ON p.id = v.about JOIN sample s ON s.id = "
            "p.sample JOIN student t ON t.id = s.student WHERE coalesce(t.archived, 0) = 0 ORDER BY v.at "
            "DESC LIMIT 1");
        const Told found = row.step() ? Told{row.id(0), row.id(1)} : Told{};
        row.reset();
        return found;
    });
    if (!told || told->page.isNull())
        return m_stage.stop(tourText("The class has no voice note."));
    go(QStringLiteral("page"), {{QStringLiteral("pageId"), idText(told->page)}});
    // On a phone with large letters they are in the menu.
    m_stage.await(tourText("More about this page"));
    m_stage.see();
    if (!m_stage.find(tourText("Voice notes: 1")))
        m_stage.tap(tourText("More about this page"));
    m_stage.tap(tourText("Voice notes: 1"));
    m_stage.await(QStringLiteral("record"));
    m_stage.picture(QStringLiteral("voice-note"), tourText("What the writer told about the page"));
    m_stage.tap(tourText("Close"));

    const QString scan = scratch + QStringLiteral("/scan%1.pdf").arg(m_shots);
    writeScan(scan, m_photo.picture);
    QString scanned;
    const auto kept = QObject::connect(workspace.intake(), &Intake::kept, workspace.intake(),
                                       [&](int, const QString &, const QString &page) { scanned = page; });
    workspace.intake()->keepFiles({QUrl::fromLocalFile(scan)}, {told->student, {}, SampleKind::Final});
    m_stage.waitFor(
        tourText("the scan’s pages"), [&] { return !scanned.isEmpty(); }, Stagehand::longPatience);
    QObject::disconnect(kept);
    go(QStringLiteral("page"), {{QStringLiteral("pageId"), scanned}});
    m_stage.picture(QStringLiteral("scanned"), tourText("A scanned PDF’s pages are the pages of a sample"));
    go(QStringLiteral("compare"),
       {{QStringLiteral("pageId"), scanned}, {QStringLiteral("otherId"), idText(told->page)}});
    m_stage.picture(QStringLiteral("compare"), tourText("Two pages of one writer, side by side"));
}

} // namespace inkstep
