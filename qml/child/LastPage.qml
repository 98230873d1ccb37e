import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Child

// The last page as it lies on the desk, notes and all; a tap opens it.
FocusScope {
    id: root

    required property ChildDetails child

    signal go(string place, var args)

    readonly property bool empty: child.ready && child.lastPageId === ""

    implicitHeight: empty ? nothing.implicitHeight : 0

    PageDetails {
        id: page
        workspace: Workspace
        pageId: root.child.lastPageId
    }
    PageNotes {
        id: theNotes
        workspace: Workspace
        pageId: root.child.lastPageId
        turns: page.turns
        view: page.view
    }
    TapArea {
        anchors.fill: parent
        visible: root.child.lastPageId !== ""
        accessibleName: qsTr("Open the last page of %1, %2, notes: %3").arg(root.child.name).arg(page.day).arg(theNotes.count)
        onClicked: root.go("page", { pageId: root.child.lastPageId })

        background: Rectangle {
            radius: Theme.radiusCard
            color: Theme.inset
        }
        Item {
            id: desk
            anchors.fill: parent
            anchors.margins: Theme.space12

            Rectangle {
                id: leaf
                readonly property real ratio: page.size.width > 0 ? page.size.height / page.size.width : Math.SQRT2
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height / ratio)
                height: width * ratio
                color: Theme.card

                Image {
                    anchors.fill: parent
                    asynchronous: true
                    mipmap: true
                    opacity: Theme.paperOpacity
                    sourceSize.width: 1024
                    sourceSize.height: 1024
                    source: page.ready && page.pictureHere ? "image://photo/" + page.pageId + "/preview/" + page.turns + "/plain/" + page.picture : ""
                }
                Label {
                    anchors.centerIn: parent
                    width: parent.width - 2 * Theme.space16
                    text: qsTr("The picture is still on another tablet.")
                    horizontalAlignment: Text.AlignHCenter
                    quiet: true
                    visible: page.ready && !page.gone && !page.pictureHere
                }
                Repeater {
                    model: theNotes

                    ShownNote {
                        notes: theNotes
                        sheet: Qt.rect(0, 0, leaf.width, leaf.height)
                    }
                }
            }
        }
    }
    EmptyState {
        id: nothing
        anchors.centerIn: parent
        room: parent.height
        width: Math.min(parent.width - 2 * Theme.space16, Theme.dialogWidth)
        visible: root.empty
        glyph: Icons.page
        sentence: qsTr("The first photographed page lies here, and every conference starts from it.")
        actionText: qsTr("Photograph a page")
        actionGlyph: Icons.camera
        onActionTriggered: root.go("camera", { studentId: root.child.studentId })
    }
}
