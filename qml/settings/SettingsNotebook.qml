import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Settings
import Inkstep.Ui

// The notebook that is open.
Card {
    id: root

    signal historyAsked()

    SectionHeader {
        title: qsTr("This notebook")
        Layout.fillWidth: true
    }
    TextField {
        id: name
        objectName: "notebookName"
        label: qsTr("Name")
        text: Workspace.notebookName
        maximumLength: 80
        error: text.trim() === "" ? qsTr("A notebook needs a name.") : ""
        Layout.fillWidth: true
        onAccepted: rename.clicked()
    }
    Button {
        id: rename
        objectName: "rename"
        text: qsTr("Rename")
        visible: name.text.trim() !== "" && name.text.trim() !== Workspace.notebookName
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: {
            if (visible)
                Workspace.renameNotebook(name.text);
        }
    }
    ListRow {
        objectName: "history"
        title: qsTr("History")
        subtitle: qsTr("Everything that was done, and the way back")
        glyph: Icons.history
        chevron: true
        Layout.fillWidth: true
        onClicked: root.historyAsked()
    }
    Connections {
        target: Workspace
        function onNotebooksChanged(): void {
            name.text = Workspace.notebookName;
        }
    }
}
