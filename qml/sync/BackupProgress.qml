import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// How far a backup file is, and the way to stop it.
ColumnLayout {
    id: root

    required property BackupFile backup
    required property string text

    spacing: Theme.space12

    Label {
        text: root.text
        quiet: true
        Layout.fillWidth: true
    }
    ProgressBar {
        label: root.text
        value: root.backup.progress
        Layout.fillWidth: true
    }
    Button {
        objectName: "cancelBackup"
        text: qsTr("Stop")
        onClicked: root.backup.cancel()
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
    }
}
