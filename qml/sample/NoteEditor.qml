import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// One note: the bank in one tap, words of one's own, color, who wrote it, and for a next step how it goes. Leaving saves.
SidePanel {
    id: root

    required property PageNotes notes
    required property string noteId
    required property string studentId

    property var note: notes.at(noteId)
    readonly property bool known: note.noteId !== undefined
    readonly property int kind: known ? note.kind : Theme.Noticed
    readonly property bool isStep: kind === Theme.NextStep
    readonly property bool draft: known && note.draft
    readonly property string typed: field.text.trim()

    function keep(): void {
        field.keep();
    }

    title: Theme.noteKindName(kind)

    Connections {
        target: root.notes
        function onNoteChanged(): void {
            root.note = root.notes.at(root.noteId);
        }
        function onDraftChanged(): void {
            root.note = root.notes.at(root.noteId);
        }
    }
    onNoteIdChanged: note = notes.at(noteId)

    Label {
        text: qsTr("Tap the writing to point at the words.")
        quiet: true
        role: Label.Small
        visible: root.draft
        Layout.fillWidth: true
    }
    VersionsChoice {
        about: root.noteId
        visible: root.known && root.note.versions > 1
        Layout.fillWidth: true
    }
    StepProgress {
        noteId: root.noteId
        visible: root.isStep && !root.draft
        Layout.fillWidth: true
    }
    SkillPicker {
        studentId: root.studentId
        kind: root.kind
        currentSkill: root.known ? root.note.skillId : ""
        atMost: all.checked ? 0 : 6
        traitsShown: all.checked
        Layout.fillWidth: true
        onChosen: (skillId, compliment, childWords) => {
            field.keep();
            root.notes.useSkill(root.noteId, skillId, compliment, childWords);
        }
    }
    Button {
        id: all
        kind: Button.Quiet
        checkable: true
        text: checked ? qsTr("Fewer skills") : qsTr("The whole skill bank")
        accessibleRole: Accessible.Button
    }
    KeptField {
        id: field
        label: qsTr("Words on the note")
        placeholderText: root.isStep ? qsTr("One small thing to try") : root.kind === Theme.Noticed ? qsTr("What the writer did")
                                                                                               : qsTr("I wonder…")
        reading: true
        lines: 2
        kept: root.known ? root.note.words : ""
        Layout.fillWidth: true
        onWritten: words => root.notes.write(root.noteId, words)
    }
    HintLine {
        studentId: root.studentId
        words: root.isStep ? field.text : ""
        skillId: root.isStep && root.known ? root.note.skillId : ""
        Layout.fillWidth: true
    }
    SegmentedChoice {
        label: qsTr("Color of the note")
        options: [Theme.noteKindName(0), Theme.noteKindName(1), Theme.noteKindName(2)]
        currentIndex: root.kind
        Layout.fillWidth: true
        onChosen: index => {
            field.keep();
            root.notes.setKind(root.noteId, index);
        }
    }
    SegmentedChoice {
        label: qsTr("Who wrote it")
        options: [qsTr("A grown-up"), qsTr("The writer")]
        currentIndex: root.known ? root.note.author : 0
        Layout.fillWidth: true
        onChosen: index => root.notes.setAuthor(root.noteId, index)
    }
    Button {
        kind: Button.Quiet
        glyph: Icons.trash
        text: qsTr("Delete note")
        onClicked: {
            const id = root.noteId;
            field.shown = field.text.trim(); // what goes needs no keeping
            root.closed();
            root.notes.remove(id);
        }
    }
}
