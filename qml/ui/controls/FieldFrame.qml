import QtQuick
import Inkstep.Ui

// The ground of everything that can be typed into.
Rectangle {
    id: root

    property bool focused: false
    property bool hovered: false
    property bool wrong: false

    color: Theme.inset
    radius: Theme.radiusCard
    border.width: focused || wrong ? Theme.stroke : Theme.hairline
    border.color: wrong ? Theme.alert : focused ? Theme.focusRing : hovered ? Theme.ink : Theme.outline

    Behavior on border.color {
        ColorAnimation { duration: Theme.quick }
    }
}
