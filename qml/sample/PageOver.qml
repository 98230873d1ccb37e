import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// What lies over a page now and then: why there is no picture, what one may want to take it again for, its edges.
Item {
    id: root

    required property PageDetails details
    required property PageCanvas canvas
    required property bool narrow
    // The camera has just brought it.
    required property bool justShot

    // Nothing else of the page is to be used meanwhile, also not by keys.
    readonly property bool editing: edges.active

    signal leaving()
    signal retakeWanted()

    function openEdges(): void {
        edges.active = true;
    }
    // Whether there was something to leave.
    function stepOut(): bool {
        if (!edges.active)
            return false;
        edges.active = false;
        canvas.forceActiveFocus();
        return true;
    }

    PageTrouble {
        x: root.canvas.x + Math.round((root.canvas.width - width) / 2)
        y: root.canvas.y + Math.round((root.canvas.height - height) / 2)
        width: Math.min(root.canvas.width - 2 * Theme.space32, Theme.dialogWidth)
        details: root.details
        canvas: root.canvas
        onLeaving: root.leaving()
    }
    PageHint {
        x: Theme.rightToLeft ? root.canvas.x + root.canvas.width - width - Theme.space16 : root.canvas.x + (narrow ? Theme.space8 : Theme.space16)
        y: root.canvas.y + (narrow ? Theme.space8 : Theme.space16)
        width: narrow ? root.canvas.width - 2 * Theme.space8 : implicitWidth
        narrow: root.narrow
        details: root.details
        wanted: root.justShot
        onRetakeWanted: root.retakeWanted()
    }
    Loader {
        id: edges
        anchors.fill: parent
        active: false
        sourceComponent: PageEdges {
            details: root.details
            onClosed: root.stepOut()
        }
    }
}
