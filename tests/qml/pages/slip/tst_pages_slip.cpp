// A slip on the screen, and the slips on paper, by touch and keyboard, in every size.
#include "../frame/stage.h"

#include "ingest/skillbank.h"
#include "slippress.h"

#include <QDesktopServices>
#include <QSignalSpy>
#include <QTest>

using namespace inkstep;
using namespace inkstep::test;

namespace {

class FakePrinting final : public Printing {
public:
    explicit FakePrinting(Printed outcome) : m_outcome(outcome) {}
    void print(PrintJob job, std::function<void(Printed)> then) override {
        if (m_outcome != Printed::HandedOver)
            return then(m_outcome);
        m_job = std::move(job);
        m_job.make({215.9, 279.4}, [this, then](Result<QByteArray> pdf) {
            document = pdf.value_or(QByteArray());
            then(m_outcome);
        });
    }
    static inline QByteArray document;

private:
    Printed m_outcome;
    PrintJob m_job;
};

class Viewer : public QObject {
    Q_OBJECT
public slots:
    void open(const QUrl &url) { opened << url; }

public:
    QList<QUrl> opened;
};

} // namespace

class SlipPagesTest : public QObject {
    Q_OBJECT

    static Id note(Stage &stage, const Id &about, NoteKind kind, const char *words,
                   const char *slug = nullptr) {
        stage.clock.advance(std::chrono::seconds(1));
        Note note;
        note.id = newId(stage.clock, stage.random);
        note.about = about;
        note.kind = kind;
        note.words = QString::fromUtf8(words);
        if (slug)
            note.skill = skillId(stage.workspace->notebook()->id(), QString::fromLatin1(slug));
        stage.commit(Edit(QString()).create(note));
        return note.id;
    }
    static void fill(Stage &stage) {
        stage.startClass({QStringLiteral("Maya"), QStringLiteral("Ana Lucía"), QStringLiteral("Leo"),
                          QStringLiteral("Omar"), QStringLiteral("Wren"), QStringLiteral("Zoë"),
                          QStringLiteral("Kofi"), QStringLiteral("Priya"), QStringLiteral("Tomás"),
                          QString(300, QLatin1Char('W'))});
        QVERIFY(stage.commit(takeInSkills(*builtInSkillPack(), stage.workspace->notebook()->id(), {})));
        QVERIFY(stage.commit(Edit(QString()).set(stage.student(QStringLiteral("Ana Lucía")),
                                                 &Student::homeLanguage, QStringLiteral("Spanish"))));
        for (const char *name : {"Maya", "Ana Lucía", "Zoë", "Kofi", "Priya", "Tomás"}) {
            const Id child = stage.student(QString::fromUtf8(name));
            note(stage, child, NoteKind::Noticed, "", "spaces");
            note(stage, child, NoteKind::NextStep, "", "lead-that-hooks");
        }
        note(stage, stage.student(QString(300, QLatin1Char('W'))), NoteKind::NextStep, "", "spaces");
        note(stage, stage.student(QStringLiteral("Leo")), NoteKind::Noticed, "You came back to it today.");
        Conference conference;
        conference.id = newId(stage.clock, stage.random);
        conference.student = stage.student(QStringLiteral("Maya"));
        conference.from = stage.clock.now();
        QVERIFY(stage.commit(Edit(QString()).create(conference)));
    }
    static void open(Stage &stage, const char *name) {
        stage.go(QStringLiteral("slip"),
                 {{QStringLiteral("studentId"), idText(stage.student(QString::fromUtf8(name)))}});
        QTRY_COMPARE(stage.place(), QStringLiteral("slip"));
    }
    static SlipPress *press(Stage &stage) { return stage.root()->findChild<SlipPress *>(); }

private slots:
    void initTestCase() { watchWarnings(); }
    void cleanup() { QCOMPARE(warnings(), QStringList()); }

