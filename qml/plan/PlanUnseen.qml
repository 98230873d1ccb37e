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

        PlanPerson {
            required property int index
            required property string studentId
            required property string seenWords
            required property string skillId
            required property bool away

            visible: index < root.shown
            facts: away ? qsTr("away today") : seenWords
            planned: root.plan.planned.includes(studentId)
            Layout.fillWidth: true
            onAsked: root.go("student", { "studentId": studentId })
            onTakeIn: root.plan.takeIn([studentId], skillId)
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
