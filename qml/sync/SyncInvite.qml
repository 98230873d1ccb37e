import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// The one-time code for the next tablet, to scan and to type; codes nobody used can be closed.
ColumnLayout {
    id: root

    required property int openInvites

    signal closeAsked()

    spacing: Theme.space12

    Button {
        objectName: "makeInvite"
        visible: SyncService.inviteCode === ""
        text: qsTr("Add a tablet")
        glyph: Icons.qrcode
        enabled: !SyncService.working
        onClicked: SyncService.makeInvite()
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
    Label {
        visible: SyncService.inviteCode === "" && root.openInvites > 0
        text: root.openInvites === 1 ? qsTr("A join code was made that nobody has used yet.")
                                     : qsTr("%1 join codes were made that nobody has used yet.").arg(root.openInvites)
        quiet: true
        Layout.fillWidth: true
    }
    Button {
        objectName: "closeInvites"
        visible: SyncService.inviteCode === "" && root.openInvites > 0
        text: root.openInvites === 1 ? qsTr("Close it") : qsTr("Close them")
        kind: Button.Quiet
        onClicked: root.closeAsked()
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
    ColumnLayout {
        visible: SyncService.inviteCode !== ""
        spacing: Theme.space12
        Layout.fillWidth: true

        Label {
            text: qsTr("On the other tablet choose Join, then type or paste this code. It works once; whoever has it can read this notebook.")
            Layout.fillWidth: true
        }
        QrCode {
            objectName: "inviteQr"
            text: SyncService.inviteCode
            implicitWidth: Theme.target * 5 // fits the narrowest window
            implicitHeight: implicitWidth
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Join code as a QR code")
            Layout.alignment: Qt.AlignHCenter
        }
        TextArea {
            objectName: "inviteCode"
            label: qsTr("Join code")
            text: SyncService.inviteCode
            readOnly: true
            Layout.fillWidth: true
        }
        FlowRow {
            Layout.fillWidth: true

            Button {
                text: qsTr("Copy the code")
                glyph: Icons.copy
                onClicked: SyncService.copyInvite()
            }
            Button {
                text: qsTr("Done")
                kind: Button.Quiet
                onClicked: SyncService.forgetInvite()
            }
        }
    }
}
