import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sync
import Inkstep.Ui

// How far everything has come, progress while it goes, and the one button: send now.
Card {
    id: root

    signal passwordAsked()
    signal historyAsked()

    spacing: Theme.space12

    Label {
        objectName: "standing"
        text: SyncService.standing === "trouble" && !SyncService.busy ? qsTr("Not sent yet") : SyncService.words
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
        text: qsTr("%1 copied, not yet seen by another tablet").arg(SyncService.copied)
        quiet: true
        Layout.fillWidth: true
    }
    Label {
        visible: SyncService.wanted > 0
        text: SyncService.wanted === 1 ? qsTr("One picture is still on another tablet")
                                       : qsTr("%1 pictures are still on another tablet").arg(SyncService.wanted)
        quiet: true
        Layout.fillWidth: true
    }
    Label {
        objectName: "sparing"
        visible: SyncService.sparing && SyncService.waiting > 0
        text: qsTr("On mobile data: photos wait for Wi-Fi, or for Send and fetch now.")
        quiet: true
        Layout.fillWidth: true
    }
    Banner {
        visible: SyncService.problem !== ""
        text: SyncService.problem
        tone: Theme.Alert
        Layout.fillWidth: true
    }
    Banner {
        objectName: "clock"
        visible: SyncService.clock !== ""
        text: SyncService.clock
        tone: Theme.Info
        Layout.fillWidth: true
    }
    Label {
        visible: text !== ""
        text: SyncService.passwordWords
        quiet: true
        role: Label.Small
        Layout.fillWidth: true
    }
    Button {
        objectName: "givePassword"
        visible: SyncService.serverAsks
        text: qsTr("Sign in again")
        glyph: Icons.key
        kind: Button.Primary
        onClicked: root.passwordAsked()
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
    Switch {
        objectName: "photosOnMetered"
        visible: SyncService.serverUsed
        text: qsTr("Photos over mobile data too")
        subtitle: qsTr("Off: on a line that counts, only words and small pictures go by themselves.")
        checked: Preferences.photosOnMetered
        onToggled: Preferences.photosOnMetered = checked
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            objectName: "syncNow"
            text: SyncService.busy ? qsTr("Stop") : qsTr("Send and fetch now")
            glyph: SyncService.busy ? Icons.close : Icons.sync
            kind: SyncService.busy || SyncService.serverAsks ? Button.Secondary : Button.Primary
            onClicked: SyncService.busy ? SyncService.cancel() : SyncService.syncNow()
        }
        Button {
            objectName: "syncHistory"
            text: qsTr("Earlier syncs")
            glyph: Icons.history
            kind: Button.Quiet
            onClicked: root.historyAsked()
        }
        Button {
            objectName: "disconnect"
            text: qsTr("Disconnect")
            kind: Button.Quiet
            onClicked: SyncService.disconnectPlace()
        }
    }
}
