import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Where the sheet lies in its photograph, by hand: four corners and four sides to take hold of, a loupe that shows what
// is under the finger. Nothing changes before Done, and undo takes that back.
FocusScope {
    id: root

    required property PageDetails details

    signal closed()

    readonly property string source: details.pictureHere ? "image://photo/" + details.pageId + "/preview/0/plain/" + details.stamp + "/" : ""
    readonly property var cornerNames: [qsTr("Top left corner"), qsTr("Top right corner"), qsTr("Bottom right corner"), qsTr("Bottom left corner")]
    readonly property var sideNames: [qsTr("Top side"), qsTr("Right side"), qsTr("Bottom side"), qsTr("Left side")]
    // Under a finger or at the keys: -1 none, 0 to 3 a corner, 4 to 7 a side.
    property int watched: -1
    readonly property point spot: watched < 0 ? Qt.point(0.5, 0.5) : watched < 4 ? edges.corners[watched] : edges.middles[watched - 4]

    function watch(handle: int, on: bool): void {
        if (on)
            watched = handle;
        else if (watched === handle)
            watched = -1;
    }
    function done(): void {
        details.setSheet(edges.sheet);
        closed();
    }

    Component.onCompleted: {
        edges.begin(details.sheet);
        forceActiveFocus();
    }
    Keys.onEscapePressed: root.closed()
    Keys.onReturnPressed: root.done()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Edges of the page")

    SheetEdges {
        id: edges
        turns: root.details.turns
        size: root.details.sizeIn("")
    }
    // The page below is not to be touched.
    Rectangle {
        anchors.fill: parent
        color: Theme.inset

        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: event => event.accepted = true
        }
    }
    Item {
        id: area
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: bar.top
        anchors.margins: Theme.target / 2

        Item {
            id: photograph
            readonly property size full: Qt.size(Math.max(1, edges.size.width), Math.max(1, edges.size.height))
            readonly property real scaling: Math.min(area.width / full.width, area.height / full.height)
            anchors.centerIn: parent
            width: full.width * scaling
            height: full.height * scaling

            EdgePicture {
                anchors.fill: parent
                source: root.source
                turns: root.details.turns
                corners: edges.corners
            }
            Repeater {
                model: 8

                EdgeHandle {
                    required property int index
                    readonly property point place: index < 4 ? edges.corners[index] : edges.middles[index - 4]

                    corner: index < 4
                    name: corner ? root.cornerNames[index] : root.sideNames[index - 4]
                    at: Qt.point(place.x * photograph.width, place.y * photograph.height)
                    onWatchedChanged: root.watch(index, watched)
                    onDragged: to => move(Qt.point(to.x / photograph.width, to.y / photograph.height))
                    onNudged: (across, down) => move(Qt.point(place.x + across / photograph.width, place.y + down / photograph.height))

                    function move(to: point): void {
                        if (corner)
                            edges.moveCorner(index, to);
                        else
                            edges.moveSide(index - 4, to);
                    }
                }
            }
        }
        EdgeLoupe {
            id: loupe
            objectName: "loupe"
            readonly property real reach: photograph.x + root.spot.x * photograph.width
            // On the other side: the finger is never over it.
            x: reach < area.width / 2 ? Math.min(area.width - width, photograph.x + photograph.width + Theme.space16)
                                      : Math.max(0, photograph.x - width - Theme.space16)
            width: Math.min(4 * Theme.target, 0.45 * area.width)
            visible: root.watched >= 0
            source: root.source
            turns: root.details.turns
            corners: edges.corners
            spot: root.spot
            shown: Qt.size(photograph.width, photograph.height)
        }
    }
    Rectangle {
        id: bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: actions.implicitHeight + 2 * Theme.space8
        color: Theme.paper

        Divider {
            anchors.left: parent.left
            anchors.right: parent.right
        }
        FlowRow {
            id: actions
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.space16
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.space8

            Button {
                kind: Button.Primary
                text: qsTr("Done")
                onClicked: root.done()
            }
            Button {
                kind: Button.Quiet
                text: qsTr("Cancel")
                onClicked: root.closed()
            }
            Button {
                kind: Button.Quiet
                text: qsTr("As found")
                enabled: root.details.foundSheet !== ""
                onClicked: edges.begin(root.details.foundSheet)
            }
            Button {
                kind: Button.Quiet
                text: qsTr("Whole picture")
                onClicked: edges.takeWhole()
            }
        }
    }
}
