import QtQuick
import QtQuick.Dialogs
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The three ways a picture comes in without a camera: chosen, dropped, pasted. With a student given nothing is asked.
Item {
    id: root

    property string studentId: ""
    // Its next pages; empty: a new sample.
    property string sampleId: ""
    readonly property bool over: drop.containsDrag

    // These files, or what the clipboard holds, wait for the name of a child.
    signal asked(var files, bool fromClipboard)
    // There is no picture on the clipboard.
    signal nothingThere()

    function choose(): void {
        picker.active = true;
    }
    function paste(): void {
        if (studentId === "")
            asked([], true);
        else if (!Workspace.intake.importClipboard(studentId, sampleId))
            nothingThere();
    }
    function take(files: list<url>): void {
        if (files.length === 0)
            return;
        if (studentId === "")
            asked(files, false);
        else
            Workspace.intake.importFiles(files, studentId, sampleId);
    }

    Shortcut {
        sequences: [StandardKey.Paste]
        enabled: root.visible
        onActivated: root.paste()
    }
    DropArea {
        id: drop
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: event => {
            root.take(event.urls);
            event.accept();
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.actionTint
        opacity: Theme.paleOpacity
        border.width: Theme.stroke
        border.color: Theme.action
        visible: drop.containsDrag
    }
    Loader {
        id: picker
        active: false
        onLoaded: (item as FileDialog).open()
        sourceComponent: FileDialog {
            title: qsTr("Pages of writing")
            fileMode: FileDialog.OpenFiles
            nameFilters: [qsTr("Pictures and PDFs (%1)").arg(Workspace.intake.fileEndings)]
            onAccepted: {
                root.take(selectedFiles);
                picker.active = false;
            }
            onRejected: picker.active = false
        }
    }
}
