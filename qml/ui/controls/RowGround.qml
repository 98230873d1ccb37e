import QtQuick
import Inkstep.Ui

// The ground of a row that can be pressed.
Rectangle {
    id: root

    property bool hovered: false
    property bool pressed: false
    property bool selected: false

    radius: Theme.radiusCard
    color: pressed ? Theme.press : selected ? Theme.actionTint : hovered ? Theme.hover : "transparent"

    Behavior on color {
        ColorAnimation { duration: Theme.quick }
    }
}
