import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// What is seen of a large page, as sharp as its original: that part alone is decoded, once, when the fingers have come
// to rest. It lies over the preview, which shows wherever it does not reach. Lies in the page's view, unturned.
Item {
    id: root

    required property int turns
    // Where its pictures are, with %1 for the part.
    required property string address
    // Pixels there are across the whole page, unturned: none is made larger.
    required property real most
    // What is in view, 0 to 1 across and down the page as it is shown.
    required property rect seen
    // Nothing moves.
    required property bool still
    // Pixels of the screen across the whole page as it is shown.
    required property real pixels
    required property bool wanted

    readonly property bool sharp: wanted && still && waiting.place === "" && shown.status === Image.Ready
    // A little beyond the edges, so that a small step needs nothing new.
    readonly property real beyond: 0.1

    // The one that shows, and the one that loads until it is ready to.
    property PagePartPicture shown: one
    property PagePartPicture waiting: other

    signal becameSharp()

    // From the page as shown to the unturned page.
    function upright(view: rect): rect {
        switch (root.turns % 4) {
        case 1: return Qt.rect(view.y, 1 - view.x - view.width, view.height, view.width);
        case 2: return Qt.rect(1 - view.x - view.width, 1 - view.y - view.height, view.width, view.height);
        case 3: return Qt.rect(1 - view.y - view.height, view.x, view.height, view.width);
        }
        return view;
    }
    function covers(outer: rect, inner: rect): bool {
        const slack = 0.001;
        return outer.x <= inner.x + slack && outer.y <= inner.y + slack
            && outer.x + outer.width >= inner.x + inner.width - slack && outer.y + outer.height >= inner.y + inner.height - slack;
    }
    function ask(): void {
        if (!wanted || !still || seen.width <= 0 || seen.height <= 0)
            return;
        const left = Math.max(0, seen.x - beyond * seen.width);
        const top = Math.max(0, seen.y - beyond * seen.height);
        const right = Math.min(1, seen.x + seen.width * (1 + beyond));
        const bottom = Math.min(1, seen.y + seen.height * (1 + beyond));
        const x = Math.max(0, seen.x);
        const y = Math.max(0, seen.y);
        const inView = upright(Qt.rect(x, y, Math.min(1, seen.x + seen.width) - x, Math.min(1, seen.y + seen.height) - y));
        const across = root.turns % 2 ? root.pixels * width / Math.max(1, height) : root.pixels;
        const last = waiting.place !== "" ? waiting : shown;
        if (right <= left || bottom <= top || (covers(last.area, inView) && last.across >= 0.9 * Math.min(across, last.most)))
            return;
        waiting.show(upright(Qt.rect(left, top, right - left, bottom - top)), across);
    }
    // The old one stays until the new one has come.
    function swap(): void {
        if (waiting.status !== Image.Ready || waiting.place === "")
            return;
        const before = shown;
        shown = waiting;
        waiting = before;
        waiting.forget();
        becameSharp();
        ask();
    }

    onStillChanged: root.ask()
    onSeenChanged: root.ask()
    onWantedChanged: root.ask()

    // Another page, or another view of it: nothing of the one before is to lie on it.
    onAddressChanged: {
        one.forget();
        other.forget();
        ask();
    }
    PagePartPicture {
        id: one
        address: root.address
        most: root.most
        visible: root.wanted && root.shown === one
        onStatusChanged: root.swap()
    }
    PagePartPicture {
        id: other
        address: root.address
        most: root.most
        visible: root.wanted && root.shown === other
        onStatusChanged: root.swap()
    }
}
