#include "stage.h"

#include "photoprovider.h"

#include <QAccessible>
#include <QGuiApplication>
#include <QInputDevice>
#include <QTest>
#include <QtQuickTest/quicktest.h>

namespace inkstep::test {

namespace {

QPointingDevice *finger() {
    static QPointingDevice *const device = QTest::createTouchDevice();
    return device;
}

QStringList &recorded() {
    static QStringList list;
    return list;
}

void record(QtMsgType type, const QMessageLogContext &context, const QString &message) {
    // What the camera's pipeline says of a machine without sound and graphics is not about these pages; nor
    // is what Qt's clock of animations says when a busy machine closes one window while another's just ends.
    const bool ofTheMachine =
        message.startsWith(QLatin1StringView("PulseAudioService:")) ||
        message.startsWith(QLatin1StringView("QRhi")) ||
        message.startsWith(QLatin1StringView("Failed to start video surface")) ||
        message.startsWith(QLatin1StringView("QUnifiedTimer::stopAnimationDriver: driver"));
    if (type != QtDebugMsg && type != QtInfoMsg && !ofTheMachine)
        recorded() << message;
    fprintf(stderr, "%s%s\n", type == QtInfoMsg || type == QtDebugMsg ? "" : "warning: ",
            qPrintable(qFormatLogMessage(type, context, message)));
}

void collect(QQuickItem *item, std::vector<QQuickItem *> &into) {
    if (!item->isVisible() || item->opacity() <= 0)
        return;
    into.push_back(item);
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children)
        collect(child, into);
}

QString accessibleText(QQuickItem *item) {
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
    return face ? face->text(QAccessible::Name) : QString();
}

QString describe(QQuickItem *item) {
    QString text = QString::fromLatin1(item->metaObject()->className());
    if (!item->objectName().isEmpty())
        text += QLatin1Char(' ') + item->objectName();
    const QVariant words = item->property("text");
    if (words.isValid())
        text += QStringLiteral(" “%1”").arg(words.toString());
    return text;
}

QStringList unnamedNow(const Stage &stage) {
    QStringList bad;
    for (QQuickItem *item : stage.visibleItems()) {
        const bool interactive = item->inherits("QQuickAbstractButton") ||
                                 item->inherits("QQuickTextInput") || item->inherits("QQuickTextEdit") ||
                                 item->inherits("QQuickSlider") ||
                                 (item->activeFocusOnTab() && item->isEnabled());
        if (!interactive)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(item);
        const bool hasRole =
            face && face->role() != QAccessible::NoRole && face->role() != QAccessible::Client;
        if (!hasRole || face->text(QAccessible::Name).trimmed().isEmpty())
            bad << describe(item);
        else if (item->inherits("QQuickAbstractButton") && (item->width() < 48 || item->height() < 48))
            bad << describe(item) + QStringLiteral(" is smaller than a finger");
    }
    return bad;
}

QStringList cutOffNow(const Stage &stage) {
    QStringList bad;
    const double width = stage.view->width();
    for (QQuickItem *item : stage.visibleItems()) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty())
            continue;
        if (item->property("elides").toBool() || item->property("glyph").isValid())
            continue; // meant to be cut; the whole is said elsewhere
        const bool cut =
            item->property("truncated").toBool() && item->property("maximumLineCount").toInt() > 100;
        const bool wide = item->property("contentWidth").toDouble() > item->width() + 1;
        const bool high = item->property("contentHeight").toDouble() > item->height() + 1;
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const bool outside = place.left() < -1 || place.right() > width + 1;
        bool clipped = false;
        for (QQuickItem *above = item->parentItem(); above; above = above->parentItem()) {
            if (above->inherits("QQuickFlickable"))
                break; // scrolls
            if (!above->clip())
                continue;
            const QRectF window = above->mapRectToScene(QRectF(0, 0, above->width(), above->height()));
            clipped = clipped || !window.adjusted(-1, -1, 1, 1).contains(place);
        }
        if (cut || wide || high || outside || clipped)
            bad << QStringLiteral("%1: %2%3%4%5%6")
                       .arg(describe(item), cut ? QStringLiteral("truncated ") : QString(),
                            wide ? QStringLiteral("too wide ") : QString(),
                            high ? QStringLiteral("too high ") : QString(),
                            outside ? QStringLiteral("outside ") : QString(),
                            clipped ? QStringLiteral("clipped") : QString());
    }
    return bad;
}

// What still stands once it had time to come right: rows beyond the edge are made by and by, and a busy
// machine lays things out late.
QStringList lastly(const std::function<QStringList()> &wrong) {
    QStringList left;
    static_cast<void>(QTest::qWaitFor([&] { return (left = wrong()).isEmpty(); }));
    return left;
}

} // namespace

void watchWarnings() {
    qInstallMessageHandler(record);
}

QStringList warnings() {
    const QStringList list = recorded();
    recorded().clear();
    return list;
}

