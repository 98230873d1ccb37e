import QtQuick
import QtQuick.Dialogs
import Inkstep.Data

// The system's file picker, made when it is asked for.
Loader {
    id: root

    signal chosen(var files)

    function open(): void {
        active = true;
    }

    active: false
    sourceComponent: FileDialog {
        title: qsTr("Pages of one piece of writing")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Pictures and PDFs (%1)").arg(Workspace.intake.fileEndings), qsTr("All files (*)")]
        onAccepted: {
            root.chosen(selectedFiles);
            root.active = false;
        }
        onRejected: root.active = false
        Component.onCompleted: open()
    }
}
