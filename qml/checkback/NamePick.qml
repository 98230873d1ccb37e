import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A name that can be chosen among others.
TapArea {
    id: root

    property bool picked: false

    accessibleRole: Accessible.CheckBox
    leftPadding: Theme.space8
    rightPadding: Theme.space8

    Accessible.checkable: true
    Accessible.checked: picked

    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
    }
    contentItem: RowLayout {
        spacing: Theme.space12

        CheckMark {
            on: root.picked
        }
        Label {
            text: root.text
            elides: true
            decorative: true
            Layout.fillWidth: true
        }
    }
}
