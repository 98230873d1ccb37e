import QtQuick
import Inkstep.Ui

// From a note's card to the words it is about.
Item {
    id: root

    required property point tip
    required property rect card
    required property int kind
    // Its end is under a finger, and must show beside it.
    property bool grasped: false

    // From inside the card, where it comes nearest.
    readonly property point from: Qt.point(card.x + Math.max(Theme.space8, Math.min(card.width - Theme.space8, tip.x - card.x)),
                                           card.y + Math.max(Theme.space8, Math.min(card.height - Theme.space8, tip.y - card.y)))
    readonly property real across: tip.x - from.x
    readonly property real down: tip.y - from.y

    Rectangle {
        x: root.from.x
        y: root.from.y - height / 2
        width: Math.hypot(root.across, root.down)
        height: Theme.stroke
        transformOrigin: Item.Left
        rotation: Math.atan2(root.down, root.across) * 180 / Math.PI
        color: Theme.notePencil
        antialiasing: true
    }
    Rectangle {
        x: root.tip.x - width / 2
        y: root.tip.y - height / 2
        width: Theme.space12
        height: width
        radius: width / 2
        color: Theme.noteColor(root.kind)
        border.width: Theme.stroke
        border.color: Theme.notePencil
        antialiasing: true
        scale: root.grasped ? 2 : 1
    }
}
