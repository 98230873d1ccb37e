import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// How a next step goes: what it is now, and the answer in one tap.
ColumnLayout {
    id: root

    required property string noteId
    property color ink: Theme.ink
    // The page keeps the answers itself: answered() and letGo() are all that happens.
    property bool asksPage: false
    readonly property alias step: answers.step
    readonly property alias answers: answers

    signal answered(int level)
    signal letGo()

    spacing: Theme.space4

    StepAnswers {
        id: answers
        workspace: Workspace
        noteId: root.noteId
    }
    Label {
        text: answers.count === 0 ? qsTr("How did it go?") : qsTr("How did it go? Last: %1").arg(answers.stepName)
        strong: true
        color: root.ink
        Layout.fillWidth: true
    }
    FiveCircles {
        level: answers.level
        ink: root.ink
        Layout.fillWidth: true
        onChosen: level => {
            if (root.asksPage)
                root.answered(level);
            else
                answers.answer(level);
        }
    }
    Button {
        kind: Button.Secondary
        glyph: Icons.leaf
        text: answers.step === 3 ? qsTr("Let go") : qsTr("Let it go: it is theirs now")
        enabled: answers.step !== 3
        Layout.fillWidth: true
        onClicked: {
            if (root.asksPage)
                root.letGo();
            else
                answers.letGo();
        }
    }
}
