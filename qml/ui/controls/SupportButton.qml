import QtQuick
import Inkstep.Ui

// A support level that can be pressed; while it is pressed or pointed at, its name shows.
TapArea {
    id: root

    required property int level
    property string levelName: Theme.supportLevelName(level)
    property int size: Theme.iconSize
    property bool pale: false
    property bool trying: false
    property bool selected: false
    // Who and what it is about, said before the level: "Maya, hooks the reader".
    property string about: ""

    text: levelName
    accessibleName: about !== "" ? qsTr("%1, %2").arg(about).arg(levelName) : levelName
    ringRadius: Math.min(width, height) / 2

    Accessible.selectable: true
    Accessible.selected: selected

    background: Rectangle {
        radius: Math.min(width, height) / 2
        color: root.selected ? Theme.actionTint : root.isPressed ? Theme.press
               : root.isHovered ? Theme.hover : "transparent"
    }
    contentItem: Item {
        implicitWidth: root.size
        implicitHeight: root.size

        SupportCircle {
            anchors.centerIn: parent
            level: root.level
            levelName: root.levelName
            size: root.size
            color: root.selected ? Theme.action : Theme.ink
            pale: root.pale
            trying: root.trying
            Accessible.ignored: true
        }
    }

    TipHolder {
        text: root.levelName
        delay: root.pressed ? Theme.quick : Theme.tipDelay
        wanted: root.enabled && (root.hovered || root.pressed)
    }
}
