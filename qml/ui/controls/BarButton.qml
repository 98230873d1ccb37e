import QtQuick
import Inkstep.Ui

// The press on a Toast.
TapArea {
    id: root

    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    ringRadius: Theme.space8

    background: Rectangle {
        radius: Theme.space8
        color: Theme.onBar
        opacity: root.isPressed ? Theme.paleOpacity : root.isHovered || root.isFocused ? Theme.paleOpacity / 2 : 0

        Behavior on opacity {
            NumberAnimation { duration: Theme.quick }
        }
    }
    contentItem: IconAndWords {
        text: root.text
        color: Theme.barAction
    }
}
