import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Ui

// Open next steps, to be looked for while walking about.
PlanSection {
    id: root

    signal go(string place, var args)

    objectName: "steps"
    title: qsTr("To look for")
    rows: steps.count

    StepList {
        id: steps
        workspace: Workspace
    }
    Repeater {
        model: steps

        Loader {
            id: step

            required property int index
            required property string studentId
            required property string skillId
            required property string name
            required property string words
            required property int level

            active: index < root.shown
            visible: active
            Layout.fillWidth: true
            sourceComponent: PlanStep {
                name: step.name
                words: step.words
                level: step.level
                onClicked: root.go("student", { "studentId": step.studentId, "skillId": step.skillId })
            }
        }
    }
    Label {
        visible: steps.ready && steps.count === 0
        text: qsTr("Next steps you offer wait here until the writer can do them alone.")
        quiet: true
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
}
