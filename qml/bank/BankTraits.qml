import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// The traits: what they are called here, in which order, which are used.
ScrollColumn {
    id: root

    BankTraitList {
        id: traits
        workspace: Workspace
    }
    Repeater {
        model: traits

        BankTraitRow {
            list: traits
            count: traits.count
            Layout.fillWidth: true
        }
    }
    Card {
        Layout.fillWidth: true

        TextField {
            id: fresh
            objectName: "newTrait"
            label: qsTr("A trait of your own")
            maximumLength: 80
            Layout.fillWidth: true
            onAccepted: add.clicked()
        }
        Button {
            id: add
            objectName: "addTrait"
            text: qsTr("Add trait")
            glyph: Icons.plus
            enabled: fresh.text.trim() !== ""
            Layout.maximumWidth: parent.width
            onClicked: {
                if (!enabled)
                    return;
                traits.add(fresh.text);
                fresh.clear();
            }
        }
    }
}
