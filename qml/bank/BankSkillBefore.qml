import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// The skills that should come first.
Card {
    id: root

    required property BankSkill skill

    SectionHeader {
        title: qsTr("What comes first")
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("A next step is offered when these go alone; skipping one brings a hint, never a block.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    FlowRow {
        visible: root.skill.before.length > 0
        Layout.fillWidth: true

        Repeater {
            model: root.skill.before

            Chip {
                required property var modelData

                text: modelData.name
                removable: true
                accessibleName: qsTr("Take away: %1").arg(modelData.name)
                onClicked: root.skill.dropRequired(modelData.id)
            }
        }
    }
    SearchField {
        id: field
        objectName: "beforeSearch"
        label: qsTr("Add a skill that comes first")
        Layout.fillWidth: true
    }
    FlowRow {
        visible: field.text.trim() !== ""
        Layout.fillWidth: true

        Repeater {
            model: field.text.trim() === "" || root.skill.before === null ? [] : root.skill.candidates(field.text, 6)

            Chip {
                required property var modelData

                text: modelData.name
                glyph: Icons.plus
                accessibleName: qsTr("Comes first: %1").arg(modelData.name)
                onClicked: {
                    root.skill.require(modelData.id);
                    field.clear();
                }
            }
        }
    }
}
