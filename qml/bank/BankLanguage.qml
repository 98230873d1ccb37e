import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// The same words for children who speak another language at home.
Card {
    id: root

    required property BankSkill skill

    SectionHeader {
        title: qsTr("In other languages")
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("A child’s slip is in the home language where there are words for it here.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    Repeater {
        model: root.skill.languages

        ColumnLayout {
            id: one

            required property var modelData

            spacing: Theme.space8
            Layout.fillWidth: true

            Label {
                text: one.modelData.own ? one.modelData.name : qsTr("%1, from Inkstep’s bank").arg(one.modelData.name)
                strong: true
                Layout.fillWidth: true
            }
            KeptWords {
                objectName: "words-" + one.modelData.tag
                label: qsTr("Next step in %1").arg(one.modelData.name)
                kept: one.modelData.childWords
                Layout.fillWidth: true
                onWritten: words => root.skill.write(one.modelData.tag, words, one.modelData.compliment)
            }
            KeptWords {
                objectName: "compliment-" + one.modelData.tag
                label: qsTr("Compliment in %1").arg(one.modelData.name)
                kept: one.modelData.compliment
                Layout.fillWidth: true
                onWritten: words => root.skill.write(one.modelData.tag, one.modelData.childWords, words)
            }
        }
    }
    TextField {
        id: fresh
        objectName: "newLanguage"
        label: qsTr("Another language")
        placeholderText: qsTr("Polish, polski or pl")
        maximumLength: 60
        Layout.fillWidth: true
        onAccepted: add.clicked()
    }
    Button {
        id: add
        objectName: "addLanguage"
        text: qsTr("Add language")
        glyph: Icons.translate
        enabled: fresh.text.trim() !== ""
        Layout.maximumWidth: parent.width
        onClicked: {
            if (enabled && root.skill.addLanguage(fresh.text) !== "")
                fresh.clear();
        }
    }
}