Stage::Stage(const QSize &size) {
    // A school day at noon: the days between things do not depend on the hour the test runs at.
    clock.set(fromMs(QDateTime(QDate(2026, 10, 14), QTime(12, 0)).toMSecsSinceEpoch()));
    workspace = std::make_unique<Workspace>(folder.path(), Store::Parts{files, clock, random, &secrets});
    preferences = std::make_unique<Preferences>(folder.path(), nullptr);
    preferences->setReducedMotion(true); // nothing to wait for
    preferences->setAppearance(Theme::Light);
    preferences->setTextScale(1);
    QSignalSpy state(workspace.get(), &Workspace::stateChanged);
    workspace->open();
    if (state.isEmpty())
        state.wait();
    view = std::make_unique<QQuickView>();
    QQmlEngine *engine = view->engine();
    engine->setProperty(Workspace::engineProperty, QVariant::fromValue(workspace.get()));
    engine->setProperty(Preferences::engineProperty, QVariant::fromValue(preferences.get()));
    engine->addImageProvider(QStringLiteral("photo"), new PhotoProvider(*workspace));
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view->setResizeMode(QQuickView::SizeRootObjectToView);
    view->resize(size);
}

Stage::~Stage() {
    // The pages go before what they look at. What they still made in the background is only deleted later,
    // which has to be before the engine goes.
    delete view->rootObject();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    view.reset();
}

void Stage::startClass(const QStringList &names) {
    QSignalSpy shown(workspace.get(), &Workspace::notebookChanged);
    workspace->startClass(QStringLiteral("Room 12"));
    QVERIFY(shown.wait());
    Edit edit(QStringLiteral("Add students"));
    qint64 position = 0;
    for (const QString &name : names) {
        Student student;
        student.id = newId(clock, random);
        student.name = name;
        student.position = position++;
        edit.create(student);
    }
    if (!names.isEmpty())
        QVERIFY(commit(edit));
}

void Stage::show() {
    view->setSource(QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Frame/Frame.qml")));
    QVERIFY(view->status() == QQuickView::Ready);
    view->show();
    view->requestActivate();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    root()->forceActiveFocus();
}

void Stage::resize(const QSize &size) {
    view->resize(size);
    QTRY_COMPARE(root()->width(), size.width());
}

Theme &Stage::theme() const {
    const int type = qmlTypeId("Inkstep.Ui", 1, 0, "Theme");
    return *view->engine()->singletonInstance<Theme *>(type);
}

std::vector<QQuickItem *> Stage::visibleItems() const {
    std::vector<QQuickItem *> items;
    collect(view->contentItem(), items);
    return items;
}

QQuickItem *Stage::item(const QString &objectName) const {
    for (QQuickItem *one : visibleItems()) {
        if (one->objectName() == objectName)
            return one;
    }
    return nullptr;
}

QQuickItem *Stage::named(const QString &accessibleName) const {
    for (QQuickItem *one : visibleItems()) {
        if (accessibleText(one).startsWith(accessibleName))
            return one;
    }
    return nullptr;
}

QString Stage::place() const {
    auto *host = root()->property("host").value<QObject *>();
    return host ? host->property("place").toString() : QString();
}

bool Stage::tap(const QString &objectName) {
    QQuickItem *found = nullptr;
    if (!QTest::qWaitFor([&] { return (found = item(objectName)) != nullptr; }))
        return false;
    return tap(found);
}

// Where it is once nothing moves it any more; a person looks before touching, too.
QPoint Stage::settledMiddle(QQuickItem *target) const {
    QPointF before, now;
    const bool settled = QTest::qWaitFor([&] {
        QQuickTest::qWaitForPolish(view.get());
        before = now;
        now = target->mapToScene(QPointF(target->width() / 2, target->height() / 2));
        return before == now && !now.isNull();
    });
    return settled ? now.toPoint() : QPoint(-1, -1);
}

bool Stage::tap(QQuickItem *target) {
    if (!target)
        return false;
    const QPoint at = settledMiddle(target);
    if (!QRect(QPoint(0, 0), view->size()).contains(at))
        return false;
    QTest::touchEvent(view.get(), finger()).press(1, at);
    QTest::touchEvent(view.get(), finger()).release(1, at);
    ++taps;
    return true;
}

void Stage::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(view.get(), key, modifiers);
}

void Stage::type(const QString &text) {
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, view.get(), Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

void Stage::go(const QString &place, const QVariantMap &args) {
    auto *host = root()->property("host").value<QObject *>();
    QVERIFY(host);
    QVERIFY(QMetaObject::invokeMethod(host, "go", Q_ARG(QString, place), Q_ARG(QVariant, QVariant(args))));
}

void Stage::settle() const {
    QVERIFY(QTest::qWaitFor([&] {
        QCoreApplication::processEvents();
        return !QQuickTest::qIsPolishScheduled(view.get());
    }));
    view->grabWindow(); // what lays itself out when it is drawn
}

void Stage::picture(const QString &name) {
    const QString folderName = qEnvironmentVariable("INKSTEP_PICTURES");
    if (!folderName.isEmpty())
        view->grabWindow().save(folderName + QLatin1Char('/') + name + QStringLiteral(".png"));
}

Id Stage::student(const QString &name) {
    return read<Id>([name](Database &db) {
        Statement &row = db.use("SELECT id FROM student WHERE name = ? AND deleted = 0").with(name);
        const Id id = row.step() ? row.id(0) : Id();
        row.reset();
        return id;
    });
}

QStringList unnamed(const Stage &stage) {
    return lastly([&] { return unnamedNow(stage); });
}

QStringList cutOff(const Stage &stage, const std::function<bool(const QString &)> &passOver) {
    return lastly([&] {
        QStringList wrong = cutOffNow(stage);
        if (passOver)
            wrong.removeIf(passOver);
        return wrong;
    });
}

} // namespace inkstep::test
