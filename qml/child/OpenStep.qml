import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Child

// The step the child is on, and how it went: one tap.
ColumnLayout {
    id: root

    required property ChildDetails child
    required property ConferenceKeeper talk

    visible: child.ready
    spacing: Theme.space8

    SectionHeader {
        title: qsTr("The last step")
        Layout.fillWidth: true
    }
    Item {
        visible: root.child.stepId !== ""
        implicitHeight: inside.implicitHeight + 2 * Theme.space16
        Layout.fillWidth: true

        NotePaper {
            anchors.fill: parent
            kind: Theme.NextStep
        }
        ColumnLayout {
            id: inside
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.space16
            spacing: Theme.space8

            ReadingText {
                text: root.child.stepWords
                role: Label.Title
                color: Theme.noteInk
                Layout.fillWidth: true
            }
            Label {
                text: root.child.stepSkill
                role: Label.Small
                color: Theme.notePencil
                visible: text !== "" && text !== root.child.stepWords
                Layout.fillWidth: true
            }
            StepProgress {
                noteId: root.child.stepId
                ink: Theme.noteInk
                asksPage: true
                onAnswered: level => root.talk.answer(root.child.stepId, level)
                onLetGo: root.talk.letGo(root.child.stepId)
                Layout.fillWidth: true
            }
        }
    }
    Label {
        text: qsTr("No step is open. Offer one small thing below.")
        quiet: true
        visible: root.child.stepId === ""
        Layout.fillWidth: true
    }
}
