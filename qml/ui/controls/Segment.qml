import QtQuick
import Inkstep.Ui

// One part of a SegmentedChoice.
TapArea {
    id: root

    property bool selected: false
    property string glyph: ""

    accessibleRole: Accessible.RadioButton
    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    ringRadius: Theme.radiusCard - Theme.space4

    Accessible.checkable: true
    Accessible.checked: selected

    background: Item {
        SoftShadow {
            anchors.fill: parent
            anchors.topMargin: Theme.space2
            radius: Theme.radiusCard - Theme.space4
            blur: Theme.space4
            color: Theme.shadow
            strength: Theme.shadowStrength
            visible: root.selected
        }
        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusCard - Theme.space4
            color: root.selected ? (Theme.dark ? Theme.actionTint : Theme.card) : root.isPressed ? Theme.press
                   : root.isHovered ? Theme.hover : "transparent"

            Behavior on color {
                ColorAnimation { duration: Theme.quick }
            }
        }
    }
    contentItem: IconAndWords {
        glyph: root.glyph
        text: root.text
        color: root.selected ? Theme.action : Theme.pencil
        strong: root.selected
    }
}
