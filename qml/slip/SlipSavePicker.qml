import QtQuick
import QtQuick.Dialogs

// The system's file dialog for the sheets.
Item {
    id: root

    signal saved(url file)

    function ask(): void {
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: qsTr("Save the slips as a PDF")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF (*.pdf)")]
        onAccepted: root.saved(selectedFile)
    }
}
