// Walks every control of the gallery as the screen reader and as a person with large text would.
#include "theme.h"

#include <QAccessible>
#include <QMetaProperty>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QRawFont>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace inkstep;

namespace {

constexpr double slack = 1;

QString named(const QQuickItem *item) {
    QString trail;
    for (const QQuickItem *at = item; at && trail.size() < 300; at = at->parentItem()) {
        const QString words = at->property("text").toString();
        trail += QString::fromLatin1(at->metaObject()->className()).section(QLatin1Char('_'), 0, 0) +
                 (words.isEmpty() ? QString() : QLatin1Char('(') + words.left(40) + QLatin1Char(')')) +
                 QStringLiteral(" < ");
    }
    return trail;
}

bool shows(const QQuickItem *item) {
    return item->isVisible() && item->width() > 0 && item->height() > 0;
}

void collect(QQuickItem *item, QList<QQuickItem *> &all) {
    all.append(item);
    for (QQuickItem *child : item->childItems())
        collect(child, all);
}

} // namespace

class TestGallery : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QQuickView> m_view;
    Theme *m_theme = nullptr;

    QList<QQuickItem *> items() {
        QList<QQuickItem *> all;
        collect(m_view->contentItem(), all);
        return all;
    }
    void eachSection() {
        QTest::addColumn<int>("section");
        const QStringList names = m_view->rootObject()->property("sections").toStringList();
        for (int i = 0; i < names.size(); ++i)
            QTest::addRow("%s", qPrintable(names.at(i))) << i;
    }
    void turnTo(int section) {
        m_view->rootObject()->setProperty("section", section);
        settle();
    }
    // Layouts settle over several passes; a grab runs them.
    void settle() {
        for (int pass = 0; pass < 4; ++pass) {
            QCoreApplication::processEvents();
            m_view->grabWindow();
        }
    }

