#include "tour/walk.h"

#include "imaging/pageview.h"
#include "model/sheet.h"

#include <QQmlError>
#include <QQuickItem>
#include <QUrl>
#include <cmath>

namespace inkstep {

namespace {

// A component by its file's name.
bool isA(const QQuickItem &item, const char *component) {
    return QByteArrayView(item.metaObject()->className()).startsWith(QByteArray(component) + "_QML");
}

Stagehand::Test component(const char *name) {
    return [name](QQuickItem &item) { return isA(item, name); };
}

QRectF boxOf(QQuickItem *item) {
    return item ? item->mapRectToScene(item->boundingRect()) : QRectF();
}

// How much pencil a window shows round a place: the spread of its lightness, nothing where there is color.
double pencilAt(const QImage &picture, QPoint place) {
    const QRect part = QRect(place - QPoint(22, 6), QSize(44, 12)) & picture.rect();
    double sum = 0, squares = 0, color = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            const QColor pixel = picture.pixelColor(x, y);
            const int light = qGray(pixel.rgb());
            sum += light;
            squares += light * light;
            color += pixel.saturation();
        }
    }
    const double count = std::max(1, part.width() * part.height());
    return color / count > 40 ? 0 : squares / count - sum / count * (sum / count);
}

} // namespace

Walk::Walk(Stagehand &stage, TestCamera &camera, Store::Parts parts, std::vector<Look> looks)
    : m_stage(stage), m_camera(camera), m_parts(parts), m_looks(std::move(looks)) {}

Walk::~Walk() {
    close();
}

void Walk::all(const QString &classProfile, const QString &scratch) {
    auto writings = builtInClass();
    if (!writings) {
        m_stage.stop(wordsFor(writings.error()).sentence());
        return;
    }
    m_writings = std::move(*writings);
    firstStart(scratch + QStringLiteral("/first"));

    for (const Look &look : m_looks) {
        const bool first = &look == &m_looks.front();
        if (!m_interface)
            open(classProfile);
        wear(look);
        photograph();
        annotate();
        takeBack();
        if (first) {
            m_kept = seen(m_kept.note);
            connectFolder(scratch + QStringLiteral("/stick"));
        }
        sendNow(tourText("Everything is sent"));
        const QImage code = invite();
        if (first) {
            close();
            joinAndLook(scratch + QStringLiteral("/second"), code);
            close();
            open(classProfile);
            wear(look);
            sendNow(tourText("The first tablet knows the second"));
        }
        paper(scratch);
        places();
        if (!m_stage.going())
            return;
    }
    close();
}

void Walk::open(const QString &profile) {
    if (!m_stage.going())
        return;
    m_interface = std::make_unique<Interface>(profile, m_parts);
    m_interface->engine().setOutputWarningsToStandardError(false);
    QObject::connect(&m_interface->engine(), &QQmlEngine::warnings, &m_interface->engine(),
                     [this](const QList<QQmlError> &warnings) {
                         for (const QQmlError &warning : warnings)
                             m_stage.lament(tourText("A page complained: %1.").arg(warning.toString()));
                     });
    if (!m_interface->open()) {
        m_stage.stop(tourText("The window cannot be opened."));
        return;
    }
    m_stage.watch(m_interface->window());
    const Workspace &workspace = m_interface->workspace();
    m_stage.waitFor(tourText("the notebook to open"),
                    [&] { return workspace.state() != Workspace::Opening; });
    if (workspace.state() == Workspace::Failed)
        m_stage.stop(workspace.problem());
    m_stage.await(tourText("the pages"), component("PageHost"));
}

void Walk::close() {
    m_stage.watch(nullptr);
    m_interface.reset();
}

void Walk::wear(const Look &look) {
    if (!m_stage.going())
        return;
    m_stage.setShelf(look.name);
    Preferences &preferences = m_interface->preferences();
    preferences.setAppearance(look.dark ? 2 : 1); // Theme's
    preferences.setTextScale(look.textScale);
    m_stage.resize(look.size);
}

QQuickItem *Walk::host() const {
    return m_stage.find(component("PageHost"));
}

