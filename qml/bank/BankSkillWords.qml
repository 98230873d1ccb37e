import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// What a skill is called, what a child is told, whom it is for.
Card {
    id: root

    required property BankSkill skill
    required property var traits

    KeptLine {
        objectName: "skillName"
        label: qsTr("Name, in a teacher’s words")
        kept: root.skill.name
        maximumLength: 80
        Layout.fillWidth: true
        onWritten: words => {
            root.skill.rename(words);
            if (words === "")
                reset();
        }
    }
    KeptWords {
        objectName: "skillChildWords"
        label: qsTr("The next step, as said to the child")
        kept: root.skill.childWords
        Layout.fillWidth: true
        onWritten: words => root.skill.writeChildWords(words)
    }
    KeptWords {
        objectName: "skillCompliment"
        label: qsTr("The compliment, as said to the child")
        kept: root.skill.compliment
        Layout.fillWidth: true
        onWritten: words => root.skill.writeCompliment(words)
    }
    Slider {
        id: from
        objectName: "fromAge"
        label: qsTr("From age")
        valueText: String(value)
        from: 3
        to: 19
        stepSize: 1
        snapMode: Slider.SnapAlways
        Layout.fillWidth: true
        onMoved: if (!pressed) root.skill.setAges(value, root.skill.toAge)
        onPressedChanged: if (!pressed) root.skill.setAges(value, root.skill.toAge)

        Binding on value {
            value: root.skill.fromAge
            when: !from.pressed
            restoreMode: Binding.RestoreNone
        }
    }
    Slider {
        id: to
        objectName: "toAge"
        label: qsTr("To age")
        valueText: String(value)
        from: 3
        to: 19
        stepSize: 1
        snapMode: Slider.SnapAlways
        Layout.fillWidth: true
        onMoved: if (!pressed) root.skill.setAges(root.skill.fromAge, value)
        onPressedChanged: if (!pressed) root.skill.setAges(root.skill.fromAge, value)

        Binding on value {
            value: root.skill.toAge
            when: !to.pressed
            restoreMode: Binding.RestoreNone
        }
    }
    Label {
        text: qsTr("Trait")
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
    FlowRow {
        Layout.fillWidth: true

        Repeater {
            model: root.traits

            Chip {
                required property var modelData

                text: modelData.name
                selected: modelData.id === root.skill.trait
                accessibleRole: Accessible.RadioButton
                onClicked: root.skill.setTrait(modelData.id)
            }
        }
    }
}