private slots:
    void initTestCase() {
        QAccessible::setActive(true);
        m_view = std::make_unique<QQuickView>();
        m_view->engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_view->setResizeMode(QQuickView::SizeRootObjectToView);
        m_view->setSource(QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Gallery/Gallery.qml")));
        QCOMPARE(m_view->status(), QQuickView::Ready);
        m_theme = m_view->engine()->singletonInstance<Theme *>(qmlTypeId("Inkstep.Ui", 1, 0, "Theme"));
        QVERIFY(m_theme);
        m_theme->setReducedMotion(true);
        m_view->resize(800, 900);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }

    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        m_theme->setTextScale(1);
        m_theme->setRightToLeft(false);
        m_theme->setDark(false);
        m_view->resize(800, 900);
    }

    void cleanupTestCase() { m_view.reset(); }

    void everyControlSaysWhatItIs_data() { eachSection(); }

    void everyControlSaysWhatItIs() {
        QFETCH(int, section);
        turnTo(section);
        int controls = 0;
        for (QQuickItem *item : items()) {
            if (!shows(item) || !item->activeFocusOnTab())
                continue;
            ++controls;
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(item);
            QVERIFY2(heard, qPrintable(QStringLiteral("not heard: ") + named(item)));
            QVERIFY2(!heard->text(QAccessible::Name).isEmpty(),
                     qPrintable(QStringLiteral("no name: ") + named(item)));
            const QAccessible::Role role = heard->role();
            QVERIFY2(role != QAccessible::NoRole && role != QAccessible::Client && role != QAccessible::Pane,
                     qPrintable(QStringLiteral("no role: ") + named(item)));
        }
        QVERIFY(controls > 5);
    }

    void everyControlIsLargeEnough_data() { eachSection(); }

    void everyControlIsLargeEnough() {
        QFETCH(int, section);
        turnTo(section);
        for (QQuickItem *item : items()) {
            if (!shows(item) || !item->activeFocusOnTab() || !item->inherits("QQuickAbstractButton"))
                continue;
            QVERIFY2(
                item->width() >= m_theme->target() && item->height() >= m_theme->target(),
                qPrintable(QStringLiteral("%1 x %2: ").arg(item->width()).arg(item->height()) + named(item)));
        }
    }

    void largeTextIsNotCut_data() {
        QTest::addColumn<int>("section");
        QTest::addColumn<bool>("rightToLeft");
        const QStringList names = m_view->rootObject()->property("sections").toStringList();
        for (const bool rightToLeft : {false, true}) {
            for (int i = 0; i < names.size(); ++i)
                QTest::addRow("%s%s", qPrintable(names.at(i)), rightToLeft ? ", right to left" : "")
                    << i << rightToLeft;
        }
    }

    void largeTextIsNotCut() {
        QFETCH(int, section);
        QFETCH(bool, rightToLeft);
        m_theme->setRightToLeft(rightToLeft);
        m_theme->setTextScale(2);
        m_view->resize(360, 780);
        turnTo(section);
        int texts = 0;
        for (QQuickItem *item : items()) {
            if (!shows(item) || !item->inherits("QQuickText") || item->property("text").toString().isEmpty())
                continue;
            // A picture of the icon font is centered in its place whatever the font's line box says.
            const bool picture = item->property("glyph").isValid();
            if (picture || item->property("elides").toBool())
                continue;
            ++texts;
            const QString where = named(item);
            QVERIFY2(!item->property("truncated").toBool(),
                     qPrintable(QStringLiteral("truncated: ") + where));
            QVERIFY2(item->property("contentWidth").toDouble() <= item->width() + slack,
                     qPrintable(QStringLiteral("wider than its place: ") + where));
            QVERIFY2(item->property("contentHeight").toDouble() <= item->height() + slack,
                     qPrintable(QStringLiteral("higher than its place: ") + where));
            const QRectF seen = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
            QVERIFY2(seen.left() >= -slack && seen.right() <= m_view->width() + slack,
                     qPrintable(QStringLiteral("beyond the window's edge: ") + where));
        }
        QVERIFY(texts > 5);
    }

    void everyIconIsInTheFont() {
        const QRawFont font = QRawFont::fromFont(QFont(m_theme->iconFont()));
        QVERIFY(font.isValid());
        std::unique_ptr<QQmlComponent> component = std::make_unique<QQmlComponent>(m_view->engine());
        component->setData("import QtQml\nimport Inkstep.Ui\nQtObject { property QtObject icons: Icons }",
                           QUrl());
        const std::unique_ptr<QObject> holder(component->create());
        QVERIFY(holder);
        const QObject *icons = holder->property("icons").value<QObject *>();
        QVERIFY(icons);
        int glyphs = 0;
        for (int i = icons->metaObject()->propertyOffset(); i < icons->metaObject()->propertyCount(); ++i) {
            const QMetaProperty property = icons->metaObject()->property(i);
            const QString glyph = property.read(icons).toString();
            QCOMPARE(glyph.size(), 1);
            QVERIFY2(font.supportsCharacter(glyph.at(0)), property.name());
            ++glyphs;
        }
        QVERIFY(glyphs > 100);
    }

    void theScreenReaderPressesOnce() {
        turnTo(0);
        int pressed = 0;
        for (QQuickItem *item : items()) {
            if (!shows(item) || !item->inherits("QQuickAbstractButton") ||
                item->property("checkable").toBool())
                continue;
            if (item->metaObject()->indexOfSignal("chosen(int)") >= 0 || item->inherits("NavigationItem"))
                continue;
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(item);
            QVERIFY(heard && heard->actionInterface());
            QSignalSpy clicked(item, SIGNAL(clicked()));
            heard->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
            QVERIFY2(clicked.count() == (item->isEnabled() ? 1 : 0), qPrintable(named(item)));
            ++pressed;
            if (m_view->rootObject()->property("section").toInt() != 0)
                turnTo(0);
            if (pressed == 12)
                return;
        }
    }

    void theScreenReaderTogglesOnce() {
        turnTo(2);
        int toggled = 0;
        for (QQuickItem *item : items()) {
            if (!shows(item) || !item->isEnabled() || !item->inherits("QQuickAbstractButton") ||
                !item->property("checkable").toBool() || item->property("autoExclusive").toBool())
                continue;
            const bool before = item->property("checked").toBool();
            QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(item);
            QVERIFY(heard && heard->actionInterface());
            heard->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            QVERIFY2(item->property("checked").toBool() != before, qPrintable(named(item)));
            heard->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
            QCOMPARE(item->property("checked").toBool(), before);
            ++toggled;
        }
        QVERIFY(toggled > 3);
    }
};

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
