import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One rung of a SupportPicker: circle over name, or beside it where the picker is narrow.
TapArea {
    id: root

    required property int level
    property bool selected: false
    property bool upright: true

    accessibleRole: Accessible.RadioButton
    padding: Theme.space8

    Accessible.checkable: true
    Accessible.checked: selected

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.selected ? Theme.actionTint : root.isPressed ? Theme.press
               : root.isHovered ? Theme.hover : "transparent"
        border.width: root.selected ? Theme.stroke : 0
        border.color: Theme.action
    }
    contentItem: GridLayout {
        columns: root.upright ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space8

        SupportCircle {
            level: root.level
            size: root.upright ? Theme.space32 : Theme.iconSize
            color: root.selected ? Theme.action : Theme.ink
            Layout.alignment: root.upright ? Qt.AlignHCenter : Qt.AlignVCenter
            Accessible.ignored: true
        }
        Label {
            text: root.text
            role: Label.Small
            color: root.selected ? Theme.action : Theme.ink
            font.weight: root.selected ? Font.DemiBold : Font.Medium
            decorative: true
            horizontalAlignment: root.upright ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
        }
    }
}
