import QtQuick
import Inkstep.Ui

// The box of a CheckBox.
Rectangle {
    id: root

    required property bool on

    implicitWidth: Theme.iconSize
    implicitHeight: Theme.iconSize
    radius: Theme.radiusNote + Theme.space2
    color: on ? Theme.action : "transparent"
    border.width: on ? 0 : Theme.stroke
    border.color: Theme.outline

    Icon {
        anchors.centerIn: parent
        glyph: Icons.check
        size: Theme.iconSmall
        color: Theme.onAction
        visible: root.on
    }

    Behavior on color {
        ColorAnimation { duration: Theme.quick }
    }
}
