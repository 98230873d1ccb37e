import QtQuick
import QtQuick.Layouts
import Inkstep.Plan
import Inkstep.Ui

// The two-weekly sample: how many are in, who is missing, by when; one tap photographs one of them or begins the pile.
PlanSection {
    id: root

    required property RoundList round
    readonly property int mostNames: 12
    property bool everyName: false

    signal go(string place, var args)

    objectName: "round"
    title: qsTr("Two-weekly sample")
    subtitle: round.missing === 0 ? ""
              : round.daysLeft === 0 ? qsTr("Today is the last day of this round") : qsTr("by %1").arg(round.lastDay)

    Label {
        text: root.round.missing === 0 ? qsTr("Everybody is in.")
                                       : qsTr("%1 of %2 students are in").arg(root.round.inside).arg(root.round.count)
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8
    }
    ProgressBar {
        label: qsTr("Two-weekly sample: %1 of %2 students").arg(root.round.inside).arg(root.round.count)
        value: root.round.count > 0 ? root.round.inside / root.round.count : 0
        color: Theme.good
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
    Label {
        visible: root.round.missing > 0
        text: qsTr("Missing. A tap photographs the page.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8
    }
    FlowRow {
        id: names
        // The chips stay: what shows is told apart by place among the missing.
        readonly property var missing: root.round.missingNames
        visible: root.round.missing > 0
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.rightMargin: Theme.space8

        Repeater {
            model: root.round

            Loader {
                id: one
                required property string studentId
                required property string name
                required property bool inside
                required property bool away
                readonly property int place: inside ? -1 : names.missing.indexOf(name)

                active: place >= 0 && (root.everyName || place < root.mostNames)
                visible: active
                sourceComponent: Chip {
                    objectName: "missing-" + one.name
                    text: one.away ? qsTr("%1 (away)").arg(one.name) : one.name
                    accessibleName: qsTr("Photograph %1’s sample").arg(one.name)
                    onClicked: root.go("camera", { "studentId": one.studentId, "kind": "independent" })
                }
            }
        }
    }
    Button {
        visible: root.round.missing > root.mostNames
        kind: Button.Quiet
        text: root.everyName ? qsTr("Show fewer") : qsTr("Show all %1").arg(root.round.missing)
        onClicked: root.everyName = !root.everyName
    }
    Button {
        objectName: "collect"
        visible: root.round.missing > 1
        text: qsTr("Collect the %1 missing").arg(root.round.missing)
        accessibleDescription: qsTr("One child after the other, in the order of the class list")
        glyph: Icons.images
        Layout.maximumWidth: root.width - root.padding * 2 - Theme.space8 * 2
        Layout.margins: Theme.space8
        onClicked: root.go("camera", { "pile": true, "kind": "independent" })
    }
}
