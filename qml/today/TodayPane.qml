import QtQuick
import QtQuick.Layouts
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// Beside the class, where there is width: what comes again, today's plan, what to look for, and below it the two-weekly sample and tomorrow.
Item {
    id: root

    required property PlanList today
    required property PlanList tomorrow
    required property RoundList round
    required property StepList steps
    property int mostSteps: 4
    // Decided by the size of the letters alone: what stands there must not move by what it says.
    readonly property bool pinned: height > Theme.body * 34
    // Comes before everything else: what cannot wait.
    default property alias before: first.data

    signal go(string place, var args)

    Rectangle {
        width: Theme.hairline
        color: Theme.line
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; topMargin: Theme.space8; bottomMargin: Theme.space16 }
    }

    Flickable {
        anchors {
            left: parent.left; right: parent.right; top: parent.top; bottom: below.top
            leftMargin: Theme.space16; rightMargin: Theme.space16; bottomMargin: root.pinned ? Theme.space16 : 0
        }
        contentHeight: column.height + Theme.space8
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: true

        ColumnLayout {
            id: column
            width: parent.width
            spacing: Theme.space4

            ColumnLayout {
                id: first
                spacing: Theme.space8
                Layout.fillWidth: true
                Layout.topMargin: Theme.space8
            }

            Label {
                visible: root.today.count > 0
                text: root.today.left === 0 ? qsTr("Today’s plan is done") : qsTr("Today’s plan")
                strong: true
                role: Label.Title
                Layout.fillWidth: true
            }
            Repeater {
                model: root.today

                TodayPart {
                    required property int index
                    required property string studentId
                    required property string skillId

                    Layout.fillWidth: true
                    onDoneAsked: done => root.today.setDone(index, done)
                    onStarted: root.go(isGroup ? "sheet" : "student",
                                       isGroup ? { "skillId": skillId } : { "studentId": studentId, "skillId": skillId })
                }
            }

            Label {
                text: qsTr("To look for")
                strong: true
                role: Label.Title
                Layout.fillWidth: true
                Layout.topMargin: root.today.count > 0 ? Theme.space16 : 0
            }
            Label {
                visible: root.steps.ready && root.steps.count === 0
                text: qsTr("Next steps you offer wait here until the writer can do them alone.")
                quiet: true
                Layout.fillWidth: true
            }
            Repeater {
                model: root.steps

                Loader {
                    id: slot
                    required property int index
                    required property string studentId
                    required property string skillId
                    required property string name
                    required property string words
                    required property int level

                    active: index < root.mostSteps
                    visible: active
                    Layout.fillWidth: true
                    sourceComponent: TodayStep {
                        name: slot.name
                        words: slot.words
                        level: slot.level
                        onClicked: root.go("student", { "studentId": slot.studentId, "skillId": slot.skillId })
                    }
                }
            }
            Button {
                objectName: "moreSteps"
                visible: root.steps.count > root.mostSteps
                kind: Button.Quiet
                text: qsTr("All %1").arg(root.steps.count)
                accessibleName: qsTr("All %1 steps to look for").arg(root.steps.count)
                leftPadding: Theme.space8
                onClicked: root.go("plan", { "part": "steps" })
            }
            Loader {
                active: !root.pinned
                visible: active
                sourceComponent: ends
                Layout.fillWidth: true
                Layout.topMargin: Theme.space16
            }
        }
    }
    // One tap away, however much stands above: as long as it leaves that the larger part.
    Loader {
        id: below
        active: root.pinned
        visible: active
        sourceComponent: ends
        height: active ? implicitHeight : 0
        anchors {
            left: parent.left; right: parent.right; bottom: parent.bottom
            leftMargin: Theme.space16; rightMargin: Theme.space16; bottomMargin: active ? Theme.space16 : 0
        }
    }
    Rectangle {
        visible: root.pinned
        height: Theme.hairline
        color: Theme.line
        anchors { left: below.left; right: below.right; bottom: below.top; bottomMargin: Theme.space8 }
    }
    Component {
        id: ends
        TodayEnds {
            tomorrow: root.tomorrow
            round: root.round
            onGo: (place, args) => root.go(place, args)
        }
    }
}
