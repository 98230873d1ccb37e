import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sync
import Inkstep.Ui

// The notebook in one sealed file, for a drawer or for who has connected nothing; its words on paper.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Backup file")
    property string trouble: ""

    signal go(string place, var args)
    signal back()

    BackupFile {
        id: backup
        workspace: Workspace
        onFailed: sentence => root.trouble = sentence
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
            visible: backup.words.length === 0
            text: qsTr("All of this notebook in one locked file: pages, notes, marks, recordings. Keep it where the tablet is not, on a stick or the school’s drive.")
            Layout.fillWidth: true
        }
        Label {
            visible: backup.words.length === 0
            text: qsTr("Six words made for this one file open it; you copy them on paper. Who is erased for good later is still in a file made before: then delete it and make a new one.")
            quiet: true
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
            objectName: "saveBackup"
            visible: backup.words.length === 0 && !backup.working
            text: qsTr("Save the backup file")
            glyph: Icons.exportFile
            kind: Button.Primary
            onClicked: {
                root.trouble = "";
                chooser.active = true;
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BackupProgress {
            visible: backup.working
            backup: backup
            text: qsTr("Writing the backup file. Leaving this page stops it.")
            Layout.fillWidth: true
        }
        Label {
            objectName: "written-where"
            visible: backup.words.length > 0
            text: qsTr("It is in %1. These words open it, and nothing else does:").arg(backup.file)
            Layout.fillWidth: true
        }
        Banner {
            objectName: "missing"
            visible: backup.words.length > 0 && backup.missing > 0
            text: backup.missing === 1
                  ? qsTr("1 picture is only on another tablet and is not in the file. Sync first, then make it again, to have all.")
                  : qsTr("%1 pictures are only on other tablets and are not in the file. Sync first, then make it again, to have all.").arg(backup.missing)
            tone: Theme.Info
            Layout.fillWidth: true
        }
        WordsOnPaper {
            id: paper
            words: backup.words
            onTyping: root.trouble = ""
            onCheckAsked: typed => {
                confirmed = backup.fit(typed);
                root.trouble = confirmed ? "" : qsTr("That is not it. Look at your paper again: five letters a word, and every letter counts.");
            }
            Layout.fillWidth: true
        }
        Banner {
            objectName: "right"
            visible: paper.confirmed
            text: qsTr("Right. Keep the paper apart from the file.")
            tone: Theme.Good
            Layout.fillWidth: true
        }
        Button {
            objectName: "finished"
            visible: paper.confirmed
            text: qsTr("Done")
            kind: Button.Primary
            onClicked: {
                backup.forget();
                root.back();
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
    }

    Loader {
        id: chooser
        active: false
        sourceComponent: FileDialog {
            title: qsTr("Where to save the backup file")
            fileMode: FileDialog.SaveFile
            defaultSuffix: "inkstep"
            nameFilters: [qsTr("Inkstep backup (*.inkstep)")]
            selectedFile: backup.suggested()
            onAccepted: {
                chooser.active = false;
                backup.write(selectedFile);
            }
            onRejected: chooser.active = false
            Component.onCompleted: open()
        }
    }
}
