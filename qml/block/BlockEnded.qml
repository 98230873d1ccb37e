import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Sample
import Inkstep.Ui

// After the block: how long it was held, what ended it, one line about it. Every tap keeps itself.
Card {
    id: root

    required property BlockNow block
    // In the order of BlockEnd, without "unsaid".
    readonly property list<string> ends: [qsTr("The time was up"), qsTr("Writers grew restless"),
                                          qsTr("Something came between"), qsTr("They wanted more"),
                                          qsTr("Something else")]

    Label {
        text: qsTr("Today’s block")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    FlowRow {
        spacing: Theme.space8
        Layout.fillWidth: true

        MinuteStepper {
            objectName: "heldMinutes"
            label: qsTr("Minutes held")
            minutes: root.block.held
            step: 1
            least: 0
            most: 720
            onChosen: minutes => root.block.setHeld(minutes)
        }
        Label {
            text: qsTr("held of %1 planned").arg(root.block.heldOf)
            quiet: true
            height: Math.max(implicitHeight, Theme.target)
            verticalAlignment: Text.AlignVCenter
        }
    }
    Label {
        text: qsTr("What ended it?")
        strong: true
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("What ended it?")

        Repeater {
            model: root.ends

            Chip {
                required property int index
                required property string modelData
                objectName: "end-" + (index + 1)
                text: modelData
                selected: root.block.endedBy === index + 1
                accessibleRole: Accessible.RadioButton
                Accessible.checkable: true
                Accessible.checked: selected
                onClicked: root.block.setEndedBy(selected ? 0 : index + 1)
            }
        }
    }
    VersionsChoice {
        objectName: "lineVersions"
        about: root.block.blockId
        of: WordVersions.Block
        visible: !settled
        Layout.fillWidth: true
    }
    KeptField {
        objectName: "reflection"
        label: qsTr("One line about it")
        placeholderText: qsTr("What helped, what to try tomorrow")
        kept: root.block.reflection
        Layout.fillWidth: true
        onWritten: words => root.block.setReflection(words)
    }
}
