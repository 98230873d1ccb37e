import QtQuick
import Inkstep.Block
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// What the pane says where there is no room for one: a few words each, one tap to the whole.
FlowRow {
    id: root

    required property BlockNow block
    required property PlanList today
    required property PlanList tomorrow
    required property RoundList round
    required property StepList steps
    spacing: Theme.space4

    // Things that come before, in the same row.
    default property alias before: first.data

    signal go(string place, var args)

    Row {
        id: first
        visible: children.length > 0
    }
    Chip {
        objectName: "chip-plan"
        text: root.tomorrow.summary === "" ? qsTr("Who and when")
                                           : qsTr("%1: %2").arg(root.tomorrow.dayName).arg(root.tomorrow.shortSummary)
        accessibleName: root.tomorrow.summary === "" ? text : qsTr("%1: %2").arg(root.tomorrow.dayName).arg(root.tomorrow.summary)
        glyph: Icons.calendar
        accessibleDescription: qsTr("Who still needs to be seen, who could be a group")
        onClicked: root.go("plan", {})
    }
    Chip {
        objectName: "chip-samples"
        visible: root.round.missing > 0
        text: qsTr("%1 of %2 in").arg(root.round.inside).arg(root.round.count)
        glyph: Icons.camera
        accessibleName: qsTr("Two-weekly sample: %1 of %2 students. Collect the others").arg(root.round.inside).arg(root.round.count)
        onClicked: root.go("camera", { "pile": true, "kind": "independent" })
    }
    Chip {
        objectName: "chip-block"
        visible: root.block.ready && !root.block.running
        text: root.block.ended ? qsTr("Block: %1 min").arg(root.block.held) : qsTr("Start block")
        glyph: root.block.ended ? Icons.check : Icons.timer
        onClicked: root.go("block", {})
    }
    Chip {
        objectName: "chip-today"
        visible: root.today.left > 0
        text: qsTr("Today: %1 left").arg(root.today.left)
        glyph: Icons.today
        onClicked: root.go("plan", { "day": root.today.isoDay })
    }
    Chip {
        objectName: "chip-steps"
        visible: root.steps.count > 0
        text: qsTr("Look for %1").arg(root.steps.count)
        accessibleName: qsTr("%1 steps to look for").arg(root.steps.count)
        glyph: Icons.step
        onClicked: root.go("plan", { "part": "steps" })
    }
}
