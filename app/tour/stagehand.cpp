#include "tour/stagehand.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QDir>
#include <QPointingDevice>
#include <QQuickItem>
#include <QTest>

namespace inkstep {

QString tourText(const char *text) {
    return QCoreApplication::translate("Tour", text);
}

namespace {

constexpr int strokes = 12; // steps of one drag
constexpr int rest = 120;   // ms a finger stays before it leaves the glass
constexpr int mostInVain = 3;

bool isA(const QObject &object, const char *type) {
    for (const QMetaObject *meta = object.metaObject(); meta; meta = meta->superClass()) {
        if (QLatin1StringView(meta->className()) == QLatin1StringView(type))
            return true;
    }
    return false;
}

QString spokenName(QQuickItem &item) {
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(&item);
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

// In the order they are painted, from the back.
void walk(QQuickItem &item, const std::function<void(QQuickItem &)> &visit) {
    if (!item.isVisible() || item.opacity() <= 0)
        return;
    visit(item);
    QList<QQuickItem *> children = item.childItems();
    std::stable_sort(children.begin(), children.end(),
                     [](const QQuickItem *a, const QQuickItem *b) { return a->z() < b->z(); });
    for (QQuickItem *child : children)
        walk(*child, visit);
}

} // namespace

Stagehand::Stagehand(QString folder, Console &console)
    : m_folder(std::move(folder)), m_console(console), m_finger(QTest::createTouchDevice()) {}

Stagehand::~Stagehand() = default;

void Stagehand::watch(QQuickWindow *window) {
    m_window = window;
    if (!window || !going())
        return;
    waitFor(tourText("the window to come up"), [&] { return window->isExposed(); });
    window->requestActivate();
}

void Stagehand::setShelf(const QString &shelf) {
    m_shelf = shelf;
    if (!QDir().mkpath(QDir(m_folder).filePath(shelf)))
        stop(tourText("The folder %1 cannot be made.").arg(QDir(m_folder).filePath(shelf)));
}

void Stagehand::stop(const QString &sentence) {
    if (!going())
        return;
    m_stop = m_lastDone.isEmpty() ? sentence : tourText("%1 That was after: %2").arg(sentence, m_lastDone);
    if (m_window && m_window->isExposed())
        m_window->grabWindow().save(QDir(m_folder).filePath(QStringLiteral("stopped-here.png")));
}

void Stagehand::lament(const QString &sentence) {
    if (!m_laments.contains(sentence))
        m_laments << sentence;
}

QString Stagehand::trouble() const {
    return (going() ? m_laments : QStringList{m_stop} + m_laments).join(QLatin1Char(' '));
}

bool Stagehand::waitFor(const QString &what, const std::function<bool()> &isSo, int ms) {
    if (!going())
        return false;
    if (QTest::qWaitFor(isSo, ms))
        return true;
    stop(tourText("The tour waited for %1, and it did not come.").arg(what));
    return false;
}

QList<QQuickItem *> Stagehand::all(const Test &test) const {
    QList<QQuickItem *> found;
    if (m_window)
        walk(*m_window->contentItem(), [&](QQuickItem &item) {
            if (test(item))
                found.prepend(&item);
        });
    return found;
}

QQuickItem *Stagehand::find(const Test &test) const {
    return all([&](QQuickItem &item) { return item.isEnabled() && test(item); }).value(0);
}

QQuickItem *Stagehand::find(const QString &name) const {
    if (QQuickItem *named =
            find([&](QQuickItem &item) { return item.objectName() == name && item.width() > 0; }))
        return named;
    return find([&](QQuickItem &item) { return item.width() > 0 && spokenName(item) == name; });
}

QQuickItem *Stagehand::await(const QString &what, const Test &test) {
    QQuickItem *item = nullptr;
    waitFor(what, [&] {
        item = find(test);
        return item != nullptr;
    });
    return item;
}

QQuickItem *Stagehand::await(const QString &name) {
    QQuickItem *item = nullptr;
    waitFor(tourText("“%1” to be there").arg(name), [&] {
        item = find(name);
        return item != nullptr;
    });
    return item;
}

QPointF Stagehand::middleOf(QQuickItem *item) const {
    return item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
}

// As a finger does it: by dragging the list the item is in, from the list's edge, where nothing else is.
// A list that changes meanwhile may drop the item: nothing held across a wait is sure to be there after it.
void Stagehand::bringIntoView(const QPointer<QQuickItem> &item) {
    for (QPointer<QQuickItem> list = item->parentItem(); item && list && going(); list = list->parentItem()) {
        if (!isA(*list, "QQuickFlickable") || !list->property("interactive").toBool())
            continue;
        int inVain = 0;
        for (int tries = 0; tries < 20; ++tries) {
            // Bars may lie over its edges; a short list that was thrown to its end shows what it can.
            const double margin = list->height() / (tries < 3 ? 4 : 10);
            const double y = item->mapToItem(list, QPointF(0, item->height() / 2)).y();
            const double wrong = y < margin                    ? y - list->height() / 2
                                 : y > list->height() - margin ? y - list->height() / 2
                                                               : 0;
            const double before = list->property("contentY").toDouble();
            if (wrong == 0)
                break;
            const double by = std::clamp(wrong, -list->height() * 0.4, list->height() * 0.4);
            const QPointF middle = list->mapToScene(QPointF(4, list->height() / 2));
            drag(middle + QPointF(0, by / 2), middle - QPointF(0, by / 2));
            // A list that still creeps into place takes the next touch as a hand that stops it.
            double last = before;
            int still = 0;
            waitFor(tourText("the list to stand still"), [&] {
                if (!item || !list)
                    return true;
                const double now = list->property("contentY").toDouble();
                still = now == last && !list->property("moving").toBool() ? still + 1 : 0;
                last = now;
                return still > 10;
            });
            if (!item || !list)
                return;
            // At its end it does not move; nor where a busy machine made one step of all those of the drag.
            const bool moved = std::abs(list->property("contentY").toDouble() - before) >= 1;
            inVain = moved ? 0 : inVain + 1;
            if (!going())
                break;
            if (inVain == mostInVain) { // as the keyboard would bring it
                const double begin = list->property("originY").toDouble();
                const double end = begin + list->property("contentHeight").toDouble() - list->height();
                list->setProperty("contentY", std::clamp(before + wrong, begin, std::max(begin, end)));
                break;
            }
        }
    }
}

// A sentence at the window's edge lies over what is there for some seconds; a hand waits for it to go.
bool Stagehand::underToast(const QQuickItem &item) const {
    const QPointF place = item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
    return find([&](QQuickItem &one) {
               return one.property("showing").toBool() && !one.isAncestorOf(&item) &&
                      one.mapRectToScene(QRectF(0, 0, one.width(), one.height())).contains(place);
           }) != nullptr;
}

void Stagehand::tap(const QString &name) {
    await(name);
    settle();
    tapItem([&] { return await(name); });
}

void Stagehand::tap(const QString &what, const Test &test) {
    await(what, test);
    settle();
    tapItem([&] { return await(what, test); });
}

void Stagehand::tapItem(const std::function<QQuickItem *()> &find) {
    constexpr int most = 5; // lists that still change bring it again
    for (int tries = 0; tries < most && going(); ++tries) {
        const QPointer<QQuickItem> item = find();
        if (!going() || !item)
            return;
        bringIntoView(item);
        waitFor(tourText("what lies over it to go"), [&] { return !item || !underToast(*item); });
        if (going() && item)
            return tapAt(middleOf(item));
    }
    stop(tourText("What was to be tapped never came to rest."));
}

void Stagehand::tapAt(QPointF place) {
    if (!going())
        return;
    QTest::touchEvent(m_window, m_finger.get()).press(0, place.toPoint());
    QTest::touchEvent(m_window, m_finger.get()).release(0, place.toPoint());
}

void Stagehand::drag(QPointF from, QPointF to) {
    if (!going())
        return;
    QTest::touchEvent(m_window, m_finger.get()).press(0, from.toPoint());
    for (int i = 1; i <= strokes; ++i) {
        QTest::touchEvent(m_window, m_finger.get()).move(0, (from + (to - from) * i / strokes).toPoint());
        QCoreApplication::processEvents();
    }
    // A finger that rests throws nothing: a list forgets how fast it was after 100 ms without a move.
    QTest::qWait(rest);
    QTest::touchEvent(m_window, m_finger.get()).release(0, to.toPoint());
}

void Stagehand::type(const QString &name, const QString &text) {
    tap(name);
    if (!waitFor(tourText("the keyboard to be at “%1”").arg(name), [&] {
            const QQuickItem *focus = m_window->activeFocusItem();
            return focus && (isA(*focus, "QQuickTextInput") || isA(*focus, "QQuickTextEdit"));
        }))
        return;
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Delete);
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, m_window, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

void Stagehand::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    if (going())
        QTest::keyClick(m_window, key, modifiers);
}

void Stagehand::resize(QSize size) {
    if (!going())
        return;
    m_window->resize(size);
    waitFor(tourText("the window to be %1 by %2").arg(size.width()).arg(size.height()),
            [&] { return m_window->size() == size && m_window->contentItem()->size().toSize() == size; });
}

bool Stagehand::ready(QString *waitsFor) const {
    const auto busy = all([&](QQuickItem &item) {
        if (isA(item, "QQuickStackView"))
            return item.property("busy").toBool();
        if (isA(item, "QQuickImage"))
            return item.property("status").toInt() == 2;
        // Live lists and values hang below the page that made them.
        const QObjectList &children = item.children();
        return std::any_of(children.begin(), children.end(), [&](QObject *child) {
            const QVariant isReady = child->property("ready");
            return !qobject_cast<QQuickItem *>(child) && isReady.metaType().id() == QMetaType::Bool &&
                   !isReady.toBool();
        });
    });
    if (!busy.isEmpty())
        *waitsFor = QString::fromLatin1(busy.first()->metaObject()->className());
    return busy.isEmpty();
}

void Stagehand::settle() {
    QString waitsFor;
    if (going() && !QTest::qWaitFor([&] { return ready(&waitsFor); }, patience))
        stop(tourText("The page was not ready in time: %1 still waits for what it shows.").arg(waitsFor));
    if (!going())
        return;
    QImage before;
    waitFor(tourText("the page to stand still"), [&] {
        QImage now = m_window->grabWindow();
        const bool same = now == before && ready(&waitsFor);
        before = std::move(now);
        return same;
    });
}

QImage Stagehand::see() {
    settle();
    return going() ? m_window->grabWindow() : QImage();
}

void Stagehand::picture(const QString &name, const QString &sentence) {
    const QImage seen = see();
    if (!going())
        return;
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(m_shelf)
                             .arg(++m_numbers[m_shelf], 2, 10, QLatin1Char('0'))
                             .arg(name);
    if (!seen.save(QDir(m_folder).filePath(file))) {
        stop(tourText("The picture %1 cannot be written.").arg(QDir(m_folder).filePath(file)));
        return;
    }
    ++m_pictures;
    tick(sentence, file);
}

void Stagehand::tick(const QString &sentence, const QString &picture) {
    if (!going())
        return;
    m_lastDone = sentence;
    m_console.line(picture.isEmpty() ? QStringLiteral("✓ %1").arg(sentence)
                                     : QStringLiteral("✓ %1  %2").arg(sentence, picture));
}

} // namespace inkstep
