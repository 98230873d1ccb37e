#pragma once

#include <QImage>
#include <QPointF>
#include <array>
#include <optional>

namespace inkstep {

// Where a page lies in a picture.
struct Outline {
    // In the upright picture's pixels, 0 at the left and upper border, clockwise from the page's top left:
    // the corner from which the side leads on that points right the most. A page that reaches out of the
    // picture has corners outside of it.
    std::array<QPointF, 4> corners;
    double certainty = 0; // 0 to 1, calibrated on the test pictures: below 0.73 nothing is given

    bool operator==(const Outline &) const = default;
};

// Finds the one page a picture is of, or nothing. `upright`: any size and format, sRGB. Looks at the picture
// at workSide pixels for candidates and at up to fineSide pixels for the corners. 40 to 120 ms; safe on any
// thread.
//
// How, all of it published and free: the color gradient of Di Zenzo (A note on the gradient of a multi-image,
// 1986), of the picture as it is and of its morphological closing, which takes writing and ruled lines away
// and leaves the sheet; lines by collinear gradients voting (O'Gorman and Clowes, Finding picture edges
// through collinearity of feature points, 1976), with the local contrast divided out so that a faint, long
// edge of white paper on a white desk counts; quadrilaterals from pairs of opposite lines, ranked by how much
// of each side there is evidence for, by where the lines end, by what lies on either side of them and is
// written between them (in the manner of Zhang and He, Whiteboard scanning and image enhancement, 2007), and
// by how near to a rectangle they are on the desk they lie on; then, since a sheet on another one hardly
// stands out from it, the sides looked for inside the likeliest of them, by the shade a sheet throws; then
// each side fitted below a pixel by a line with a bow to it, since paper curls.
std::optional<Outline> findPage(const QImage &upright);

// The same for a frame of the camera's preview: fewer candidates, no second look at full size. 10 to 40 ms.
std::optional<Outline> findPageLive(const QImage &frame);

inline constexpr int workSide = 480;     // pixels, the longer side
inline constexpr int liveWorkSide = 288; // pixels, the longer side
inline constexpr int fineSide = 2048;    // pixels, the longer side

// Two outlines compared in the first one's own rectified frame: the area they share over the area of both, 0
// to 1 (the Jaccard index of the SmartDoc competition, Burie et al., ICDAR 2015).
double sharedArea(const std::array<QPointF, 4> &truth, const std::array<QPointF, 4> &other);

} // namespace inkstep
