import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Ui

// Who needs to be seen and who could be a group; beside it what fits into the next day's minutes.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Who and when")
    // Under the curtain only names show.
    readonly property bool aboutChildren: true
    // ISO 8601; empty: the next school day.
    property string day: ""
    // "steps": on a narrow window those come first.
    property string part: ""
    readonly property bool wide: widthClass === Theme.Expanded
    readonly property bool empty: round.ready && round.count === 0

    signal go(string place, var args)
    signal back()

    PlanList {
        id: plan
        workspace: Workspace
        day: root.day
    }
    RoundList {
        id: round
        workspace: Workspace
    }
    Ways {
        id: ways
        workspace: Workspace
    }

    ScrollColumn {
        anchors.fill: parent
        visible: !root.empty
        focus: visible
        maximumWidth: root.wide ? Theme.readable * 2 : Theme.readable

        PageHeader {
            title: root.title
            Layout.fillWidth: true
        }
        GridLayout {
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space16
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                Loader {
                    active: !root.wide && root.part === "steps"
                    visible: active
                    sourceComponent: steps
                    Layout.fillWidth: true
                }
                PlanUnseen {
                    plan: plan
                    Layout.fillWidth: true
                    onGo: (place, args) => root.go(place, args)
                }
                PlanGroups {
                    plan: plan
                    Layout.fillWidth: true
                    onGo: (place, args) => root.go(place, args)
                }
                Loader {
                    active: root.wide
                    visible: active
                    sourceComponent: steps
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                PlanDay {
                    plan: plan
                    ways: ways
                    Layout.fillWidth: true
                    onGo: (place, args) => root.go(place, args)
                }
                PlanRound {
                    round: round
                    Layout.fillWidth: true
                    onGo: (place, args) => root.go(place, args)
                }
                Loader {
                    active: !root.wide && root.part !== "steps"
                    visible: active
                    sourceComponent: steps
                    Layout.fillWidth: true
                }
            }
        }
    }

    Component {
        id: steps
        PlanSteps {
            onGo: (place, args) => root.go(place, args)
        }
    }

    EmptyState {
        visible: root.empty
        focus: visible
        width: Math.min(parent.width - Theme.space24 * 2, Theme.dialogWidth)
        anchors.centerIn: parent
        room: parent.height
        glyph: Icons.group
        sentence: qsTr("When your class is here, this page says whose turn it is and who could work as a group.")
        actionText: qsTr("Add students")
        actionGlyph: Icons.studentPlus
        onActionTriggered: root.go("addStudents", {})
    }
}
