#pragma once

#include "demo/generator/photograph.h"

#include <functional>
#include <optional>
#include <vector>

namespace inkstep {

// The test set of the page finder: photographs of pages in named classes, with the truth about each. Its
// pictures are fixed: a test holds fingerprints of some, so that figures measured on them stay comparable.
enum class SceneKind {
    Contrast,    // a page on something plain and darker
    Busy,        // ... on a pattern, on print, on boards
    WhiteDesk,   // white paper on a white desk
    Clutter,     // books, sheets, a phone about it, pencils over its edge
    Shadow,      // with a clear edge, across the page
    SecondSheet, // another sheet under this one
    Finger,      // that holds the page at its edge
    Colored,     // pastel paper
    Turned,      // in any direction
    Perspective, // from the side
    Dim,         // little light, much noise
    Bent,        // a sheet that was rolled up, or torn out of a spiral
    CutOff,      // reaches out of the picture
    NoPage,      // desks, floors and things
    Steep,       // seen from far to the side, as from a chair
    Strip,       // a sentence strip, up to five times as long as it is high
    Card,        // a small card, far away
    Painted,     // a painting, or paper in a deep color
    Framed,      // with a frame printed or drawn along its edge
    Filling,     // a page beyond the picture on all sides, or a scan of one: nothing to outline
    Hand,        // that lies over a corner
    Board,       // the page is clipped to, a little larger
    OnPages,     // other written sheets lie all about and under it
};
inline constexpr int sceneKinds = 23;
QLatin1StringView sceneName(SceneKind kind); // "white desk"
bool showsAPage(SceneKind kind);             // one with sides to find: not NoPage, not Filling

// Seeds, hands, fonts, writings and grounds of the two parts have nothing in common.
enum class Part { Development, HeldOut };

struct Scene {
    QByteArray jpeg;
    std::optional<std::array<QPointF, 4>> corners; // as Photograph's; none: nothing to outline
    QImage page;                                   // as it lay there, flat, ARGB32
    CameraSpec camera;
};

// How the picture of these three values is taken, but for the other sheet beneath.
CameraSpec sceneCamera(SceneKind kind, Part part, int number);

// The same three values give the same picture. 150 to 500 ms. Needs a QGuiApplication.
Scene makeScene(SceneKind kind, Part part, int number);
// ... with changes to how it is photographed, for figures that need a certain blur or glare.
Scene makeScene(SceneKind kind, Part part, int number, const std::function<void(CameraSpec &)> &change);

} // namespace inkstep
