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
    required property ConferenceKeeper talk
    // What the sheet wants looked at.
    property string namedSkill: ""
    // Of the step that was just offered, for a hint about it.
    property string lastSkill: ""
    property string lastWords: ""
    property int kind: Theme.NextStep
    property bool all: false

    visible: child.ready && !child.gone
    spacing: Theme.space8

    function add(skillId: string, given: string): void {
        talk.addNote(kind, skillId, given, child.nextDown);
        lastSkill = kind === Theme.NextStep ? skillId : "";
        lastWords = kind === Theme.NextStep ? given : "";
    }

    SegmentedChoice {
        label: qsTr("Note to add")
        options: [qsTr("Noticed"), qsTr("I wonder"), qsTr("Next step")]
        currentIndex: root.kind
        Layout.fillWidth: true
        onChosen: index => {
            root.kind = index;
            root.lastSkill = "";
            root.lastWords = "";
        }
    }
    SkillPicker {
        studentId: root.child.studentId
        kind: root.kind
        atMost: root.all ? 0 : 4
        onlyNext: root.kind === Theme.NextStep && !root.all
        traitsShown: root.all
        namedSkill: root.namedSkill
        Layout.fillWidth: true
        onChosen: (skillId, compliment, childWords) => root.add(skillId, root.kind === Theme.Noticed ? compliment
                                                                 : root.kind === Theme.NextStep ? childWords : "")
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
                root.add("", words.text);
                words.text = "";
            }
        }
    }
    HintLine {
        studentId: root.child.studentId
        words: root.kind !== Theme.NextStep ? "" : words.text.trim() !== "" ? words.text : root.lastWords
        skillId: words.text.trim() === "" ? root.lastSkill : ""
        Layout.fillWidth: true
    }
}
