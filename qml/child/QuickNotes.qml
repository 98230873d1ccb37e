import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Child

// Notes from the bank without opening a page: the likeliest next steps are one tap away, the rest two.
ColumnLayout {
    id: root

    required property ChildDetails child
    property int kind: Theme.NextStep
    property bool all: false

    visible: child.ready && !child.gone
    spacing: Theme.space8

    function add(skillId: string, compliment: string, childWords: string): void {
        child.addNote(kind, skillId, kind === Theme.Noticed ? compliment : kind === Theme.NextStep ? childWords : "");
    }

    SegmentedChoice {
        label: qsTr("Note to add")
        options: [qsTr("Noticed"), qsTr("I wonder"), qsTr("Next step")]
        currentIndex: root.kind
        Layout.fillWidth: true
        onChosen: index => root.kind = index
    }
    SkillPicker {
        studentId: root.child.studentId
        kind: root.kind
        atMost: root.all ? 0 : 4
        onlyNext: root.kind === Theme.NextStep && !root.all
        traitsShown: root.all
        Layout.fillWidth: true
        onChosen: (skillId, compliment, childWords) => root.add(skillId, compliment, childWords)
    }
    Button {
        kind: Button.Quiet
        text: root.all ? qsTr("Fewer skills") : qsTr("The whole skill bank")
        onClicked: root.all = !root.all
    }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true

        TextArea {
            id: words
            label: qsTr("In your own words")
            labelShown: false
            placeholderText: label
            lines: 1
            reading: true
            Layout.fillWidth: true
        }
        IconButton {
            label: qsTr("Add note")
            glyph: Icons.notePlus
            enabled: words.text.trim() !== ""
            Layout.alignment: Qt.AlignBottom
            onClicked: {
                root.child.addNote(root.kind, "", words.text);
                words.text = "";
            }
        }
    }
}
