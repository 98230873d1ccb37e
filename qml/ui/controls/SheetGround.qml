import QtQuick
import Inkstep.Ui

// What a dialog lies on; on compact windows its lower corners are beyond the edge.
Item {
    id: root

    property bool compact: false

    CardSurface {
        anchors.fill: parent
        anchors.bottomMargin: root.compact ? -radius : 0
        lifted: true
        radius: Theme.radiusCard + Theme.space4
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.space8
        width: Theme.space32
        height: Theme.space4
        radius: height / 2
        color: Theme.line
        visible: root.compact
    }
}
