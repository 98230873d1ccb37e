import QtQuick
import Inkstep.Bank
import Inkstep.Ui

// The bank as a file, in and out.
IconButton {
    id: root

    required property SkillBankModel bank

    objectName: "bankFiles"
    label: qsTr("The bank as a file")
    glyph: Icons.more
    accessibleRole: Accessible.ButtonMenu
    onClicked: menu.popup(root)

    Menu {
        id: menu
        label: qsTr("The bank as a file")

        MenuEntry {
            glyph: Icons.plus
            text: qsTr("Add the skills that come with Inkstep")
            onTriggered: root.bank.takeInBuiltIn()
        }
        MenuEntry {
            glyph: Icons.importFile
            text: qsTr("Take in a bank")
            onTriggered: picker.ask(false)
        }
        MenuEntry {
            glyph: Icons.exportFile
            text: qsTr("Save the bank")
            enabled: root.bank.skills > 0
            onTriggered: picker.ask(true)
        }
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
                root.bank.takeIn(file);
            }
            function onSaved(file: url): void {
                root.bank.handOn(file);
            }
        }
    }
}
