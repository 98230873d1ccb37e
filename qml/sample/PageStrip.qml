import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The sample's pages in order: a tap shows one, a drag or Alt with the arrows reorders, Delete takes one away; behind
// them, one more from the camera or from files.
ListView {
    id: root

    required property SamplePages pages
    required property string currentPage

    signal chosen(string pageId)
    signal addWanted()
    signal filesWanted()
    signal removed(string pageId)

    readonly property real tile: Theme.bigTarget

    implicitHeight: tile + 2 * Theme.space8
    interactive: contentWidth > width
    orientation: ListView.Horizontal
    leftMargin: Theme.space16
    rightMargin: Theme.space16
    spacing: Theme.space8
    model: pages
    boundsBehavior: Flickable.StopAtBounds
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Pages of this sample")

    moveDisplaced: Transition {
        NumberAnimation { property: "x"; duration: Theme.calm }
    }

    delegate: TapArea {
        id: one

        required property int index
        required property string pageId
        required property int turns
        required property int notes
        required property string picture

        readonly property bool current: pageId === root.currentPage

        y: Theme.space8
        width: root.tile * 0.8
        height: root.tile
        z: drag.active ? 2 : 1
        ringRadius: Theme.radiusNote
        accessibleRole: Accessible.ListItem
        accessibleName: qsTr("Page %1 of %2, notes: %3").arg(index + 1).arg(root.count).arg(notes)
        Accessible.selected: current
        onClicked: root.chosen(pageId)
        // The list keeps its eye on the tile at hand, also when it moves to another place.
        onActiveFocusChanged: if (activeFocus) root.currentIndex = index
        Keys.onPressed: event => {
            const by = !(event.modifiers & Qt.AltModifier) ? 0 : event.key === Qt.Key_Left ? -1 : event.key === Qt.Key_Right ? 1 : 0;
            event.accepted = by !== 0 || event.key === Qt.Key_Delete;
            if (by !== 0)
                root.pages.move(index, index + by);
            else if (event.accepted)
                root.removed(pageId);
        }

        background: Rectangle {
            x: drag.active ? drag.activeTranslation.x : 0
            radius: Theme.radiusNote
            color: Theme.inset
            border.width: one.current ? Theme.stroke : Theme.hairline
            border.color: one.current ? Theme.action : Theme.line

            Image {
                anchors.fill: parent
                anchors.margins: Theme.stroke
                asynchronous: true
                opacity: Theme.paperOpacity
                fillMode: Image.PreserveAspectCrop
                sourceSize.width: 320
                sourceSize.height: 320
                source: "image://photo/" + one.pageId + "/thumbnail/" + one.turns + "/plain/" + one.picture
            }
            Label {
                anchors.left: parent.left
                anchors.bottom: parent.bottom
                anchors.margins: Theme.space4
                leftPadding: Theme.space4
                rightPadding: Theme.space4
                text: one.index + 1
                role: Label.Small
                decorative: true

                Rectangle {
                    anchors.fill: parent
                    z: -1
                    radius: Theme.radiusNote
                    color: Theme.card
                }
            }
        }

        DragHandler {
            id: drag
            target: null
            yAxis.enabled: false
            dragThreshold: Theme.space12
            grabPermissions: PointerHandler.CanTakeOverFromAnything
            enabled: root.count > 1
            property real last: 0
            onTranslationChanged: last = activeTranslation.x
            onActiveChanged: {
                if (active)
                    return;
                const by = Math.round(last / (one.width + root.spacing));
                root.pages.move(one.index, Math.max(0, Math.min(root.count - 1, one.index + by)));
            }
        }
    }
    footer: Item {
        width: more.width + 2 * Theme.space8
        height: root.tile + 2 * Theme.space8

        Row {
            id: more
            anchors.centerIn: parent
            spacing: Theme.space8

            IconButton {
                label: qsTr("Photograph another page")
                glyph: Icons.camera
                onClicked: root.addWanted()
            }
            IconButton {
                label: qsTr("Add pages from files")
                glyph: Icons.importFile
                onClicked: root.filesWanted()
            }
        }
    }
}
