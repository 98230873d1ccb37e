import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The top of a page of writing: whose it is, the way back, undo, and what can be done with the page.
Item {
    id: root

    required property PageDetails details
    required property SamplePages pages
    required property bool narrow
    // A phone that lies: the writing needs what height there is.
    property bool low: false

    signal leaving()
    signal sheetWanted(string kind)
    signal removed(string pageId)
    signal edgesWanted()
    signal go(string place, var args)

    // Where there is room the choice of looks stands in the row, else below it.
    readonly property bool roomy: width > Theme.readable * 1.6

    readonly property bool looksInMenu: tight || (low && !roomy)

    readonly property bool usable: details.ready && !details.gone
    // Large words on a phone: the writer's name comes first.
    readonly property bool tight: narrow && Theme.textScale > 1.4
    readonly property string voiceLabel: voices.count > 0 ? qsTr("Voice notes: %1").arg(voices.count) : qsTr("Voice notes")
    readonly property int at: {
        pages.count; // the place may be new when pages came or went
        return pages.indexOf(details.pageId);
    }

    implicitHeight: row.implicitHeight + 2 * Theme.space8 + (below.active ? below.implicitHeight + Theme.space4 : 0)

    VoiceList {
        id: voices
        workspace: Workspace
        aboutId: root.details.pageId
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
    }
    RowLayout {
        id: row
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space8
        spacing: Theme.space4

        IconButton {
            label: qsTr("Back")
            glyph: Icons.back
            directional: true
            onClicked: root.leaving()
        }
        TapArea {
            text: root.details.studentName
            accessibleName: qsTr("%1, open the child's page").arg(root.details.studentName)
            enabled: root.usable
            opacity: 1
            Layout.fillWidth: true
            onClicked: root.go("student", { studentId: root.details.studentId })

            contentItem: ColumnLayout {
                spacing: 0
                Label {
                    text: root.details.studentName
                    strong: true
                    decorative: true
                    Layout.fillWidth: true
                }
                Label {
                    text: Theme.listed([root.details.heading, root.details.day], " · ")
                    role: Label.Small
                    quiet: true
                    decorative: true
                    visible: root.usable
                    Layout.fillWidth: true
                }
            }
        }
        Loader {
            active: root.roomy
            visible: active
            sourceComponent: look
        }
        IconButton {
            label: Workspace.undoLabel === "" ? qsTr("Undo") : qsTr("Undo: %1").arg(Workspace.undoLabel)
            glyph: Icons.undo
            directional: true
            enabled: Workspace.undoLabel !== ""
            onClicked: Workspace.undo()
        }
        IconButton {
            label: qsTr("Turn left")
            glyph: Icons.rotateLeft
            visible: !root.narrow
            enabled: root.usable
            onClicked: root.details.turn(-1)
        }
        IconButton {
            label: qsTr("Turn right")
            glyph: Icons.rotateRight
            visible: !root.tight
            enabled: root.usable
            onClicked: root.details.turn(1)
        }
        IconButton {
            label: root.voiceLabel
            visible: !root.tight
            glyph: Icons.microphone
            ground: voices.count > 0 ? Theme.actionTint : "transparent"
            color: voices.count > 0 ? Theme.action : Theme.ink
            enabled: root.usable
            onClicked: root.sheetWanted("voice")
        }
        IconButton {
            id: more
            label: qsTr("More about this page")
            glyph: Icons.more
            enabled: root.usable
            onClicked: menu.popup(more)
        }
    }
    Loader {
        id: below
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space8
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space8)
        active: !root.roomy && !root.looksInMenu
        sourceComponent: look
    }
    Component {
        id: look
        PageLook {
            details: root.details
            usable: root.usable
            tight: root.narrow
            onEdgesWanted: root.edgesWanted()
        }
    }
    Menu {
        id: menu
        label: qsTr("This page")

        MenuEntry {
            glyph: Icons.document
            text: qsTr("About this sample")
            onTriggered: root.sheetWanted("facts");
        }
        MenuEntry {
            glyph: Icons.microphone
            text: root.voiceLabel
            visible: root.tight
            onTriggered: root.sheetWanted("voice")
        }
        MenuEntry {
            glyph: Icons.rotateLeft
            text: qsTr("Turn left")
            visible: root.narrow
            onTriggered: root.details.turn(-1);
        }
        MenuEntry {
            glyph: Icons.rotateRight
            text: qsTr("Turn right")
            visible: root.tight
            onTriggered: root.details.turn(1)
        }
        MenuEntry {
            glyph: Icons.image
            text: qsTr("Show as shot")
            visible: root.looksInMenu && root.details.look !== 0
            onTriggered: root.details.setLook(0)
        }
        MenuEntry {
            glyph: Icons.page
            text: qsTr("Show as a page")
            visible: root.looksInMenu && root.details.look !== 1
            onTriggered: root.details.setLook(1)
        }
        MenuEntry {
            glyph: Icons.contrast
            text: qsTr("Show clearer")
            visible: root.looksInMenu && root.details.look !== 2
            onTriggered: root.details.setLook(2)
        }
        MenuEntry {
            glyph: Icons.crop
            text: qsTr("Edges of the page")
            visible: root.looksInMenu
            onTriggered: root.edgesWanted()
        }
        MenuEntry {
            glyph: Icons.up
            text: qsTr("Earlier in the sample")
            enabled: root.at > 0
            onTriggered: root.pages.move(root.at, root.at - 1);
        }
        MenuEntry {
            glyph: Icons.down
            text: qsTr("Later in the sample")
            enabled: root.at >= 0 && root.at < root.pages.count - 1
            onTriggered: root.pages.move(root.at, root.at + 1);
        }
        MenuEntry {
            glyph: Icons.noteText
            text: qsTr("Show the slip to the child")
            onTriggered: root.go("slip", { studentId: root.details.studentId });
        }
        MenuEntry {
            glyph: Icons.camera
            text: qsTr("Photograph it again")
            onTriggered: root.go("camera", { studentId: root.details.studentId, sampleId: root.details.sampleId, retakeId: root.details.pageId });
        }
        MenuEntry {
            glyph: Icons.images
            text: qsTr("Lay another page beside it")
            onTriggered: root.go("compare", { pageId: root.details.pageId });
        }
        MenuEntry {
            glyph: Icons.student
            text: qsTr("It belongs to somebody else")
            onTriggered: root.sheetWanted("move");
        }
        MenuEntry {
            glyph: Icons.trash
            danger: true
            text: qsTr("Delete page")
            onTriggered: root.removed(root.details.pageId);
        }
    }
}
