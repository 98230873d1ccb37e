import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// The notebooks of this device, one tap each, and what concerns a notebook as a whole.
Menu {
    id: root

    required property Places places

    signal go(string place, var args)

    label: qsTr("Notebooks")

    Repeater {
        model: Workspace.notebooks

        MenuEntry {
            required property var modelData
            objectName: "notebook-" + modelData.id
            text: modelData.name === "" ? qsTr("Notebook without a name") : modelData.name
            glyph: modelData.current ? Icons.check : Icons.note
            selected: modelData.current
            accessibleName: modelData.current ? qsTr("%1, shown now").arg(text) : text
            onTriggered: {
                if (!modelData.current)
                    Workspace.showNotebook(modelData.id);
            }
        }
    }
    MenuEntry {
        objectName: "newClass"
        text: qsTr("New class")
        glyph: Icons.plus
        onTriggered: root.go("welcome", { "another": true })
    }
    MenuEntry {
        objectName: "joinNotebook"
        visible: root.places.has("join")
        text: qsTr("Join a notebook")
        glyph: Icons.groupPlus
        onTriggered: root.go("join", {})
    }
    MenuEntry {
        objectName: "openHistory"
        visible: root.places.has("history")
        text: qsTr("History")
        glyph: Icons.history
        onTriggered: root.go("history", {})
    }
}
