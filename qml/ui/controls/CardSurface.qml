import QtQuick
import Inkstep.Ui

// Card stock lying on the paper.
Item {
    id: root

    property bool hovered: false
    property bool pressed: false
    property bool selected: false
    property real radius: Theme.radiusCard
    property color color: Theme.card
    // Lies higher: a dialog, a menu, something being dragged.
    property bool lifted: false

    SoftShadow {
        anchors.fill: parent
        anchors.topMargin: root.lifted ? Theme.space8 : Theme.space2
        anchors.bottomMargin: root.lifted ? -Theme.space8 : -Theme.space2
        radius: root.radius
        blur: root.lifted ? Theme.space32 : root.hovered ? Theme.space16 : Theme.space8
        color: Theme.shadow
        strength: root.pressed ? Theme.shadowStrength / 2 : Theme.shadowStrength * (root.lifted ? 2 : 1)
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: root.color
        border.width: root.selected ? Theme.stroke : Theme.dark || !root.lifted ? Theme.hairline : 0
        border.color: root.selected ? Theme.action : Theme.line
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: Theme.press
        visible: root.pressed
    }
}
