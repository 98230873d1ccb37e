#include "demo/generator/page.h"

namespace inkstep {

namespace {

constexpr double headingSize = 1.15;
constexpr double smallestCloseness = 0.5;

int linesThatFit(const Ruling &ruling) {
    return std::max(0, int((ruling.lastBaseline + 1 - ruling.firstBaseline) / ruling.pitch) + 1);
}

// Somewhere toward the middle, as far as its length lets it.
Ruling headingRuling(const PageSpec &spec, const Ruling &ruling) {
    Ruling heading = ruling;
    heading.xHeight *= headingSize;
    const double room = spec.heading.size() > 18 ? 0.05 : 0.3;
    heading.left += (ruling.right - ruling.left) * Chance(spec.seed).fork(3).between(0, room);
    return heading;
}

// A drawing on paper without a box goes under the writing, if there is room.
QRectF roomBelow(double baseline, const PageSpec &spec, const Ruling &ruling) {
    const double top = baseline - ruling.pitch * 0.35;
    const double bottom = spec.size.height() * 0.96;
    if (bottom - top < spec.size.height() * 0.16)
        return {};
    const double height = std::min(bottom - top, spec.size.width() * 0.55);
    return {spec.size.width() * 0.12, top, spec.size.width() * 0.78, height};
}

} // namespace

QImage paintPage(const PageSpec &spec) {
    const Chance chance = Chance(spec.seed).fork(spec.hand.person);
    Writer writer(spec.hand, spec.seed);
    const bool pictured = spec.drawing != DrawingKind::None;

    Paper paper;
    for (double closeness = 1;; closeness *= 0.87) {
        paper = makePaper(spec.paper, spec.edge, spec.size, closeness, chance.fork(1));
        const int heading =
            spec.heading.isEmpty() ? 0 : writer.linesNeeded(spec.heading, headingRuling(spec, paper.ruling));
        const int needed = heading + writer.linesNeeded(spec.text, paper.ruling);
        const int reserved =
            pictured && paper.drawingBox.isEmpty() ? int(spec.size.height() * 0.22 / paper.ruling.pitch) : 0;
        const int fit = linesThatFit(paper.ruling);
        if (spec.hand.skipsLines && spec.paper == PaperKind::Lined && 2 * (needed + reserved) <= fit)
            paper.ruling.pitch *= 2;
        if (needed + reserved <= fit || closeness < smallestCloseness)
            break;
    }
    QImage &page = paper.sheet;
    Ink ink(spec.size, chance.fork(2));

    Ruling ruling = paper.ruling;
    if (!spec.heading.isEmpty()) {
        const Ruling heading = headingRuling(spec, ruling);
        ruling.firstBaseline = writer.write(ink, spec.heading, heading);
    }
    const double end = writer.write(ink, spec.text, ruling);
    ink.press(page, spec.hand.color, spec.hand.tool);

    if (pictured) {
        Chance drawing = chance.fork(4);
        const bool boxed = !paper.drawingBox.isEmpty();
        const QRectF box = boxed ? paper.drawingBox.adjusted(14, 14, -14, -14) : roomBelow(end, spec, ruling);
        if (!box.isEmpty())
            draw(page, ink, spec.drawing, box, spec.coloredIn, drawing);
    }
    return page;
}

PageSpec pageFor(const DemoWriting &writing, const Handwriting &hand, quint64 seed) {
    Chance chance = Chance(seed).fork(51);
    PageSpec spec;
    spec.heading = writing.heading;
    spec.text = writing.text;
    spec.paper = writing.paper;
    spec.hand = hand;
    spec.drawing = writing.drawing;
    spec.coloredIn = chance.is(0.85);
    spec.seed = seed;
    const double edge = chance.unit();
    if (writing.paper == PaperKind::Lined || writing.paper == PaperKind::Squared)
        spec.edge = edge < 0.45 ? Edge::TornSpiral : edge < 0.8 ? Edge::Punched : Edge::Cut;
    else if (writing.paper == PaperKind::Primary || writing.paper == PaperKind::Story)
        spec.edge = edge < 0.2 ? Edge::Punched : Edge::Cut;
    return spec;
}

} // namespace inkstep