bool Walk::at(const QString &place) const {
    const QQuickItem *shown = host();
    return shown && shown->property("place").toString() == place;
}

void Walk::tab(const QString &label) {
    const auto isTab = [&](QQuickItem &item) {
        return isA(item, "NavigationItem") && item.property("label").toString() == label;
    };
    // A page that fills the window has a way back instead.
    for (int pages = 0; pages < 5 && m_stage.going() && !m_stage.find(isTab); ++pages) {
        const QString place = host() ? host()->property("place").toString() : QString();
        m_stage.tap(tourText("Back"));
        m_stage.waitFor(tourText("the page before"), [&] { return host() && !at(place); });
    }
    m_stage.tap(tourText("the place “%1”").arg(label), isTab);
}

void Walk::go(const QString &place, const QVariantMap &args) {
    if (QQuickItem *shown = m_stage.await(tourText("the pages"), component("PageHost")))
        QMetaObject::invokeMethod(shown, "go", Q_ARG(QString, place), Q_ARG(QVariant, args));
    m_stage.waitFor(tourText("the page “%1”").arg(place), [&] { return at(place); });
}

void Walk::pictureFor(const QString &place, const QVariantMap &args, const QString &sentence) {
    go(place, args);
    m_stage.picture(place, sentence);
}

void Walk::firstStart(const QString &profile) {
    open(profile);
    for (const Look &look : m_looks) {
        wear(look);
        m_stage.picture(QStringLiteral("welcome"), tourText("The first start"));
        m_stage.tap(QStringLiteral("startMyClass"));
        m_stage.picture(QStringLiteral("start-a-class"), tourText("A class by its list of names"));
        m_stage.tap(tourText("Back"));
        m_stage.await(QStringLiteral("startMyClass"));
    }
    close();
}

void Walk::photograph() {
    if (!m_stage.going())
        return;
    const auto number = static_cast<std::size_t>(m_shots++);
    const DemoWriting &writing = m_writings.writings[(number * 7 + 3) % m_writings.writings.size()];
    CameraSpec camera = ordinaryCamera(number + 1);
    camera.size = TestCamera::largestFrame();
    m_photo = inkstep::photograph(paintPage(pageFor(writing, handOf(number + 1, 7), number + 1)), camera);
    m_camera.show(m_photo.picture);

    tab(tourText("Today"));
    m_stage.picture(QStringLiteral("today"), tourText("Today, the whole class"));
    // One that nothing else lies over: not at the edges.
    const auto mark = [&](QQuickItem &item) {
        const double y = item.mapToScene(QPointF(0, 0)).y() / m_stage.window().height();
        return item.objectName().startsWith(QLatin1StringView("camera-")) && y > 0.2 && y < 0.6;
    };
    // Large letters push the class down: a person moves it up.
    const QSizeF window = m_stage.going() ? m_stage.window().size() : QSizeF();
    for (int tries = 0; tries < 5 && m_stage.going() && !m_stage.find(mark); ++tries) {
        m_stage.drag({window.width() / 2, window.height() * 0.6},
                     {window.width() / 2, window.height() * 0.3});
        m_stage.settle();
    }
    m_stage.tap(tourText("a camera mark on a student"), mark);
    m_stage.waitFor(tourText("the camera"), [&] { return at(QStringLiteral("camera")); });
    m_stage.await(QStringLiteral("shutter"));
    m_stage.await(QStringLiteral("liveOutline"));
    m_stage.picture(QStringLiteral("camera"), tourText("The camera, for this student, and the page it sees"));

    m_stage.tap(QStringLiteral("shutter"));
    m_stage.waitFor(tourText("the page that was photographed"), [&] { return at(QStringLiteral("page")); });
    m_words.clear();
    if (const QQuickItem *shown = host()) {
        const auto *page = shown->property("page").value<QQuickItem *>();
        m_kept = {};
        m_kept.page = page ? page->property("pageId").toString() : QString();
    }
    m_stage.waitFor(tourText("the sheet to lie flat"), [&] { return !viewShown().isEmpty(); });
    m_stage.picture(QStringLiteral("photographed"), tourText("The page, kept, and lying flat"));
    looks();
}

