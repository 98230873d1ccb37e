#include "stage.h"

#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void preferencesLast() {
        QTemporaryDir folder;
        {
            Preferences preferences(folder.path(), nullptr);
            QCOMPARE(preferences.textScale(), 0.0);
            preferences.setTextScale(7); // more than there is
            QCOMPARE(preferences.textScale(), 2.0);
            preferences.setTextScale(1.5);
            preferences.setAppearance(Theme::Dark);
            preferences.setLeftHanded(true);
            preferences.setCurtain(true);
            preferences.setReducedMotion(true);
        }
        const Preferences again(folder.path(), nullptr);
        QCOMPARE(again.textScale(), 1.5);
        QCOMPARE(again.appearance(), static_cast<int>(Theme::Dark));
        QVERIFY(again.leftHanded() && again.curtain() && again.reducedMotion());
    }

    void nonsenseInTheFileIsPassedOver() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("preferences.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[General]\nappearance=99\ntextScale=-3\nleftHanded=perhaps\n");
        file.close();
        const Preferences preferences(folder.path(), nullptr);
        QCOMPARE(preferences.appearance(), static_cast<int>(Theme::Dark)); // the nearest there is
        QCOMPARE(preferences.textScale(), 0.0);
    }

    void appearanceAndSizeWorkAtOnce() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.go(QStringLiteral("settings"));
        QVERIFY(!stage.theme().dark());
        QTRY_VERIFY(stage.named(QStringLiteral("Dark")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Dark"))));
        QTRY_VERIFY(stage.theme().dark());
        QQuickItem *size = stage.item(QStringLiteral("textSize"));
        QVERIFY(size);
        size->forceActiveFocus(Qt::TabFocusReason);
        stage.key(Qt::Key_Right);
        QTRY_COMPARE(stage.theme().textScale(), 1.05);
        QCOMPARE(stage.preferences->textScale(), 1.05);
    }

    void theNotebookIsRenamed() {
        Stage stage;
        stage.startClass({QStringLiteral("Ana")});
        stage.show();
        stage.go(QStringLiteral("settings"));
        QQuickItem *name = nullptr;
        QTRY_VERIFY((name = stage.item(QStringLiteral("notebookName"))) != nullptr);
        name->setProperty("text", QStringLiteral("Room 14"));
        QTRY_VERIFY(stage.item(QStringLiteral("rename")));
        QMetaObject::invokeMethod(name, "accepted");
        QTRY_COMPARE(stage.workspace->notebookName(), QStringLiteral("Room 14"));
    }
};

QTEST_MAIN(SettingsTest)
#include "tst_pages_settings.moc"
