import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Sample
import Inkstep.Ui

// One day's plan: a suggestion that fits the minutes there are, until the teacher keeps or changes it.
PlanSection {
    id: root

    required property PlanList plan
    required property Ways ways
    // The row whose controls are open; -1: none.
    property int open: -1

    signal go(string place, var args)

    objectName: "day"
    title: plan.dayName
    subtitle: plan.dayWords

    Label {
        objectName: "planSummary"
        text: plan.count === 0 ? "" : plan.kept ? qsTr("Your plan: %1").arg(plan.summary)
                                                : qsTr("A suggestion: %1").arg(plan.summary)
        visible: text !== ""
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8
    }
    PlanMinutes {
        plan: root.plan
        visible: root.plan.count > 0
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
    Label {
        objectName: "over"
        visible: root.plan.over > 0
        text: qsTr("%1 minutes more than the %2 there are.").arg(root.plan.over).arg(root.plan.allMinutes)
        role: Label.Small
        strong: true
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8
    }
    Repeater {
        model: root.plan

        PlanItemRow {
            required property int index
            required property string studentId
            required property string skillId

            open: root.open === index
            first: index === 0
            last: index === root.plan.count - 1
            checkable: root.plan.kept && root.plan.isToday
            Layout.fillWidth: true
            onOpenAsked: root.open = open ? -1 : index
            onDoneAsked: done => root.plan.setDone(index, done)
            onMinutesAsked: minutes => root.plan.setMinutes(index, minutes)
            onMoveAsked: by => {
                root.open = index + by;
                root.plan.move(index, by);
            }
            onTakeOutAsked: {
                root.open = -1;
                root.plan.takeOut(index);
            }
            onStartAsked: root.go(isGroup ? "sheet" : "student",
                                  isGroup ? { "skillId": skillId } : { "studentId": studentId, "skillId": skillId })
        }
    }
    Label {
        visible: root.plan.ready && root.plan.count === 0
        text: qsTr("Nothing is planned. Take somebody in with the plus beside a name.")
        quiet: true
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
    FlowRow {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8
        Layout.topMargin: Theme.space8

        Button {
            objectName: "keepPlan"
            visible: root.plan.count > 0 && !root.plan.kept
            kind: Button.Primary
            text: qsTr("Keep this plan")
            onClicked: root.plan.keep()
        }
        Button {
            objectName: "addToPlan"
            text: qsTr("Add a student")
            glyph: Icons.plus
            kind: Button.Quiet
            onClicked: chooser.open()
        }
        Button {
            objectName: "startOver"
            visible: root.plan.kept
            text: qsTr("Suggest anew")
            glyph: Icons.refresh
            kind: Button.Quiet
            onClicked: root.plan.startOver()
        }
    }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8

        Label {
            text: qsTr("Minutes in the block")
            role: Label.Small
            quiet: true
            Layout.fillWidth: true
        }
        MinuteStepper {
            objectName: "blockMinutes"
            label: qsTr("Minutes in the block")
            minutes: root.ways.blockMinutes
            least: 5
            onChosen: minutes => root.ways.setBlockMinutes(minutes)
        }
    }
    Dialog {
        id: chooser
        objectName: "choosePlanned"
        title: qsTr("Who shall be in the plan?")
        body: StudentList {
            onChosen: id => {
                chooser.close();
                root.plan.takeIn([id], "");
            }
        }
    }
}