QString Walk::viewShown() const {
    const QQuickItem *canvas = m_stage.find(component("PageCanvas"));
    return canvas ? canvas->property("view").toString() : QString();
}

// As it was shot and clearer, a tap each; then a corner is drawn a little inwards, and that is taken back.
void Walk::looks() {
    const QString found = viewShown();
    const auto chosen = [](const QString &words) {
        return [words](QQuickItem &item) {
            return isA(item, "Segment") && item.property("text").toString() == words;
        };
    };
    if (!m_stage.find(chosen(tourText("As shot"))))
        return; // on a phone with large letters they are in the menu
    m_stage.tap(tourText("As shot"), chosen(tourText("As shot")));
    m_stage.waitFor(tourText("the page as it was shot"), [&] { return viewShown().isEmpty(); });
    m_stage.picture(QStringLiteral("as-shot"), tourText("As it was shot, at one tap"));
    m_stage.tap(tourText("Clear"), chosen(tourText("Clear")));
    m_stage.waitFor(tourText("the clear page"),
                    [&] { return viewShown().startsWith(QLatin1StringView("clear")); });
    m_stage.picture(QStringLiteral("clear"), tourText("The writing strong, the paper clean"));
    m_stage.tap(tourText("Page"), chosen(tourText("Page")));
    m_stage.waitFor(tourText("the page again"), [&] { return viewShown() == found; });

    m_stage.tap(QStringLiteral("pageEdges"));
    if (QQuickItem *corner = m_stage.await(tourText("Top left corner"))) {
        m_stage.settle();
        const QPointF at = corner->mapToScene(QPointF(corner->width() / 2, corner->height() / 2));
        m_stage.drag(at, at + QPointF(24, 24));
    }
    m_stage.picture(QStringLiteral("edges"), tourText("A corner, moved by hand"));
    m_stage.tap(tourText("Done"));
    m_stage.waitFor(tourText("the page within its new edges"), [&] {
        return viewShown() != found && viewShown().startsWith(QLatin1StringView("page"));
    });
    m_stage.tap(tourText("undo"), [](QQuickItem &item) {
        return isA(item, "IconButton") && item.property("label").toString().startsWith(tourText("Undo: "));
    });
    m_stage.waitFor(tourText("the edges as they were found"), [&] { return viewShown() == found; });
    m_stage.tick(tourText("The corner is taken back"));
}

QPointF Walk::onScene(QPointF place) const {
    const auto flat = flatViewFrom(viewShown());
    return fromShown(flat ? PageView(0, flat->corners).toView(place) : place);
}

QPointF Walk::fromShown(QPointF shown) const {
    const QQuickItem *canvas = m_stage.find(component("PageCanvas"));
    if (!canvas)
        return {};
    const QPointF onPage(shown.x() * canvas->property("pageWidth").toDouble(),
                         shown.y() * canvas->property("pageHeight").toDouble());
    return canvas->mapToScene(onPage - canvas->property("seen").toRectF().topLeft());
}

QList<QQuickItem *> Walk::notes() const {
    return m_stage.all(component("PageNote"));
}

