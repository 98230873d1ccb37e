import QtQuick
import QtQuick.Layouts
import QtQuick.Dialogs
import Inkstep.Sync
import Inkstep.Ui

// Nothing is connected yet: says what that means and offers a folder.
Card {
    id: root

    signal folderChosen(url folder)
    signal serverAsked()

    spacing: Theme.space12

    Label {
        text: qsTr("This notebook is only on this tablet")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Choose a folder: on a USB stick, a network drive, or one your cloud drive keeps in step. Or your school's server. Everything is locked before it leaves; whoever has only the folder or the server cannot read it.")
        quiet: true
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            objectName: "chooseFolder"
            text: qsTr("Choose a folder")
            glyph: Icons.folder
            kind: Button.Primary
            enabled: !SyncService.working
            onClicked: chooser.active = true
        }
        Button {
            objectName: "chooseServer"
            text: qsTr("Use a server")
            glyph: Icons.server
            enabled: !SyncService.working
            onClicked: root.serverAsked()
        }
    }

    Loader {
        id: chooser
        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Folder to sync with")
            onAccepted: {
                root.folderChosen(selectedFolder);
                chooser.active = false;
            }
            onRejected: chooser.active = false
            Component.onCompleted: open()
        }
    }
}
