import QtQuick
import QtQuick.Dialogs

// The system's file picker, made when it is asked for.
Loader {
    id: root

    signal chosen(var files)

    function open(): void {
        active = true;
    }

    active: false
    sourceComponent: FileDialog {
        title: qsTr("Pictures of one piece of writing")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Pictures (*.jpg *.jpeg *.png *.webp)"), qsTr("All files (*)")]
        onAccepted: {
            root.chosen(selectedFiles);
            root.active = false;
        }
        onRejected: root.active = false
        Component.onCompleted: open()
    }
}
