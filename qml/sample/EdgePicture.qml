import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// The photograph as it was shot and turned, and the sheet's four sides over it.
Item {
    id: root

    required property string source
    required property int turns
    required property list<point> corners
    property alias status: picture.status

    Image {
        id: picture
        anchors.centerIn: parent
        width: root.turns % 2 ? parent.height : parent.width
        height: root.turns % 2 ? parent.width : parent.height
        rotation: 90 * root.turns
        asynchronous: true
        mipmap: true
        sourceSize { width: 2048; height: 2048 }
        source: root.source
    }
    SheetSides {
        anchors.fill: parent
        corners: root.corners
    }
}
