import QtQuick
import QtQuick.Layouts
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// Beside the class, where there is width: what comes again, today's plan, what to look for, the two-weekly sample, tomorrow.
Item {
    id: root

    required property PlanList today
    required property PlanList tomorrow
    required property RoundList round
    required property StepList steps
    property int mostSteps: 4
    // Comes before everything else: what cannot wait.
    default property alias before: first.data

    signal go(string place, var args)

    Rectangle {
        width: Theme.hairline
        color: Theme.line
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; topMargin: Theme.space8; bottomMargin: Theme.space16 }
    }

    Flickable {
        anchors { fill: parent; leftMargin: Theme.space16; rightMargin: Theme.space16 }
        contentHeight: column.height
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

                TodayStep {
                    required property int index
                    required property string studentId
                    required property string skillId

                    visible: index < root.mostSteps
                    Layout.fillWidth: true
                    onClicked: root.go("student", { "studentId": studentId, "skillId": skillId })
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

            TodaySample {
                round: root.round
                Layout.fillWidth: true
                Layout.topMargin: Theme.space16
                onCollectAsked: root.go("camera", { "pile": true, "kind": "independent" })
            }

            TapCard {
                id: next
                objectName: "tomorrow"
                accessibleName: qsTr("%1: %2").arg(root.tomorrow.dayName).arg(words.text)
                accessibleDescription: qsTr("Who still needs to be seen, who could be a group")
                Layout.fillWidth: true
                Layout.topMargin: Theme.space16
                Layout.bottomMargin: Theme.space24
                onClicked: root.go("plan", {})
                contentItem: RowLayout {
                    spacing: Theme.space8

                    ColumnLayout {
                        spacing: Theme.space2
                        Layout.fillWidth: true

                        Label {
                            text: root.tomorrow.dayName
                            strong: true
                            decorative: true
                            Layout.fillWidth: true
                        }
                        Label {
                            id: words
                            text: root.tomorrow.count === 0 ? qsTr("nothing planned yet")
                                  : root.tomorrow.kept ? root.tomorrow.summary
                                                       : qsTr("%1, a suggestion").arg(root.tomorrow.summary)
                            decorative: true
                            role: Label.Small
                            quiet: true
                            Layout.fillWidth: true
                        }
                    }
                    Icon {
                        glyph: Icons.next
                        directional: true
                        color: Theme.pencil
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                    }
                }
            }
        }
    }
}
