import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sync
import Inkstep.Ui

// A notebook back from a backup file, by the words made for that file.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Open a backup file")
    property string trouble: ""
    property url file: ""

    signal go(string place, var args)
    signal back()

    BackupFile {
        id: backup
        workspace: Workspace
        onFailed: sentence => root.trouble = sentence
        onRestored: root.go("today", {})
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space16

        PageHeader {
            title: root.title
            backShown: true
            onBackRequested: root.back()
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("Brings back the notebook as it was when the file was made. What other tablets wrote since comes with the next sync.")
            quiet: true
            Layout.fillWidth: true
        }
        Button {
            objectName: "chooseBackup"
            text: "" + root.file === "" ? qsTr("Choose the file") : decodeURIComponent(("" + root.file).replace("file://", ""))
            glyph: Icons.importFile
            enabled: !backup.working
            onClicked: chooser.active = true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        TextField {
            id: words
            objectName: "words"
            label: qsTr("The six words made for this file")
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        Banner {
            objectName: "trouble"
            visible: root.trouble !== ""
            text: root.trouble
            tone: Theme.Alert
            Layout.fillWidth: true
        }
        Button {
            objectName: "openBackup"
            visible: !backup.working
            text: qsTr("Bring it back")
            glyph: Icons.key
            kind: Button.Primary
            enabled: "" + root.file !== "" && words.text.trim() !== ""
            onClicked: {
                root.trouble = "";
                backup.restore(root.file, words.text);
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BackupProgress {
            visible: backup.working
            backup: backup
            text: qsTr("Bringing it back. Leaving this page stops it, and nothing half is left.")
            Layout.fillWidth: true
        }
    }

    Loader {
        id: chooser
        active: false
        sourceComponent: FileDialog {
            title: qsTr("The backup file")
            nameFilters: [qsTr("Inkstep backup (*.inkstep)"), qsTr("All files (*)")]
            onAccepted: {
                root.file = selectedFile;
                root.trouble = "";
                chooser.active = false;
            }
            onRejected: chooser.active = false
            Component.onCompleted: open()
        }
    }
}
