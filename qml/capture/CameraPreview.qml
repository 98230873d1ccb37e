import QtQuick
import QtMultimedia
import Inkstep.Ui

// What the camera sees, whole: nothing that will be in the picture is cut off.
Item {
    id: root

    property alias output: video
    required property bool live

    VideoOutput {
        id: video
        anchors.fill: parent
        fillMode: VideoOutput.PreserveAspectFit
        opacity: root.live ? 1 : 0
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("What the camera sees")

        Behavior on opacity {
            NumberAnimation { duration: Theme.calm }
        }
    }
}
