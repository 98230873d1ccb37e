import QtQuick
import Inkstep.Data
import Inkstep.Frame

// The keyboard's way to everything the frame does.
Item {
    id: root

    required property PageHost host
    required property var entries // of FramePlace, in order

    signal undone(string label)

    function search(): void {
        const page = root.host.page;
        if (page && page.startSearch)
            page.startSearch();
        else if (root.host.places.has("samples"))
            root.host.open("samples", {});
        else
            root.host.open("class", { "searching": true });
    }

    Shortcut {
        sequences: ["Ctrl+Z"]
        enabled: Workspace.undoLabel !== ""
        onActivated: {
            const label = Workspace.undoLabel;
            Workspace.undo();
            root.undone(label);
        }
    }
    Shortcut {
        sequences: ["Ctrl+Shift+Z"]
        enabled: Workspace.redoLabel !== ""
        onActivated: Workspace.redo()
    }
    Shortcut {
        sequences: ["Alt+Left"]
        enabled: root.host.canGoBack
        onActivated: root.host.back()
    }
    Shortcut {
        sequences: ["Escape"]
        onActivated: {
            // A page may have something nearer to leave than itself: words being searched for, a drawer.
            const page = root.host.page;
            if (page && page.stepOut && page.stepOut())
                return;
            if (root.host.canGoBack)
                root.host.back();
        }
    }
    Shortcut {
        sequences: ["Ctrl+F"]
        onActivated: root.search()
    }
    Shortcut {
        sequences: ["Ctrl+N"]
        enabled: root.host.places.has("camera") && root.host.place !== "camera"
        onActivated: root.host.go("camera", {})
    }

    Repeater {
        model: root.entries

        Item {
            id: entry
            required property int index
            required property FramePlace modelData

            Shortcut {
                sequences: ["Ctrl+" + (entry.index + 1)]
                onActivated: root.host.open(entry.modelData.place, {})
            }
        }
    }
}
