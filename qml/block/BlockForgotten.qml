import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Ui

// A block nobody stopped: how long was it held?
Card {
    id: root

    required property BlockNow block
    property int chosen: 0
    readonly property int minutes: chosen > 0 ? chosen : Math.max(1, block.planned)

    Label {
        objectName: "forgotten"
        text: qsTr("The block of %1 was not stopped. How long did they write?").arg(root.block.startedOn)
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("It began at %1 and was planned for %2 minutes.").arg(root.block.startedAt).arg(root.block.planned)
        quiet: true
        Layout.fillWidth: true
    }
    MinuteStepper {
        objectName: "forgottenMinutes"
        label: qsTr("Minutes held")
        minutes: root.minutes
        onChosen: minutes => root.chosen = minutes
    }
    Button {
        objectName: "keepForgotten"
        kind: Button.Primary
        text: qsTr("Keep %1 minutes").arg(root.minutes)
        Layout.maximumWidth: root.width - root.padding * 2
        onClicked: {
            root.block.stopAfter(root.minutes);
            root.chosen = 0;
        }
    }
}
