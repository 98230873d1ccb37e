import QtQuick
import Inkstep.Ui

// One large round shutter. It closes for a moment while the shot is being kept.
TapArea {
    id: root

    required property bool saving

    accessibleName: saving ? qsTr("Shutter, keeping the picture") : qsTr("Shutter")
    implicitWidth: Theme.bigTarget + Theme.space16
    implicitHeight: implicitWidth
    ringRadius: width / 2
    opacity: enabled || saving ? 1 : Theme.disabledOpacity

    background: Rectangle {
        radius: width / 2
        color: "transparent"
        border { width: Theme.space4; color: Theme.onNight }
    }
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: root.width - Theme.space8 * 2 - (root.isPressed || root.saving ? Theme.space12 : 0)
            height: width
            radius: width / 2
            color: Theme.onNight

            Behavior on width {
                NumberAnimation { duration: Theme.quick }
            }
        }
    }
}
