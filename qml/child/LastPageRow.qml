import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Child

// The last page where the window is narrow: small, one tap from its full size.
FocusScope {
    id: root

    required property ChildDetails child
    readonly property bool empty: child.ready && child.lastPageId === ""

    signal go(string place, var args)

    implicitHeight: empty ? first.implicitHeight : row.implicitHeight

    PageDetails {
        id: page
        workspace: Workspace
        pageId: root.child.lastPageId
    }
    TapArea {
        id: row
        width: parent.width
        visible: root.child.lastPageId !== ""
        padding: Theme.space8
        accessibleName: qsTr("Open the last page of %1, %2, notes: %3").arg(root.child.name).arg(page.day).arg(root.child.notesOnLast)
        onClicked: root.go("page", { pageId: root.child.lastPageId })

        background: Rectangle {
            radius: Theme.radiusCard
            color: row.isPressed ? Theme.press : Theme.inset
        }
        contentItem: RowLayout {
            spacing: Theme.space12

            Rectangle {
                color: Theme.card
                Layout.preferredWidth: Theme.bigTarget
                Layout.preferredHeight: Theme.bigTarget

                Image {
                    anchors.fill: parent
                    asynchronous: true
                    opacity: Theme.paperOpacity
                    fillMode: Image.PreserveAspectCrop
                    verticalAlignment: Image.AlignTop
                    clip: true
                    sourceSize { width: 256; height: 256 }
                    source: page.ready && page.pictureHere ? "image://photo/" + page.pageId + "/thumbnail/" + page.turns + "/plain/" + page.picture : ""
                }
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    text: qsTr("The last page")
                    strong: true
                    decorative: true
                    Layout.fillWidth: true
                }
                Label {
                    text: Theme.listed([page.heading, page.day, root.child.notesOnLast > 0 ? qsTr("notes: %1").arg(root.child.notesOnLast) : ""], " · ")
                    role: Label.Small
                    quiet: true
                    decorative: true
                    Layout.fillWidth: true
                }
            }
            Icon {
                glyph: Icons.next
                color: Theme.pencil
                directional: true
                Layout.preferredWidth: size
                Layout.preferredHeight: size
            }
        }
    }
    EmptyState {
        id: first
        width: parent.width
        visible: root.empty
        glyph: Icons.page
        sentence: qsTr("The first photographed page lies here, and every conference starts from it.")
        actionText: qsTr("Photograph a page")
        actionGlyph: Icons.camera
        onActionTriggered: root.go("camera", { studentId: root.child.studentId })
    }
}
