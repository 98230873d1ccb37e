import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Ui

// How long the class will write, and the one button that begins it.
Card {
    id: root

    required property BlockNow block
    // After one that was held today.
    property bool again: false
    // 0 until somebody chose: then the class's usual minutes.
    property int chosen: 0
    readonly property int minutes: chosen > 0 ? chosen : Math.max(1, block.planned)
    readonly property var usual: [10, 20, 30, 40, 50]
    // The class's own usual minutes are among them.
    readonly property var quick: usual.includes(block.planned) ? usual : [block.planned, ...usual]

    Label {
        text: root.again ? qsTr("Another block") : qsTr("How long will they write today?")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Repeater {
            model: root.quick

            Chip {
                required property int modelData
                objectName: "quick-" + modelData
                text: qsTr("%1 min").arg(modelData)
                selected: modelData === root.minutes
                onClicked: root.chosen = modelData
            }
        }
        MinuteStepper {
            objectName: "startMinutes"
            label: qsTr("Planned minutes")
            minutes: root.minutes
            onChosen: minutes => root.chosen = minutes
        }
    }
    Button {
        objectName: "startBlock"
        kind: root.again ? Button.Secondary : Button.Primary
        text: qsTr("Start %1 minutes").arg(root.minutes)
        glyph: Icons.play
        Layout.maximumWidth: root.width - root.padding * 2
        onClicked: root.block.start(root.minutes)
    }
    Label {
        visible: !root.again
        text: qsTr("The time runs quietly at the top of Today. When it ends, one tap says what ended it.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
}
