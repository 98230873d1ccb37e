import QtQuick
import Inkstep.Ui

// What one takes hold of to move a corner or a side of the sheet. For keys and the screen reader too.
Item {
    id: root

    required property string name
    // Its place in the parent.
    required property point at
    property bool corner: true

    // Under a finger, or being moved by keys.
    readonly property bool held: touch.active
    readonly property bool watched: touch.active || (activeFocus && byKeys)
    property bool byKeys: false

    // By a finger, to a place in the parent; by keys, so many pixels.
    signal dragged(point to)
    signal nudged(real across, real down)

    x: at.x - width / 2
    y: at.y - height / 2
    z: corner ? 2 : 1
    width: Theme.target
    height: Theme.target
    activeFocusOnTab: true
    Accessible.role: Accessible.Grip
    Accessible.name: name
    Accessible.description: qsTr("Arrow keys move it, with Shift ten times as far")
    Accessible.focusable: true

    onActiveFocusChanged: byKeys = activeFocus && !touch.active
    Keys.onPressed: event => {
        byKeys = true;
        const step = event.modifiers & Qt.ShiftModifier ? 10 : 1;
        const across = event.key === Qt.Key_Left ? -step : event.key === Qt.Key_Right ? step : 0;
        const down = event.key === Qt.Key_Up ? -step : event.key === Qt.Key_Down ? step : 0;
        event.accepted = across !== 0 || down !== 0;
        if (event.accepted)
            root.nudged(across, down);
    }

    Rectangle {
        anchors.centerIn: parent
        width: root.corner ? Theme.space24 : Theme.space16
        height: width
        radius: width / 2
        color: root.held ? Theme.action : Theme.card
        border.width: Theme.stroke
        border.color: Theme.action
        opacity: root.held ? Theme.paleOpacity : 1
    }
    FocusRing {
        shown: root.activeFocus
        around: width / 2
    }
    HoverHandler {
        cursorShape: Qt.SizeAllCursor
    }
    PointHandler {
        id: touch
    }
    DragHandler {
        id: drag
        target: null
        dragThreshold: 0
        grabPermissions: PointerHandler.CanTakeOverFromAnything
        property point from
        onActiveChanged: {
            if (!active)
                return;
            from = root.at;
            root.forceActiveFocus();
            root.byKeys = false;
        }
        onTranslationChanged: if (active) root.dragged(Qt.point(from.x + activeTranslation.x, from.y + activeTranslation.y))
    }
}
