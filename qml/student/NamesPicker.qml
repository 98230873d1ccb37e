import QtQuick
import QtQuick.Dialogs

// The system's file dialog for a class list.
Item {
    id: root

    signal chosen(url file)

    function open(): void {
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: qsTr("Choose a class list")
        nameFilters: [qsTr("Lists (*.csv *.tsv *.txt)"), qsTr("All files (*)")]
        onAccepted: root.chosen(selectedFile)
    }
}
