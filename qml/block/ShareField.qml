import QtQuick
import QtQuick.Layouts
import Inkstep.Sample
import Inkstep.Ui

// Words for a new thing to share; a child can be named by choosing instead of typing.
ColumnLayout {
    id: root

    property int kind: Theme.Noticed

    signal added(int kind, string words)

    function keep(): void {
        if (words.text.trim() === "")
            return;
        added(kind, words.text);
        words.text = "";
    }

    spacing: Theme.space8

    SegmentedChoice {
        label: qsTr("Kind of thing to share")
        options: [qsTr("To celebrate"), qsTr("To talk about")]
        currentIndex: root.kind
        Layout.fillWidth: true
        onChosen: index => root.kind = index
    }
    TextArea {
        id: words
        objectName: "shareWords"
        label: root.kind === Theme.Noticed ? qsTr("What to celebrate") : qsTr("What to talk about")
        labelShown: false
        placeholderText: label
        lines: 1
        reading: true
        Layout.fillWidth: true
        input.Keys.onReturnPressed: root.keep()
    }
    FlowRow {
        Layout.fillWidth: true

        Button {
            objectName: "addShare"
            text: qsTr("Add")
            glyph: Icons.notePlus
            enabled: words.text.trim() !== ""
            onClicked: root.keep()
        }
        Button {
            objectName: "nameStudent"
            text: qsTr("Name a student")
            glyph: Icons.student
            kind: Button.Quiet
            onClicked: chooser.open()
        }
    }
    Dialog {
        id: chooser
        title: qsTr("Whose work is it?")
        body: StudentList {
            onChosen: (studentId, name) => {
                chooser.close();
                words.text = words.text.trim() === "" ? qsTr("%1: ").arg(name) : qsTr("%1 (%2)").arg(words.text.trim()).arg(name);
                words.input.forceActiveFocus();
                words.input.cursorPosition = words.text.length;
            }
        }
    }
}
