import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// On or off, at once. The words take the room, the switch sits at the end.
TapArea {
    id: root

    property string subtitle: ""

    checkable: true
    accessibleDescription: subtitle
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space8
    bottomPadding: Theme.space8

    contentItem: RowLayout {
        spacing: Theme.space12

        RowWords {
            title: root.text
            subtitle: root.subtitle
        }
        SwitchMark {
            on: root.checked
            Layout.alignment: Qt.AlignVCenter
        }
    }
    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
    }
}
