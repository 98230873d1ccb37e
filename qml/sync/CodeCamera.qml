import QtQuick
import QtQuick.Layouts
import QtQuick.Window
import QtMultimedia
import Inkstep.Camera
import Inkstep.Sync
import Inkstep.Ui

// Reads a join code from another tablet's screen. The camera is held only while this is shown.
Card {
    id: root

    signal found(string text)
    signal closed()

    spacing: Theme.space12
    Component.onCompleted: camera.start()
    Component.onDestruction: camera.stop()
    Keys.onEscapePressed: root.closed()

    CameraController {
        id: camera
        window: root.Window.window
        videoOutput: video
    }
    CodeReader {
        videoSink: camera.videoSink
        onFound: text => root.found(text)
    }

    Label {
        text: qsTr("Hold the code of the other tablet in front of the camera")
        strong: true
        Layout.fillWidth: true
    }
    Rectangle {
        color: Theme.night
        radius: Theme.radiusNote
        clip: true
        implicitHeight: Theme.dialogWidth / 2
        Layout.fillWidth: true

        VideoOutput {
            id: video
            anchors.fill: parent
            fillMode: VideoOutput.PreserveAspectFit
            visible: camera.state === CameraController.Ready
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("What the camera sees")
        }
        BusyDot {
            anchors.centerIn: parent
            running: camera.state === CameraController.Starting
        }
        Label {
            objectName: "cameraWords"
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space16
            visible: text !== ""
            text: camera.state === CameraController.NoCamera ? qsTr("No camera is connected. Plug one in, or type the code.") : camera.errorWords
            color: Theme.onNight
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.AlertMessage
        }
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            visible: camera.cameras.length > 1
            text: qsTr("Other camera")
            glyph: Icons.swap
            onClicked: camera.chooseCamera((camera.cameraIndex + 1) % camera.cameras.length)
        }
        Button {
            visible: camera.errorWords !== ""
            text: qsTr("Try again")
            onClicked: camera.start()
        }
        Button {
            objectName: "stopReading"
            text: qsTr("Type the code instead")
            kind: Button.Quiet
            onClicked: root.closed()
        }
    }
}
