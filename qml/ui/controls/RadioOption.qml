import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One of several of which exactly one is chosen; those with the same parent belong together.
TapArea {
    id: root

    property string subtitle: ""

    checkable: true
    autoExclusive: true
    accessibleRole: Accessible.RadioButton
    accessibleDescription: subtitle
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    topPadding: Theme.space8
    bottomPadding: Theme.space8

    contentItem: RowLayout {
        spacing: Theme.space12

        RadioMark {
            on: root.checked
            Layout.alignment: Qt.AlignVCenter
        }
        RowWords {
            title: root.text
            subtitle: root.subtitle
        }
    }
    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
    }
}
