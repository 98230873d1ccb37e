import QtQuick
import Inkstep.Ui

// The notebook is on its way. Says nothing unless it takes long enough to be noticed.
Item {
    id: root

    Column {
        anchors.centerIn: parent
        spacing: Theme.space16
        visible: wait.done

        Icon {
            glyph: Icons.note
            size: Theme.iconHuge
            color: Theme.noteColor(Theme.NextStep)
            anchors.horizontalCenter: parent.horizontalCenter

            SequentialAnimation on opacity {
                running: wait.done && Theme.calm > 0
                loops: Animation.Infinite
                NumberAnimation { to: Theme.paleOpacity; duration: Theme.calm * 4 }
                NumberAnimation { to: 1; duration: Theme.calm * 4 }
            }
        }
        Label {
            text: qsTr("Opening your notebook…")
            role: Label.Title
            width: Math.min(implicitWidth, root.width - Theme.space32)
            horizontalAlignment: Text.AlignHCenter
        }
    }

    Timer {
        id: wait
        property bool done: false
        interval: Theme.busyDelay
        running: true
        onTriggered: done = true
    }
}
