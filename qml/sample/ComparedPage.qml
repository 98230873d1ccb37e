import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// One of two pages: which sample it is of, when, and the page itself.
Item {
    id: root

    required property PageDetails details

    signal moved()

    function follow(leader: ComparedPage): void {
        canvas.follow(leader.zoom, leader.middle);
    }
    readonly property alias zoom: canvas.zoom
    readonly property alias middle: canvas.middle
    readonly property alias sharp: canvas.sharp

    Label {
        id: heading
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        padding: Theme.space8
        text: Theme.listed([root.details.heading, root.details.day], " · ")
        quiet: true
        elides: true
        horizontalAlignment: Text.AlignHCenter
    }
    PageCanvas {
        id: canvas
        anchors.top: heading.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        details: root.details
        onViewMoved: root.moved()
    }
}