QPointF Walk::nextWord() {
    const QImage window = m_stage.see();
    const double scale = window.devicePixelRatio();
    const auto corner = [&](std::size_t i) {
        return QPointF(m_photo.corners[i].x() / m_photo.picture.width(),
                       m_photo.corners[i].y() / m_photo.picture.height());
    };
    // A finger goes where the writing can be seen.
    const QRectF canvas = boxOf(m_stage.find(component("PageCanvas")));
    QList<QRectF> above;
    for (const char *over : {"NoteTray", "NoteEditor", "NoteCard", "FrameUndoBar", "PageStrip", "PageBar"}) {
        for (QQuickItem *item : m_stage.all(component(over)))
            above << boxOf(item).adjusted(-12, -12, 12, 12);
    }
    QPointF best;
    double most = 0;
    for (double down = 0.12; down <= 0.9; down += 0.01) {
        for (double across = 0.15; across <= 0.85; across += 0.02) {
            const QPointF upper = corner(0) + (corner(1) - corner(0)) * across;
            const QPointF lower = corner(3) + (corner(2) - corner(3)) * across;
            const QPointF place = upper + (lower - upper) * down;
            const QPointF inWindow = onScene(place);
            const bool hidden = !canvas.contains(inWindow) ||
                                std::any_of(above.begin(), above.end(),
                                            [&](const QRectF &box) { return box.contains(inWindow); });
            const bool taken = std::any_of(m_words.begin(), m_words.end(), [&](const QPointF &word) {
                return std::hypot(word.x() - place.x(), word.y() - place.y()) < 0.12;
            });
            const double pencil = hidden || taken ? 0 : pencilAt(window, (inWindow * scale).toPoint());
            if (pencil > most) {
                most = pencil;
                best = place;
            }
        }
    }
    if (most == 0)
        m_stage.stop(tourText("No writing can be seen on the page."));
    m_words << best;
    return best;
}

// Where the note's panel covers the writing, the page is pushed up from under it.
void Walk::showWriting() {
    const QQuickItem *canvas = m_stage.find(component("PageCanvas"));
    const double covered = canvas ? canvas->property("covered").toDouble() : 0;
    if (covered <= 0)
        return;
    const QPointF edge = canvas->mapToScene(QPointF(8, canvas->height() - covered - 16));
    m_stage.drag(edge, edge - QPointF(0, (canvas->height() - covered) * 0.4));
    m_stage.settle();
}

void Walk::annotate() {
    // Tap a color, tap the word, take the words from the bank.
    m_stage.tap(tourText("Add note: Noticed"));
    m_stage.await(tourText("Close"));
    m_stage.settle();
    showWriting();
    const QPointF first = nextWord();
    m_stage.tapAt(onScene(first));
    m_stage.picture(QStringLiteral("note-from-the-bank"), tourText("A note, and the skill bank for it"));
    const auto inBank = [](QQuickItem &item) {
        return isA(item, "Chip") && !item.property("skillId").toString().isEmpty();
    };
    m_stage.await(tourText("the skill bank"), inBank);
    const QList<QQuickItem *> bank = m_stage.all(inBank);
    const QString skill = bank.isEmpty() ? QString() : bank.last()->property("skillId").toString();
    m_stage.tap(tourText("a skill in the bank"), [&](QQuickItem &item) {
        return inBank(item) && item.property("skillId").toString() == skill;
    });
    m_stage.waitFor(tourText("the note to be kept"),
                    [&] { return !notes().isEmpty() && !notes().first()->property("draft").toBool(); });
    m_stage.tap(tourText("Close"));

    // Drag a color onto the word, type.
    const QPointF second = nextWord();
    if (QQuickItem *pad = m_stage.await(tourText("Add note: Next step")))
        m_stage.drag(pad->mapToScene(QPointF(pad->width() / 2, pad->height() / 2)), onScene(second));
    m_stage.waitFor(tourText("the note that was dragged onto the page"), [&] { return notes().size() == 2; });
    m_stage.settle();
    const QString words = tourText("Read it aloud and stop where your voice stops");
    m_stage.type(tourText("Words on the note"), words);
    m_stage.picture(QStringLiteral("note-typed"), tourText("A next step in words of one's own"));
    m_stage.tap(tourText("Close"));
    const auto written = [&](QQuickItem &item) {
        return isA(item, "PageNote") && item.property("words").toString() == words;
    };
    if (const QQuickItem *note = m_stage.await(tourText("the words on the note"), written))
        m_kept.note = note->property("noteId").toString();
    m_stage.picture(QStringLiteral("notes-on-the-page"), tourText("Two notes, each on its word"));
}

