#include "demo/generator/scene.h"

#include "demo/generator/classcontent.h"
#include "demo/generator/page.h"
#include "demo/generator/painting.h"

#include <QPainter>
#include <algorithm>

namespace inkstep {

namespace {

constexpr std::array developmentHands{HandStyle::Printed, HandStyle::Breip, HandStyle::Cursive};
constexpr std::array heldOutHands{HandStyle::Capitals, HandStyle::Slanted};

void lieOnPlain(CameraSpec &spec, Part part, Chance &chance) {
    spec.things = chance.is(0.3) ? 1 : 0;
    const int which = chance.below(3);
    if (part == Part::Development) {
        if (which == 0)
            spec.ground = Ground::Felt;
        else
            spec.desk = which == 1 ? Desk::Wood : Desk::Cloth;
    } else if (which == 0) {
        spec.ground = Ground::Slate;
    } else {
        spec.desk = which == 1 ? Desk::DarkWood : Desk::Carpet;
    }
}

void lieOnPattern(CameraSpec &spec, Part part, Chance &chance) {
    static constexpr std::array development{Ground::Tiles, Ground::Stripes, Ground::Plaid, Ground::Speckled};
    static constexpr std::array heldOut{Ground::Boards, Ground::Print, Ground::Marble, Ground::Hexagons};
    spec.ground = part == Part::Development ? chance.pick(development) : chance.pick(heldOut);
}

void lieOnWhite(CameraSpec &spec, Part part, Chance &chance) {
    spec.things = chance.is(0.3) ? 1 : 0;
    if (part == Part::Development)
        spec.desk = Desk::White;
    else
        spec.ground = Ground::Pale;
    spec.contact = chance.between(0.06, 0.26);
}

void lieAnywhere(CameraSpec &spec, Part part, Chance &chance) {
    const double where = chance.unit();
    if (where < 0.55)
        lieOnPlain(spec, part, chance);
    else if (where < 0.85)
        lieOnPattern(spec, part, chance);
    else
        lieOnWhite(spec, part, chance);
}

CameraSpec cameraOf(SceneKind kind, Part part, Chance chance) {
    static constexpr std::array sizes{QSize(1200, 1600), QSize(1600, 1200), QSize(1080, 1440),
                                      QSize(1536, 1152), QSize(900, 1600),  QSize(1280, 1280)};
    CameraSpec spec = ordinaryCamera(chance.next());
    spec.size = chance.pick(sizes);
    spec.fill = chance.between(0.62, 0.95);
    spec.pitch = chance.normal() * 8;
    spec.yaw = chance.normal() * 6;
    spec.roll = chance.normal() * 5;
    spec.curl = chance.between(0, 0.6);
    spec.contact = chance.between(0.12, 0.4);
    switch (kind) {
    case SceneKind::Contrast:
        lieOnPlain(spec, part, chance);
        break;
    case SceneKind::Busy:
        lieOnPattern(spec, part, chance);
        break;
    case SceneKind::WhiteDesk:
        lieOnWhite(spec, part, chance);
        break;
    case SceneKind::Clutter:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.5, 0.82);
        spec.clutter = 4 + chance.below(5);
        spec.mishaps.thingsOnEdges = 1 + chance.below(3);
        break;
    case SceneKind::Shadow:
        lieAnywhere(spec, part, chance);
        spec.mishaps.shadow = chance.between(0.25, 0.6);
        break;
    case SceneKind::Finger:
        lieAnywhere(spec, part, chance);
        spec.mishaps.fingers = 1 + chance.below(3);
        break;
    case SceneKind::Turned:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.7, 0.95);
        spec.roll = chance.between(-180, 180);
        break;
    case SceneKind::Perspective:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.7, 0.95);
        spec.pitch = (chance.is(0.5) ? 1 : -1) * chance.between(18, 34);
        spec.yaw = chance.normal() * 14;
        break;
    case SceneKind::Dim:
        lieAnywhere(spec, part, chance);
        spec.light = Light::Dim;
        spec.mishaps.exposure = chance.between(0.35, 0.6);
        spec.noise = chance.between(5, 8);
        break;
    case SceneKind::Bent:
        lieAnywhere(spec, part, chance);
        spec.curl = chance.between(0.9, 1.4);
        break;
    case SceneKind::CutOff: {
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.86, 0.97);
        // Along both sides of the picture, since the page fills one of them only.
        const double far = chance.between(0.1, 0.16);
        spec.push = {chance.is(0.5) ? far : -far, chance.is(0.5) ? far : -far};
        break;
    }
    case SceneKind::NoPage:
        lieAnywhere(spec, part, chance);
        spec.contact = 0;
        spec.things = chance.below(4);
        spec.clutter = chance.below(4);
        spec.clutterHasPapers = false;
        if (chance.is(0.25))
            spec.mishaps.shadow = chance.between(0.2, 0.5);
        break;
    case SceneKind::Steep:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.7, 0.95);
        spec.pitch = chance.between(38, 54);
        spec.yaw = chance.normal() * 8;
        if (chance.is(0.5))
            spec.roll += chance.is(0.5) ? 90 : -90;
        break;
    case SceneKind::Strip:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.6, 0.95);
        if (chance.is(0.3))
            spec.roll += chance.between(-90, 90);
        break;
    case SceneKind::Card:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.24, 0.44);
        spec.curl = chance.between(0, 0.3);
        break;
    case SceneKind::Filling:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(1.3, 1.5);
        spec.pitch = chance.normal() * 4;
        spec.yaw = chance.normal() * 3;
        spec.roll = chance.normal() * 1.5;
        break;
    case SceneKind::Hand:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.62, 0.85);
        spec.mishaps.hand = true;
        break;
    case SceneKind::Board: {
        static constexpr std::array<QRgb, 4> development{0xFF7B5A3C, 0xFF2C2C30, 0xFFC8CCD2, 0xFF3D6A9E};
        static constexpr std::array<QRgb, 4> heldOut{0xFF9A7650, 0xFF4A4E54, 0xFFE6E4DE, 0xFF8A4A6A};
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.62, 0.88);
        spec.board = part == Part::Development ? chance.pick(development) : chance.pick(heldOut);
        spec.mishaps.clip = chance.is(0.8);
        break;
    }
    case SceneKind::OnPages:
        lieAnywhere(spec, part, chance);
        spec.fill = chance.between(0.6, 0.85);
        break;
    case SceneKind::SecondSheet:
    case SceneKind::Colored:
    case SceneKind::Painted:
    case SceneKind::Framed:
        lieAnywhere(spec, part, chance);
        break;
    }
    return spec;
}

