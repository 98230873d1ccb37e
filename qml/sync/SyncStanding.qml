import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// How far everything has come, progress while it goes, and the one button: send now.
Card {
    id: root

    spacing: Theme.space12

    Label {
        objectName: "standing"
        text: SyncService.words
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("With %1").arg(SyncService.place)
        quiet: true
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    ProgressBar {
        visible: SyncService.busy && SyncService.progressWords !== ""
        label: SyncService.progressWords
        value: SyncService.progress
        Layout.fillWidth: true
    }
    Label {
        visible: SyncService.copied > 0 && !SyncService.busy
        text: qsTr("%n copied to the folder, not yet seen by another tablet", "", SyncService.copied)
        quiet: true
        Layout.fillWidth: true
    }
    Label {
        visible: SyncService.wanted > 0
        text: qsTr("%n pictures are still on another tablet", "", SyncService.wanted)
        quiet: true
        Layout.fillWidth: true
    }
    Banner {
        visible: SyncService.problem !== ""
        text: SyncService.problem
        tone: Theme.Alert
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            objectName: "syncNow"
            text: SyncService.busy ? qsTr("Stop") : qsTr("Send and fetch now")
            glyph: SyncService.busy ? Icons.close : Icons.sync
            kind: SyncService.busy ? Button.Secondary : Button.Primary
            onClicked: SyncService.busy ? SyncService.cancel() : SyncService.syncNow()
        }
        Button {
            objectName: "disconnect"
            text: qsTr("Disconnect")
            kind: Button.Quiet
            onClicked: SyncService.disconnectPlace()
        }
    }
}
