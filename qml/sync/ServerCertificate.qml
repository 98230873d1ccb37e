import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// A certificate nobody this tablet trusts has signed: a person compares it, once.
Card {
    id: root

    spacing: Theme.space12

    Label {
        text: qsTr("Is this the right server?")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Nobody this tablet trusts has signed for it, as with many schools' own servers. Ask whoever runs it for the certificate's SHA-256 fingerprint and compare every pair. Nothing has been sent yet.")
        Layout.fillWidth: true
    }
    Label {
        objectName: "fingerprint"
        text: SyncService.fingerprint
        strong: true
        wrapMode: Text.WrapAnywhere
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            objectName: "fingerprintRight"
            text: qsTr("It is the same: connect")
            glyph: Icons.fingerprint
            kind: Button.Primary
            onClicked: SyncService.fingerprintIsRight()
        }
        Button {
            objectName: "fingerprintWrong"
            text: qsTr("It is another: stop")
            onClicked: SyncService.fingerprintIsWrong()
        }
    }
}
