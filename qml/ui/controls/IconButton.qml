import QtQuick
import Inkstep.Ui

// A press with a picture only. The label is what the screen reader says and what shows when the pointer rests on it.
TapArea {
    id: root

    required property string label
    required property string glyph
    property bool directional: false
    property bool selected: false
    property color color: selected ? Theme.action : Theme.ink
    property color ground: selected ? Theme.actionTint : "transparent"
    property int size: Theme.iconSize

    text: label
    padding: Theme.space12
    ringRadius: width / 2
    implicitWidth: Math.max(Theme.target, size + padding * 2)
    implicitHeight: implicitWidth

    background: Rectangle {
        radius: width / 2
        color: root.ground

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.isPressed ? Theme.press : Theme.hover
            visible: root.isPressed || root.isHovered
        }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            glyph: root.glyph
            size: root.size
            color: root.color
            directional: root.directional
        }
    }

    TipHolder {
        text: root.label
        wanted: root.enabled && (root.hovered || root.pressed)
    }
}
