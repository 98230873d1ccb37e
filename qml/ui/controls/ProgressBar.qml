import QtQuick
import Inkstep.Ui

// How much of something is done; a second, pale part for what is not settled yet; a line where the goal is.
Item {
    id: root

    // What it is about, for the screen reader.
    required property string label
    // All 0 to 1.
    property real value: 0
    property real pending: 0
    // Less than 0 for none.
    property real goal: -1
    property color color: Theme.action

    readonly property real done: Math.max(0, Math.min(1, value))
    readonly property real open: Math.max(0, Math.min(1 - done, pending))

    implicitWidth: Theme.dialogWidth / 2
    implicitHeight: Theme.space8

    Accessible.role: Accessible.ProgressBar
    Accessible.name: label
    Accessible.description: qsTr("%1 %").arg(Math.round(done * 100))

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: Theme.line
    }
    Rectangle {
        x: Theme.rightToLeft ? parent.width - width : 0
        width: parent.width * (root.done + root.open)
        height: parent.height
        radius: height / 2
        color: root.color
        opacity: Theme.paleOpacity
        visible: root.open > 0
    }
    Rectangle {
        x: Theme.rightToLeft ? parent.width - width : 0
        width: root.done > 0 ? Math.max(height, parent.width * root.done) : 0
        height: parent.height
        radius: height / 2
        color: root.color

        Behavior on width {
            NumberAnimation { duration: Theme.calm; easing.type: Easing.OutCubic }
        }
    }
    Rectangle {
        x: (Theme.rightToLeft ? 1 - root.goal : root.goal) * parent.width - width / 2
        anchors.verticalCenter: parent.verticalCenter
        width: Theme.stroke
        height: parent.height + Theme.space8
        color: Theme.ink
        visible: root.goal >= 0
    }
}
