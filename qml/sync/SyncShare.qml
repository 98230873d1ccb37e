import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// Who shares this notebook, and the one-time code for the next tablet.
Card {
    id: root

    spacing: Theme.space12

    SectionHeader {
        title: qsTr("Tablets with this notebook")
        Layout.fillWidth: true
    }
    Repeater {
        model: SyncService.devices

        RowLayout {
            id: device
            required property var modelData
            readonly property string name: modelData.self ? qsTr("%1 (this tablet)").arg(modelData.name) : modelData.name
            readonly property string standing: modelData.self ? "" : modelData.complete ? qsTr("Has everything from here")
                                               : modelData.seen !== "" ? qsTr("Last seen %1").arg(modelData.seen)
                                               : qsTr("Not seen yet")

            spacing: Theme.space12
            Layout.fillWidth: true

            Icon {
                glyph: Icons.tablet
                color: Theme.pencil
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Label {
                    text: device.name
                    Layout.fillWidth: true
                }
                Label {
                    visible: text !== ""
                    text: device.standing
                    quiet: true
                    role: Label.Small
                    Layout.fillWidth: true
                }
            }
        }
    }
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
            implicitWidth: Math.min(root.width - 2 * root.padding, Theme.dialogWidth / 2)
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