PageSpec pageOf(SceneKind kind, Part part, Chance chance) {
    static const ClassContent content = builtInClass().value();
    static constexpr std::array sizes{QSize(1100, 1422), QSize(1100, 1556), QSize(1100, 1556),
                                      QSize(1100, 1340)};
    // Every other writing.
    const int half = int(content.writings.size()) / 2;
    const auto which = std::size_t(2 * chance.below(half) + (part == Part::HeldOut ? 1 : 0));
    Handwriting hand = handOf(chance.next(), 5 + chance.below(6));
    hand.style = part == Part::Development ? chance.pick(developmentHands) : chance.pick(heldOutHands);
    PageSpec spec = pageFor(content.writings[which], hand, chance.next());
    spec.size = chance.pick(sizes);
    if (chance.is(0.2))
        spec.size = QSize(1300, 920); // a sheet across
    if (kind == SceneKind::Colored)
        spec.paper = PaperKind::Colored;
    else if (kind == SceneKind::WhiteDesk && spec.paper == PaperKind::Colored)
        spec.paper = PaperKind::Blank;
    if (kind == SceneKind::Bent)
        spec.edge = chance.is(0.5) ? Edge::TornSpiral : spec.edge;
    else if (spec.edge == Edge::TornSpiral)
        spec.edge = Edge::Cut;
    if (kind == SceneKind::Strip)
        spec.size = QSize(1400, int(1400 / chance.between(2.2, 5)));
    else if (kind == SceneKind::Card)
        spec.size = QSize(900, int(900 / chance.between(1.3, 1.7)));
    if (kind == SceneKind::Strip || kind == SceneKind::Card) {
        spec.edge = Edge::Cut;
        spec.drawing = DrawingKind::None;
    }
    return spec;
}

void color(QImage &page, Part part, Chance chance) {
    static constexpr std::array<QRgb, 7> developmentPaints{0xFF2E5FA8, 0xFF3C8C4A, 0xFFC93A32, 0xFFE3B23C,
                                                           0xFF6B4A2F, 0xFF7A4C93, 0xFF2B2D33};
    static constexpr std::array<QRgb, 7> heldOutPaints{0xFF1F7A8C, 0xFF7FA12E, 0xFFD96C2C, 0xFFB8336A,
                                                       0xFF4A3B5C, 0xFF9C7A54, 0xFF24443A};
    const auto &paints = part == Part::Development ? developmentPaints : heldOutPaints;
    if (chance.is(0.6))
        paintOver(page, paints, chance.fork(1));
    else
        dyeDeep(page, chance.pick(paints));
}

} // namespace

