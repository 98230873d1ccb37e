import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Sample

// Beside the page, or over its lower part: the note that is open, the sample's facts, whose page it is, or what was
// said about it.
Item {
    id: root

    required property bool narrow
    required property PageDetails details
    required property PageNotes notes
    // The note that is open; empty: none.
    required property string noteId
    // "facts", "move", "voice"; empty: none of them.
    property string kind: ""

    signal noteClosed()

    // What was typed is kept.
    function keep(): void {
        const open = editor.item as NoteEditor;
        if (open)
            open.keep();
    }

    readonly property string typed: editor.item ? (editor.item as NoteEditor).typed : ""

    visible: noteId !== "" || kind !== ""

    Loader {
        id: editor
        anchors.fill: parent
        active: root.noteId !== ""
        sourceComponent: NoteEditor {
            lying: root.narrow
            notes: root.notes
            noteId: root.noteId
            studentId: root.details.studentId
            onClosed: root.noteClosed()
        }
    }
    Loader {
        anchors.fill: parent
        active: root.kind !== ""
        sourceComponent: root.kind === "move" ? move : root.kind === "voice" ? voice : facts
    }
    Component {
        id: facts
        SampleSheet {
            lying: root.narrow
            details: root.details
            onClosed: root.kind = ""
        }
    }
    Component {
        id: voice
        SidePanel {
            title: qsTr("Voice notes")
            lying: root.narrow
            onClosed: root.kind = ""

            VoiceNotes {
                aboutId: root.details.pageId
                Layout.fillWidth: true
            }
        }
    }
    Component {
        id: move
        MovePanel {
            lying: root.narrow
            details: root.details
            onClosed: root.kind = ""
        }
    }
}
