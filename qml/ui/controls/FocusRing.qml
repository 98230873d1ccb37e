import QtQuick
import Inkstep.Ui

// Where the keyboard is. Sits outside its parent so that it shows on any ground.
Rectangle {
    id: root

    required property bool shown
    property real around: Theme.space12

    anchors.fill: parent
    anchors.margins: -Theme.space4
    radius: around + Theme.space4
    color: "transparent"
    border.width: Theme.stroke
    border.color: Theme.focusRing
    visible: shown
    z: 1
}
