import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Ui

// Not seen lately, whose turn it is first.
PlanSection {
    id: root

    required property PlanList plan

    signal go(string place, var args)

    objectName: "unseen"
    title: qsTr("Not seen lately")
    rows: unseen.count

    UnseenList {
        id: unseen
        workspace: Workspace
    }
    Repeater {
        model: unseen

        // Only those that show are made: a class may be large.
        Loader {
            id: person

            required property int index
            required property string studentId
            required property string name
            required property string seenWords
            required property string skillId
            required property string step
            required property bool away

            active: index < root.shown
            visible: active
            Layout.fillWidth: true
            sourceComponent: PlanPerson {
                name: person.name
                facts: person.away ? qsTr("away today") : person.seenWords
                step: person.step
                planned: root.plan.planned.includes(person.studentId)
                onAsked: root.go("student", { "studentId": person.studentId })
                onTakeIn: root.plan.takeIn([person.studentId], person.skillId)
            }
        }
    }
    Label {
        visible: unseen.ready && unseen.count === 0
        text: qsTr("You have seen everybody these last days.")
        quiet: true
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
}
