import QtQuick
import Inkstep.Data
import Inkstep.Ui

// After any change, for eight seconds: what was done, and the way back; after that way was taken, the way there again.
Toast {
    id: root

    // What was done was taken back.
    property bool takenBack: false
    property string label: ""
    // A child looks at the window: what was done before concerns others.
    property bool discreet: false

    onDiscreetChanged: {
        if (discreet)
            hide();
    }

    function tell(done: string, back: bool): void {
        label = done;
        takenBack = back;
        if (!discreet)
            show(back ? qsTr("Taken back: %1").arg(done) : done);
    }

    actionText: takenBack ? qsTr("Redo") : qsTr("Undo")
    onActionTriggered: {
        if (takenBack) {
            Workspace.redo();
        } else {
            Workspace.undo();
            tell(label, true);
        }
    }

    Connections {
        target: Workspace
        function onPerformed(label: string): void {
            if (label !== "")
                root.tell(label, false);
        }
        // Taken back by another way than this bar: it must not offer to take back the change before.
        function onUndoChanged(): void {
            const taken = Workspace.redoLabel;
            if (root.showing && taken !== "" && (taken === root.label) !== root.takenBack)
                root.tell(taken, true);
        }
        function onNotebookClosing(): void {
            root.hide();
        }
    }
}
