import QtQuick
import Inkstep.Ui

// The ring of a RadioOption.
Rectangle {
    id: root

    required property bool on

    implicitWidth: Theme.iconSize
    implicitHeight: Theme.iconSize
    radius: height / 2
    color: "transparent"
    border.width: Theme.stroke
    border.color: on ? Theme.action : Theme.outline

    Rectangle {
        anchors.centerIn: parent
        width: parent.width / 2
        height: width
        radius: width / 2
        color: Theme.action
        scale: root.on ? 1 : 0

        Behavior on scale {
            NumberAnimation { duration: Theme.quick; easing.type: Easing.OutBack }
        }
    }
}
