// What has the keyboard is in sight, on every page, however small the window and large the words.
#include "blockclass.h"
#include "stage.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

// What can be seen of it, in the window.
QRectF inSight(const QQuickItem &item) {
    QRectF seen = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    for (const QQuickItem *at = item.parentItem(); at; at = at->parentItem()) {
        if (at->clip() || !at->parentItem())
            seen &= at->mapRectToScene(QRectF(0, 0, at->width(), at->height()));
    }
    return seen;
}

} // namespace

class FocusTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void whatHasTheKeyboardIsInSight_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0;
        QTest::newRow("phone") << QSize(390, 844) << 1.0;
        QTest::newRow("lying-large") << QSize(844, 390) << 1.5;
        QTest::newRow("large-phone") << QSize(390, 844) << 2.0;
    }
    void whatHasTheKeyboardIsInSight() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        BlockClass stage(size);
        stage.startClass(BlockClass::everybody());
        stage.preferences->setTextScale(scale);
        stage.show();
        QTRY_VERIFY(stage.item(QStringLiteral("tile-Maya")));
        const QVariantMap whose{{QStringLiteral("studentId"), idText(stage.student(QStringLiteral("Maya")))}};
        QStringList hidden;
        const QVariantMap nobody;
        const std::vector<std::pair<const char *, QVariantMap>> places{
            {"today", nobody},       {"class", nobody},       {"addStudents", nobody}, {"editStudent", whose},
            {"student", whose},      {"samples", nobody},     {"block", nobody},       {"sheet", nobody},
            {"plan", nobody},        {"bank", nobody},        {"printSlips", nobody},  {"history", nobody},
            {"checkBacks", nobody},  {"sync", nobody},        {"join", nobody},        {"server", nobody},
            {"syncHistory", nobody}, {"recovery", nobody},    {"recover", nobody},     {"backup", nobody},
            {"restore", nobody},     {"eraseStudent", whose}, {"settings", nobody}};
        for (const auto &[place, args] : places) {
            stage.go(QString::fromLatin1(place), args);
            stage.settle();
            int stops = 0;
            for (constexpr int enough = 40; stops < enough; ++stops) {
                stage.key(Qt::Key_Tab);
                stage.settle();
                const QQuickItem *item = stage.view->activeFocusItem();
                if (!item || item->width() <= 0 || item->height() <= 0)
                    continue;
                const QRectF seen = inSight(*item);
                // Of what is larger than the page a part is enough.
                const double least = std::min(item->height(), double(size.height()) / 8) * 0.9;
                if (seen.height() < least || seen.width() < std::min(item->width(), 24.0))
                    hidden << QStringLiteral("%1: %2 %3 is at %4 of %5")
                                  .arg(QLatin1StringView(place),
                                       QLatin1StringView(item->metaObject()->className()),
                                       spoken(const_cast<QQuickItem *>(item)).simplified())
                                  .arg(item->mapToScene(QPointF()).y())
                                  .arg(size.height());
            }
        }
        hidden.removeDuplicates();
        QVERIFY2(hidden.isEmpty(), qPrintable(QLatin1Char('\n') + hidden.join(QLatin1Char('\n'))));
    }
};

QTEST_MAIN(FocusTest)
#include "tst_whole_focus.moc"
