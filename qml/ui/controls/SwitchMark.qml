import QtQuick
import Inkstep.Ui

// The part of a Switch that slides.
Rectangle {
    id: root

    required property bool on

    implicitWidth: Theme.iconSize * 2
    implicitHeight: Theme.iconSize + Theme.space4
    radius: height / 2
    color: on ? Theme.action : Theme.inset
    border.width: on ? 0 : Theme.stroke
    border.color: Theme.outline

    Rectangle {
        readonly property real gap: Theme.space4
        readonly property bool atEnd: root.on !== Theme.rightToLeft

        y: gap
        x: atEnd ? parent.width - width - gap : gap
        height: parent.height - gap * 2
        width: height
        radius: height / 2
        color: root.on ? Theme.onAction : Theme.outline

        Behavior on x {
            NumberAnimation { duration: Theme.quick; easing.type: Easing.OutCubic }
        }
    }

    Behavior on color {
        ColorAnimation { duration: Theme.quick }
    }
}
