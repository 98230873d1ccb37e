import QtQuick
import Inkstep.Ui

// How loud it is now, so that it shows that somebody is heard.
Rectangle {
    id: root

    // 0 to 1.
    required property double level

    implicitHeight: Theme.space12
    radius: height / 2
    color: Theme.line
    Accessible.role: Accessible.ProgressBar
    Accessible.name: qsTr("How loud it is")

    Rectangle {
        x: Theme.rightToLeft ? parent.width - width : 0
        width: Math.max(height, root.level * parent.width)
        height: parent.height
        radius: height / 2
        color: root.level > 0.95 ? Theme.alert : Theme.action

        Behavior on width {
            NumberAnimation { duration: Theme.quick }
        }
    }
}