void Walk::takeBack() {
    const QPointF third = nextWord();
    if (QQuickItem *pad = m_stage.await(tourText("Add note: Wonder")))
        m_stage.drag(pad->mapToScene(QPointF(pad->width() / 2, pad->height() / 2)), onScene(third));
    m_stage.waitFor(tourText("a third note"), [&] { return notes().size() == 3; });
    m_stage.tap(tourText("Close"));
    const auto undo = [](QQuickItem &item) {
        return isA(item, "IconButton") && item.property("label").toString().startsWith(tourText("Undo: "));
    };
    m_stage.tap(tourText("the undo button"), undo);
    m_stage.waitFor(tourText("the third note to go"), [&] { return notes().size() == 2; });
    m_stage.picture(QStringLiteral("taken-back"), tourText("One tap took the third note back"));
    // It lies over the pages that come next.
    m_stage.waitFor(tourText("the undo bar to go"), [&] { return !m_stage.find(QStringLiteral("undoBar")); });
}

Walk::SeenNote Walk::seen(const QString &id) {
    SeenNote found;
    const auto isIt = [&](QQuickItem &item) {
        return isA(item, "PageNote") && item.property("noteId").toString() == id;
    };
    const QQuickItem *note = m_stage.await(tourText("the note"), isIt);
    const QImage window = m_stage.see();
    if (!m_stage.going())
        return found;
    const QQuickItem *page = host()->property("page").value<QQuickItem *>();
    found.page = page->property("pageId").toString();
    found.note = id;
    found.words = note->property("words").toString();
    found.place = {note->property("anchorX").toDouble(), note->property("anchorY").toDouble()};
    const QPoint end = (fromShown(found.place) * window.devicePixelRatio()).toPoint();
    found.under = window.copy(QRect(end - QPoint(60, 40), QSize(120, 80)));
    return found;
}

void Walk::withoutCamera() {
    m_camera.unplug();
    go(QStringLiteral("camera"), {});
    m_stage.await(QStringLiteral("cameraWords"));
    m_stage.picture(QStringLiteral("no-camera"), tourText("Without a camera: the sentence, and import"));
    m_camera.plug();
    m_stage.await(QStringLiteral("shutter"));
    m_stage.tick(tourText("The camera was plugged in again and is ready"));
}

void Walk::places() {
    tab(tourText("Class"));
    m_stage.picture(QStringLiteral("class"), tourText("The class"));
    const auto inView = [&](QQuickItem &item) {
        const double y = item.mapToScene(QPointF(0, 0)).y() / m_stage.window().height();
        return isA(item, "ClassStudent") && y > 0.3 && y < 0.6;
    };
    if (const QQuickItem *student = m_stage.await(tourText("a student in the class"), inView))
        m_studentId = student->property("studentId").toString();
    const QVariantMap whose{{QStringLiteral("studentId"), m_studentId}};
    pictureFor(QStringLiteral("addStudents"), {}, tourText("Adding students"));
    pictureFor(QStringLiteral("editStudent"), whose, tourText("Changing a student"));
    pictureFor(QStringLiteral("student"), whose, tourText("A child's page"));
    pictureFor(QStringLiteral("slip"), whose, tourText("The slip a child takes along"));
    tab(tourText("Samples"));
    m_stage.picture(QStringLiteral("samples"), tourText("All samples"));
    writingBlock();
    pictureFor(QStringLiteral("history"), {}, tourText("History"));
    pictureFor(QStringLiteral("join"), {}, tourText("Joining a notebook"));
    pictureFor(QStringLiteral("server"), {}, tourText("A server to sync with"));
    pictureFor(QStringLiteral("syncHistory"), {}, tourText("Earlier syncs"));
    pictureFor(QStringLiteral("recovery"), {}, tourText("Recovery words"));
    pictureFor(QStringLiteral("recover"), {}, tourText("Bringing a notebook back"));
    pictureFor(QStringLiteral("backup"), {}, tourText("The notebook in one locked file"));
    pictureFor(QStringLiteral("restore"), {}, tourText("Opening such a file"));
    pictureFor(QStringLiteral("eraseStudent"), whose, tourText("Erasing a child for good"));
    tab(tourText("Settings"));
    m_stage.picture(QStringLiteral("settings"), tourText("Settings"));
    withoutCamera();
    tab(tourText("Today"));
}

} // namespace inkstep
