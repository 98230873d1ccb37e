import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The notes over the page, in reading order for the keyboard.
Item {
    id: root

    required property PageNotes notes
    required property PageCanvas canvas
    required property string openNote
    required property bool narrow
    // The open note's words as they are being written.
    required property string typed

    // Of a small card; never more of the view than leaves the writing to be seen.
    readonly property real cardWidth: Math.min(Theme.readable / 4, canvas.width * 0.4)

    // A note is under a finger: the page must not move along.
    property int holding: 0
    readonly property bool held: holding > 0

    signal opened(string note)
    signal removed(string note)

    Repeater {
        model: root.notes

        PageNote {
            notes: root.notes
            pageWidth: root.canvas.pageWidth
            pageHeight: root.canvas.pageHeight
            desk: root.canvas.desk
            // Beside a larger page there is room for all the words.
            small: root.canvas.zoom < 1.6 && (!open || root.narrow)
            cardWidth: small ? root.cardWidth : Math.min(Theme.readable / 3, root.canvas.width * 0.6)
            open: root.openNote === noteId
            typed: root.typed
            stateName: kind === Theme.NextStep ? naming.nameOf(step) : ""
            onHeldChanged: root.holding += held ? 1 : -1
            onOpened: root.opened(noteId)
            onRemoved: root.removed(noteId)
            onFocusedNote: root.canvas.reveal(Qt.point(anchorX, anchorY))
        }
    }
    StepAnswers {
        id: naming
        workspace: Workspace
    }
}
