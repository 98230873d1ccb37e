// The part of the tour about the writing block: the sheet in use, a block from its start to its end, a
// conference, what is looked at again, who and when, slips, the bank.
#include "tour/walk.h"

#include <QPointer>
#include <QQuickItem>

namespace inkstep {

namespace {

Stagehand::Test begins(const char *name) {
    return [name](QQuickItem &item) { return item.objectName().startsWith(QLatin1StringView(name)); };
}

} // namespace

// A mark with one tap, a column's children, and the sheet as it is carried about.
void Walk::sheetInUse() {
    tab(tourText("Sheet"));
    m_stage.picture(QStringLiteral("sheet"), tourText("The sheet: who does what alone"));
    QQuickItem *grid = m_stage.await(QStringLiteral("grid"));
    if (!grid)
        return;
    const double row = grid->property("rowHeight").toDouble();
    m_stage.tapAt(grid->mapToScene(QPointF(grid->property("columnWidth").toDouble() / 2, row * 2.5)));
    m_stage.await(QStringLiteral("undoBar"));
    m_stage.picture(QStringLiteral("sheet-marked"), tourText("One tap, one mark"));
    // On a phone the undo bar lies over the feet of the columns for a while.
    m_stage.waitFor(tourText("the undo bar to go"), [&] { return !m_stage.find(QStringLiteral("undoBar")); });
    // The foot of a column that is in sight and in which somebody is not there yet.
    const double width = m_stage.going() ? m_stage.window().width() : 0;
    m_stage.tap(tourText("what the class can do, under a column"), [width](QQuickItem &item) {
        const double middle = item.mapToScene(QPointF(item.width() / 2, 0)).x();
        return begins("end-")(item) && item.property("notAlone").toInt() > 0 && middle < width;
    });
    m_stage.await(tourText("who did not"), begins("who-"));
    m_stage.picture(QStringLiteral("sheet-who"),
                    tourText("Who does not do it alone, and with what help it went"));
    m_stage.tap(tourText("Close"));
    m_stage.waitFor(tourText("who did not to close"), [&] { return !m_stage.find(begins("who-")); });
    dim(true);
    m_stage.picture(QStringLiteral("sheet-dim"), tourText("Dim and still, among writers"));
    dim(false);
    m_stage.tap(QStringLiteral("curtain"));
    m_stage.await(QStringLiteral("uncover"));
    m_stage.picture(QStringLiteral("sheet-curtain"), tourText("The curtain: names only"));
    m_stage.tap(QStringLiteral("uncover"));
}

void Walk::dim(bool on) {
    m_stage.tap(QStringLiteral("dim"));
    m_stage.waitFor(on ? tourText("the light to go down") : tourText("the light to come up"),
                    [&] { return m_interface->preferences().dim() == on; });
}

// Whoever was looked at again is asked about no more: in the looks that follow no card comes by itself and
// moves what is about to be touched.
void Walk::seeEverybodyAgain() {
    const auto seenIt = [this] {
        return m_stage.find(
            [](QQuickItem &item) { return item.objectName() == QLatin1StringView("seenIt"); });
    };
    while (m_stage.going() && seenIt()) {
        const QPointer<QQuickItem> first = seenIt();
        m_stage.tap(QStringLiteral("seenIt"));
        m_stage.waitFor(tourText("the answer to be taken"), [&] { return !first || seenIt() != first; });
    }
}

void Walk::conference() {
    go(QStringLiteral("student"), {{QStringLiteral("studentId"), m_studentId}});
    m_stage.tap(QStringLiteral("comeBack"));
    m_stage.await(tourText("an expectation"), begins("expect-"));
    m_stage.picture(QStringLiteral("come-back"),
                    tourText("Come back in ten minutes: what is expected, in one tap"));
    m_stage.tap(tourText("an expectation"), begins("expect-"));
    m_stage.waitFor(tourText("the question to close"), [&] { return !m_stage.find(begins("expect-")); });
    pictureFor(QStringLiteral("checkBacks"), {}, tourText("What is looked at again"));
    seeEverybodyAgain();
}

void Walk::writingBlock() {
    go(QStringLiteral("block"), {});
    m_stage.await(QStringLiteral("startBlock"));
    m_stage.picture(QStringLiteral("block"), tourText("The writing block, before it begins"));
    m_stage.tap(QStringLiteral("startBlock"));
    m_stage.await(QStringLiteral("stopBlock"));
    m_stage.type(QStringLiteral("shareWords"), tourText("Three of you read it aloud before you asked."));
    m_stage.tap(QStringLiteral("addShare"));
    m_stage.picture(QStringLiteral("block-running"),
                    tourText("The block goes on; something to share afterwards"));
    sheetInUse();
    conference();
    go(QStringLiteral("block"), {});
    m_stage.tap(QStringLiteral("stopBlock"));
    m_stage.tap(QStringLiteral("end-1"));
    m_stage.picture(QStringLiteral("block-ended"), tourText("What ended it, in one tap"));
    pictureFor(QStringLiteral("plan"), {}, tourText("Who needs to be seen, and tomorrow's plan"));
    pictureFor(QStringLiteral("printSlips"), {}, tourText("Slips to print"));
    pictureFor(QStringLiteral("bank"), {}, tourText("The bank, the ladder and the thresholds"));
}

} // namespace inkstep
