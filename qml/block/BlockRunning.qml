import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Ui

// The block that goes on: minutes gone of those planned.
Card {
    id: root

    required property BlockNow block
    readonly property int beyond: Math.max(0, block.passed - block.planned)

    spacing: Theme.space12

    Label {
        text: qsTr("Writing since %1").arg(root.block.startedAt)
        quiet: true
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space8
        Layout.fillWidth: true

        Label {
            id: number
            objectName: "passed"
            text: root.block.passed
            role: Label.Display
            strong: true
            decorative: true
        }
        Label {
            text: qsTr("of %1 minutes").arg(root.block.planned)
            decorative: true
            height: number.height
            width: Math.min(implicitWidth, parent.width)
            verticalAlignment: Text.AlignVCenter
        }
    }
    ProgressBar {
        label: qsTr("%1 of %2 minutes").arg(root.block.passed).arg(root.block.planned)
        value: root.block.planned > 0 ? root.block.passed / root.block.planned : 0
        Layout.fillWidth: true
    }
    Label {
        visible: root.beyond > 0
        text: root.beyond === 1 ? qsTr("1 minute more than planned") : qsTr("%1 minutes more than planned").arg(root.beyond)
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    FlowRow {
        spacing: Theme.space16
        Layout.fillWidth: true

        Button {
            objectName: "stopBlock"
            kind: Button.Primary
            text: qsTr("Stop")
            glyph: Icons.stop
            onClicked: root.block.stop()
        }
        MinuteStepper {
            objectName: "plannedMinutes"
            label: qsTr("Planned minutes")
            minutes: root.block.planned
            onChosen: minutes => root.block.setPlanned(minutes)
        }
    }
}
