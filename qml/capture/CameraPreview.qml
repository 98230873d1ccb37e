import QtQuick
import QtMultimedia
import Inkstep.Sample
import Inkstep.Ui

// What the camera sees, whole: nothing that will be in the picture is cut off.
Item {
    id: root

    property alias output: video
    required property bool live
    // Of the page that is seen, 0 to 1 across and down the frame; none: nothing.
    property list<point> corners

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
    SheetSides {
        objectName: "liveOutline"
        x: video.contentRect.x
        y: video.contentRect.y
        width: video.contentRect.width
        height: video.contentRect.height
        corners: root.corners
        visible: root.live && corners.length === 4
    }
}