QLatin1StringView sceneName(SceneKind kind) {
    static constexpr std::array names{
        "contrast", "busy",        "white desk", "clutter", "shadow",  "second sheet", "finger",  "colored",
        "turned",   "perspective", "dim",        "bent",    "cut off", "no page",      "steep",   "strip",
        "card",     "painted",     "framed",     "filling", "hand",    "board",        "on pages"};
    return QLatin1StringView(names[std::size_t(kind)]);
}

bool showsAPage(SceneKind kind) {
    return kind != SceneKind::NoPage && kind != SceneKind::Filling;
}

namespace {
// Seeds of the parts are apart by construction, whatever the number.
Chance chanceOf(SceneKind kind, Part part, int number) {
    return Chance(quint64(number) * 2 + (part == Part::HeldOut ? 1 : 0)).fork(100 + quint64(kind));
}

// The page as a scanner takes it, from edge to edge, laid in not quite straight.
QImage scanOf(const QImage &page, Chance chance) {
    const QSize size = page.size() * chance.between(0.8, 1.2);
    QImage scan(size, QImage::Format_RGB32);
    scan.fill(Qt::white);
    QPainter painter(&scan);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.rotate(chance.is(0.4) ? 0 : chance.normal() * 0.6);
    const double closer = chance.between(1, 1.08); // no edge is seen
    painter.drawImage(QRectF(-size.width() / 2.0 * closer, -size.height() / 2.0 * closer,
                             size.width() * closer, size.height() * closer),
                      page);
    return scan;
}

Scene filling(Scene scene, Chance chance) {
    Chance own = chance.fork(5);
    if (own.is(0.4))
        drawFrame(scene.page, own.fork(1));
    Photograph photo;
    if (own.is(0.5)) {
        photo.picture = scanOf(scene.page, own.fork(2));
    } else {
        // As long one way as the page, or it would not be filled.
        if ((scene.page.width() > scene.page.height()) !=
            (scene.camera.size.width() > scene.camera.size.height()))
            scene.camera.size.transpose();
        if (scene.camera.size.width() == scene.camera.size.height())
            scene.camera.size = scene.page.size();
        photo = photograph(scene.page, scene.camera);
    }
    Chance codec = chance.fork(4);
    scene.jpeg = jpegOf(photo, {}, 62 + codec.below(32));
    return scene;
}
} // namespace

CameraSpec sceneCamera(SceneKind kind, Part part, int number) {
    return cameraOf(kind, part, chanceOf(kind, part, number).fork(1));
}

Scene makeScene(SceneKind kind, Part part, int number) {
    return makeScene(kind, part, number, [](CameraSpec &) {});
}

Scene makeScene(SceneKind kind, Part part, int number, const std::function<void(CameraSpec &)> &change) {
    const Chance chance = chanceOf(kind, part, number);
    Scene scene;
    scene.camera = sceneCamera(kind, part, number);
    if (kind == SceneKind::SecondSheet)
        scene.camera.beneath = paintPage(pageOf(kind, part, chance.fork(2)));
    else if (kind == SceneKind::OnPages)
        for (quint64 i = 0; i < 3; ++i)
            scene.camera.strewn.push_back(paintPage(pageOf(kind, part, chance.fork(6 + i))));
    change(scene.camera);
    if (kind == SceneKind::NoPage) {
        scene.page = QImage(1100, 1422, QImage::Format_ARGB32);
        scene.page.fill(Qt::transparent);
    } else {
        scene.page = paintPage(pageOf(kind, part, chance.fork(3)));
        if (kind == SceneKind::Painted)
            color(scene.page, part, chance.fork(5));
        else if (kind == SceneKind::Framed)
            drawFrame(scene.page, chance.fork(5));
        else if (kind == SceneKind::Filling)
            return filling(std::move(scene), chance);
    }
    const Photograph photo = photograph(scene.page, scene.camera);
    Chance codec = chance.fork(4);
    scene.jpeg = jpegOf(photo, {}, 62 + codec.below(32));
    if (showsAPage(kind))
        scene.corners = photo.corners;
    return scene;
}

} // namespace inkstep
