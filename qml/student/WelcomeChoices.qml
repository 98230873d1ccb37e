import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The ways in.
FocusScope {
    id: root

    property bool canJoin: false
    property bool canRestore: false
    property bool canLookAround: false
    property bool lookingAround: false

    signal startAsked()
    signal joinAsked()
    signal restoreAsked()
    signal lookAroundAsked()

    ScrollColumn {
        id: scroll
        anchors.fill: parent
        margin: Theme.space24
        maximumWidth: Theme.dialogWidth
        topMargin: Math.max(0, (height - contentHeight) / 2)

        EmptyPicture {
            glyph: Icons.pen
            Layout.alignment: Qt.AlignHCenter
        }
        Label {
            text: qsTr("Notice, nudge, let go")
            role: Label.Headline
            strong: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("Photograph a page, put a note on it, and keep every step of every writer. It works without a network, and what is saved stays saved.")
            quiet: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space8
        }
        Button {
            objectName: "startMyClass"
            text: qsTr("Start my class")
            glyph: Icons.group
            kind: Button.Primary
            focus: true
            Layout.fillWidth: true
            onClicked: root.startAsked()
        }
        Button {
            objectName: "join"
            text: qsTr("Join a notebook")
            glyph: Icons.groupPlus
            visible: root.canJoin
            Layout.fillWidth: true
            onClicked: root.joinAsked()
        }
        Button {
            objectName: "restore"
            text: qsTr("Open a backup file")
            glyph: Icons.importFile
            kind: Button.Quiet
            visible: root.canRestore
            Layout.fillWidth: true
            onClicked: root.restoreAsked()
        }
        Button {
            objectName: "lookAround"
            text: qsTr("Look around first")
            accessibleDescription: qsTr("Opens a made-up class, apart from yours and never sent anywhere")
            glyph: Icons.eye
            kind: Button.Quiet
            visible: root.canLookAround
            enabled: !root.lookingAround
            Layout.fillWidth: true
            onClicked: root.lookAroundAsked()
        }
        BusyDot {
            running: root.lookingAround
            text: qsTr("25 made-up children are writing their pages. They open in a window of their own.")
            Layout.fillWidth: true
        }
    }
}
