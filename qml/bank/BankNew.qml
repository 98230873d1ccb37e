import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// A new skill: its name and its trait; the rest on its own page.
Dialog {
    id: root

    required property var traits
    property string trait: ""

    signal made(string name, string trait)

    title: qsTr("Add a skill")
    acceptText: qsTr("Add")
    acceptEnabled: name.text.trim() !== ""
    initialFocus: name
    onAboutToShow: {
        name.text = "";
        trait = traits.length > 0 ? traits[0].id : "";
    }
    onAccepted: made(name.text, trait)

    TextField {
        id: name
        objectName: "newSkillName"
        label: qsTr("Name, in a teacher’s words")
        maximumLength: 80
        Layout.fillWidth: true
        onAccepted: if (root.acceptEnabled) root.accept()
    }
    FlowRow {
        Layout.fillWidth: true

        Repeater {
            model: root.traits

            Chip {
                required property var modelData

                text: modelData.name
                selected: modelData.id === root.trait
                accessibleRole: Accessible.RadioButton
                onClicked: root.trait = modelData.id
            }
        }
    }
}
