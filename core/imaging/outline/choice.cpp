#include "imaging/outline/choice.h"

#include <algorithm>

namespace inkstep {

namespace {

constexpr double samePaper = 0.2;   // of Traits::apart: up to here it is one paper inside and outside
constexpr double sameBeside = 0.12; // of Traits::leastStep: the same of one side, right beside it
constexpr double otherRim = 0.5;    // of Traits::alike: less, and the middle is of another material
constexpr double oneSheet = 0.7;    // ... and more, and it is not
constexpr double nearlyAsGood = 4;  // log odds
constexpr double mostOfIt = 0.7;    // of Traits::area: a sheet covers about half of its board at least
constexpr double tolerance = 3;     // pixels a sheet's corner may lie beyond its board's side

bool isWithin(const Corners &inner, const Corners &outer) {
    return std::all_of(inner.begin(), inner.end(), [&](QPointF corner) {
        for (std::size_t i = 0; i < outer.size(); ++i) {
            const QPointF side = outer[(i + 1) % 4] - outer[i];
            if (cross(side, corner - outer[i]) < -tolerance * lengthOf(side))
                return false;
        }
        return true;
    });
}

} // namespace

bool isDrawnOnPaper(const Quad &quad) {
    return quad.traits.apart <= samePaper || quad.traits.leastStep <= sameBeside;
}

std::optional<Quad> pageAmong(const std::vector<Quad> &quads) {
    if (quads.empty())
        return std::nullopt;
    const Quad &first = quads.front();
    if (first.traits.alike >= otherRim)
        return first;
    const auto sheet = std::find_if(quads.begin(), quads.end(), [&](const Quad &quad) {
        return quad.traits.alike > oneSheet && !isDrawnOnPaper(quad) &&
               quad.traits.area < first.traits.area && quad.traits.area > mostOfIt * first.traits.area &&
               quad.score > first.score - nearlyAsGood && isWithin(quad.corners, first.corners);
    });
    return sheet != quads.end() ? *sheet : first;
}

} // namespace inkstep
