import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Says that something is being waited for, and only if it takes longer than a blink.
RowLayout {
    id: root

    property bool running: false
    // What is waited for, as in "Opening the notebook".
    property string text: ""
    readonly property bool shown: late

    property bool late: false

    onRunningChanged: late = false

    spacing: Theme.space12
    opacity: late ? 1 : 0
    visible: running

    Accessible.role: Accessible.Indicator
    Accessible.name: text !== "" ? text : qsTr("Please wait")
    Accessible.ignored: !late

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm }
    }
    Timer {
        interval: Theme.busyDelay
        running: root.running
        onTriggered: root.late = true
    }
    Row {
        spacing: Theme.space8
        visible: root.late

        Repeater {
            model: 3

            Rectangle {
                id: dot

                required property int index

                width: Theme.space12
                height: width
                radius: width / 2
                color: Theme.action
                opacity: Theme.paleOpacity

                SequentialAnimation on opacity {
                    running: dot.visible && !Theme.reducedMotion
                    loops: Animation.Infinite
                    PauseAnimation { duration: dot.index * Theme.calm }
                    NumberAnimation { to: 1; duration: Theme.calm * 2; easing.type: Easing.InOutSine }
                    NumberAnimation { to: Theme.paleOpacity; duration: Theme.calm * 2; easing.type: Easing.InOutSine }
                    PauseAnimation { duration: (2 - dot.index) * Theme.calm }
                }
            }
        }
    }
    Label {
        text: root.text
        quiet: true
        decorative: true
        visible: text !== ""
        Layout.fillWidth: true
    }
}
