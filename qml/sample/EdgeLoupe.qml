import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// What lies under the finger, larger and beside it: a spot of the photograph in the middle of a frame.
Rectangle {
    id: root

    required property string source
    required property int turns
    required property list<point> corners
    required property point spot
    // Of the photograph as it shows below.
    required property size shown

    readonly property real larger: 3

    height: width
    radius: Theme.radiusNote
    color: Theme.night
    border.width: Theme.stroke
    border.color: Theme.onNight
    Accessible.ignored: true

    Item {
        anchors.fill: parent
        anchors.margins: Theme.stroke
        clip: true

        EdgePicture {
            x: parent.width / 2 - root.spot.x * width
            y: parent.height / 2 - root.spot.y * height
            width: root.shown.width * root.larger
            height: root.shown.height * root.larger
            source: root.source
            turns: root.turns
            corners: root.corners
        }
    }
    Rectangle {
        anchors.centerIn: parent
        width: Theme.space12
        height: width
        radius: width / 2
        color: "transparent"
        border.width: Theme.stroke
        border.color: Theme.alert
    }
}
