import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Settings
import Inkstep.Ui

// The bank of skills as a whole; single skills are changed where they are used.
Card {
    id: root

    SkillBankModel {
        id: bank
        workspace: Workspace
    }

    SectionHeader {
        title: qsTr("Skills")
        subtitle: !bank.ready ? qsTr("What notes can be made from with one tap") : bank.skills === 0 ? qsTr("There are no skills in this notebook yet.")
                  : qsTr("%1 skills in %2 traits").arg(bank.skills).arg(bank.traits)
        Layout.fillWidth: true
    }
    Label {
        text: bank.outcome
        visible: text !== ""
        color: Theme.good
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
    }
    Button {
        objectName: "takeInBuiltIn"
        text: qsTr("Add the skills that come with Inkstep")
        glyph: Icons.plus
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: bank.takeInBuiltIn()
    }
    Button {
        objectName: "takeInPack"
        text: qsTr("Take in a pack")
        glyph: Icons.importFile
        kind: Button.Quiet
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: picker.ask(false)
    }
    Button {
        objectName: "handOnPack"
        text: qsTr("Save as a pack")
        glyph: Icons.exportFile
        kind: Button.Quiet
        enabled: bank.skills > 0
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: picker.ask(true)
    }

    // The file dialog brings a whole style with it: made when it is asked for.
    Loader {
        id: picker

        property bool saving: false

        function ask(save: bool): void {
            saving = save;
            if (active)
                (item as PackPicker).ask(save);
            else
                active = true;
        }

        active: false
        visible: false
        source: "PackPicker.qml"
        onLoaded: (item as PackPicker).ask(saving)

        Connections {
            target: picker.item
            ignoreUnknownSignals: true
            function onOpened(file: url): void {
                bank.takeIn(file);
            }
            function onSaved(file: url): void {
                bank.handOn(file);
            }
        }
    }
}
