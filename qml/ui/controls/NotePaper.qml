import QtQuick
import Inkstep.Ui

// The paper of a sticky note: its color, the shadow of an edge that does not quite lie flat, a hint of the glue strip.
Item {
    id: root

    property int kind: Theme.NextStep
    property bool hovered: false
    property bool pressed: false
    property bool selected: false

    SoftShadow {
        anchors.fill: parent
        anchors.topMargin: Theme.space8
        anchors.leftMargin: Theme.space2
        anchors.rightMargin: Theme.space2
        anchors.bottomMargin: -Theme.space2
        radius: Theme.radiusNote
        blur: root.hovered ? Theme.space12 : Theme.space8
        color: Theme.shadow
        strength: Theme.shadowStrength * 2
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        antialiasing: true
        color: Theme.noteColor(root.kind)
        border.width: root.selected ? Theme.stroke : 0
        border.color: Theme.noteInk
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.min(Theme.space12, parent.height / 4)
        radius: Theme.radiusNote
        antialiasing: true
        color: Theme.noteInk
        opacity: Theme.paleOpacity / Theme.space12
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusNote
        antialiasing: true
        color: Theme.noteInk
        opacity: root.pressed ? Theme.paleOpacity / Theme.space4 : 0
    }
}
