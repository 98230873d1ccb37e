import QtQuick
import QtQuick.Dialogs

// The system's file dialog for packs of skills.
Item {
    id: root

    signal opened(url file)
    signal saved(url file)

    function ask(save: bool): void {
        dialog.fileMode = save ? FileDialog.SaveFile : FileDialog.OpenFile;
        dialog.open();
    }

    FileDialog {
        id: dialog
        title: fileMode === FileDialog.SaveFile ? qsTr("Save the skills as a pack") : qsTr("Choose a pack of skills")
        defaultSuffix: "json"
        nameFilters: [qsTr("Packs (*.json)"), qsTr("All files (*)")]
        onAccepted: {
            if (fileMode === FileDialog.SaveFile)
                root.saved(selectedFile);
            else
                root.opened(selectedFile);
        }
    }
}
