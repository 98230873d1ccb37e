import QtQuick
import Inkstep.Frame
import Inkstep.Ui

// Whatever the keyboard goes to comes into view, in every list and column it lies in. What a finger goes to stays
// where the finger is.
Item {
    id: root

    readonly property var focused: Window.activeFocusItem
    property bool resized: false // a keyboard came up over where one writes, say
    readonly property var keyboard: [Qt.TabFocusReason, Qt.BacktabFocusReason, Qt.ShortcutFocusReason]

    function bring(): void {
        const item = root.focused;
        const resized = root.resized;
        root.resized = false;
        if (!item || !(root.keyboard.includes(item.focusReason) || resized && item.cursorPosition !== undefined))
            return;
        for (let at = item.parent; at; at = at.parent) {
            const list = at as Flickable;
            if (list !== null && list.interactive)
                root.bringIn(list, item);
        }
    }

    function bringIn(list: Flickable, item: Item): void {
        const inside = list.contentItem.mapFromItem(item, 0, 0, item.width, item.height);
        if (list.contentHeight > list.height)
            list.contentY = root.moved(list.contentY, list.height, inside.y, inside.height, list.originY, list.contentHeight);
        if (list.contentWidth > list.width)
            list.contentX = root.moved(list.contentX, list.width, inside.x, inside.width, list.originX, list.contentWidth);
    }

    // By no more than needed, with a little room to the edge; of what is larger than the list, its beginning.
    function moved(now: real, room: real, begin: real, size: real, origin: real, whole: real): real {
        const edge = Theme.space16;
        let to = now;
        if (begin < now || size > room)
            to = begin - edge;
        else if (begin + size > now + room)
            to = begin + size - room + edge;
        else
            return now;
        return Math.max(origin, Math.min(to, origin + whole - room));
    }

    onFocusedChanged: soon.restart()
    Window.onHeightChanged: {
        resized = true;
        soon.restart();
    }

    // Once what comes with it (a row that grows, a keyboard on the screen) has its place.
    Timer {
        id: soon
        interval: 0
        onTriggered: root.bring()
    }
}
