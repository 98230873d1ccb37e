import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One of several that may be chosen together.
TapArea {
    id: root

    property string subtitle: ""

    checkable: true
    accessibleDescription: subtitle
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    topPadding: Theme.space8
    bottomPadding: Theme.space8

    contentItem: RowLayout {
        spacing: Theme.space12

        CheckMark {
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