    void theChildsLanguageAndTheOthers() {
        Stage stage;
        fill(stage);
        stage.show();
        open(stage, "Ana Lucía");
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: Empieza con un sonido")));
        QVERIFY(stage.named(QStringLiteral("Noticed: Tus espacios")));
        QVERIFY(stage.tap(QStringLiteral("slipLanguage")));
        QTRY_VERIFY(stage.named(QStringLiteral("English")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("English"))));
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: Start with a sound")));
        QVERIFY(stage.named(QStringLiteral("Language: English")));
    }

    void nothingElseOfTheClassIsThere() {
        Stage stage;
        fill(stage);
        stage.show();
        open(stage, "Maya");
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: ")));
        stage.settle();
        for (QQuickItem *item : stage.visibleItems()) {
            const QString text = item->property("text").toString();
            QVERIFY2(!text.contains(QStringLiteral("Leo")) && !text.contains(QStringLiteral("Room 12")),
                     qPrintable(text));
        }
        QVERIFY(!stage.item(QStringLiteral("bar")));
        stage.key(Qt::Key_Escape);
        QTRY_VERIFY(stage.place() != QStringLiteral("slip"));
    }

    void typedWordsAndNothingAndNobody() {
        Stage stage;
        fill(stage);
        stage.show();
        open(stage, "Leo");
        QTRY_VERIFY(stage.named(QStringLiteral("Noticed: You came back to it today.")));
        QVERIFY(!stage.item(QStringLiteral("slipLanguage")));
        QVERIFY(stage.tap(QStringLiteral("slipBack")));
        open(stage, "Omar");
        QTRY_VERIFY(stage.named(QStringLiteral("A compliment or a next step")));
    }

    void whoGetsOne() {
        Stage stage;
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(stage.named(QStringLiteral("7 slips on 1 sheet")));
        QVERIFY(stage.tap(QStringLiteral("slipNone")));
        QTRY_VERIFY(stage.named(QStringLiteral("Nobody is chosen yet")));
        QVERIFY(stage.tap(stage.named(QStringLiteral("Leo")))); // a compliment alone can be printed too
        QTRY_VERIFY(stage.named(QStringLiteral("1 slip on 1 sheet")));
        QVERIFY(stage.tap(QStringLiteral("slipAll")));
        QTRY_VERIFY(stage.named(QStringLiteral("8 slips on 1 sheet")));
        QVERIFY(stage.tap(QStringLiteral("slipToday")));
        QTRY_VERIFY(stage.named(QStringLiteral("1 slip on 1 sheet")));
    }

    void toThePrinterOrAFile() {
        Stage stage;
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(press(stage) && press(stage)->sheets() == 1);
        press(stage)->setPrinting(std::make_unique<FakePrinting>(Printed::HandedOver));
        QVERIFY(stage.tap(QStringLiteral("print")));
        QTRY_COMPARE(press(stage)->outcome(), QStringLiteral("On their way to the printer."));
        QVERIFY(FakePrinting::document.contains("/MediaBox [0 0 612"));

        press(stage)->setPrinting(std::make_unique<FakePrinting>(Printed::Failed));
        press(stage)->print();
        QTRY_VERIFY(press(stage)->outcome().startsWith(QStringLiteral("They could not be printed")));

        Viewer viewer;
        QDesktopServices::setUrlHandler(QStringLiteral("file"), &viewer, "open");
        press(stage)->setPrinting(std::make_unique<FakePrinting>(Printed::Unavailable));
        press(stage)->print();
        QTRY_COMPARE(press(stage)->outcome(), QStringLiteral("Opened as a PDF; print it from there."));
        QCOMPARE(viewer.opened.size(), 1);
        QFile shown(viewer.opened.first().toLocalFile());
        QVERIFY(shown.open(QIODevice::ReadOnly) && shown.read(5) == "%PDF-");
        QVERIFY(!(shown.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));

        const QString path = stage.folder.filePath(QStringLiteral("slips.pdf"));
        press(stage)->save(QUrl::fromLocalFile(path));
        QTRY_COMPARE(press(stage)->outcome(), QStringLiteral("Saved as slips.pdf."));
        QVERIFY(QFile::exists(path));
        QSignalSpy failed(stage.workspace.get(), &Workspace::failed);
        press(stage)->save(QUrl::fromLocalFile(QStringLiteral("/proc/slips.pdf")));
        QVERIFY(failed.wait());
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("slips.pdf")));
    }

    void keyboardAlone() {
        Stage stage;
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(stage.named(QStringLiteral("7 slips on 1 sheet")));
        for (int i = 0; i < 40 && !(stage.item(QStringLiteral("slipNone")) &&
                                    stage.item(QStringLiteral("slipNone"))->hasActiveFocus());
             ++i)
            stage.key(Qt::Key_Tab);
        stage.key(Qt::Key_Space);
        QTRY_VERIFY(stage.named(QStringLiteral("Nobody is chosen yet")));
    }

    void undoBarLeavesThePrinterFree() {
        Stage stage({390, 844});
        fill(stage);
        stage.show();
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(stage.item(QStringLiteral("print")));
        stage.workspace->perform(Edit(QStringLiteral("Archive Leo"))
                                     .set(stage.student(QStringLiteral("Leo")), &Student::archived, true));
        QTRY_VERIFY(stage.item(QStringLiteral("undoBar")));
        stage.settle();
        const auto placeOf = [&](const char *name) {
            const QQuickItem *item = stage.item(QString::fromLatin1(name));
            return item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF();
        };
        QVERIFY(!placeOf("print").isEmpty());
        QVERIFY(!placeOf("print").intersects(placeOf("undoBar")));
        QVERIFY(!placeOf("savePdf").intersects(placeOf("undoBar")));
    }

    void aLargeClass() {
        Stage stage;
        QStringList names;
        for (int i = 0; i < 400; ++i)
            names << QStringLiteral("Child %1").arg(i);
        stage.startClass(names);
        Edit edit{QString()};
        for (const QString &name : names) {
            Note note;
            note.id = newId(stage.clock, stage.random);
            note.about = stage.student(name);
            note.kind = NoteKind::NextStep;
            note.words = QStringLiteral("Add one more thing to your page.");
            edit.create(note);
        }
        QVERIFY(stage.commit(edit));
        stage.show();
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY_WITH_TIMEOUT(stage.named(QStringLiteral("400 slips on 50 sheets")), 20000);
    }

    void everyLook_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("dark");
        QTest::newRow("tablet") << QSize(1280, 800) << 1.0 << false;
        QTest::newRow("upright") << QSize(800, 1280) << 1.0 << false;
        QTest::newRow("phone") << QSize(390, 844) << 1.0 << false;
        QTest::newRow("dark") << QSize(1280, 800) << 1.0 << true;
        QTest::newRow("large-tablet") << QSize(1280, 800) << 2.0 << false;
        QTest::newRow("large-small") << QSize(360, 640) << 2.0 << false;
    }
    void everyLook() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, dark);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        Stage stage(size);
        fill(stage);
        stage.preferences->setTextScale(scale);
        stage.preferences->setAppearance(dark ? Theme::Dark : Theme::Light);
        stage.show();
        const auto look = [&](const char *page) {
            stage.settle();
            stage.picture(QStringLiteral("slip-%1-%2").arg(QLatin1StringView(page), name));
            QCOMPARE(unnamed(stage).join(QLatin1Char('\n')), QString());
            QCOMPARE(cutOff(stage).join(QLatin1Char('\n')), QString());
        };
        open(stage, "Ana Lucía");
        QTRY_VERIFY(stage.named(QStringLiteral("Next step: ")));
        look("child");
        stage.go(QStringLiteral("printSlips"));
        QTRY_VERIFY(press(stage) && press(stage)->sheets() == 1);
        look("print");
        if (stage.item(QStringLiteral("slipView"))) {
            QVERIFY(stage.tap(stage.named(QStringLiteral("Sheets"))));
            stage.settle();
            look("sheets");
        }
    }
};

QTEST_MAIN(SlipPagesTest)
#include "tst_pages_slip.moc"
