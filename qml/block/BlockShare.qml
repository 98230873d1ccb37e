import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Data
import Inkstep.Ui

// What the whole class shares: something to celebrate, something to talk about.
Card {
    id: root

    required property string blockId

    ShareNotes {
        id: notes
        workspace: Workspace
        blockId: root.blockId
    }

    Label {
        text: qsTr("To share with the class")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        visible: notes.ready && notes.count === 0
        text: qsTr("Something a writer did that everybody could try, or a question to end the block with.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    Flow {
        id: board
        readonly property real side: width > Theme.dialogWidth * 3 / 4 ? Math.floor((width - spacing) / 2) : width
        spacing: Theme.space16
        visible: notes.count > 0
        Layout.fillWidth: true

        Repeater {
            model: notes

            ShareNote {
                width: board.side
                onWritten: words => notes.change(noteId, words)
                onRemoved: notes.remove(noteId)
            }
        }
    }
    ShareField {
        Layout.fillWidth: true
        onAdded: (kind, words) => notes.add(kind, words)
    }
}
