import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// What was erased for good, and which tablets have done so: for whoever must answer a parent.
Card {
    id: root

    spacing: Theme.space8

    SectionHeader {
        title: qsTr("Erased for good")
        Layout.fillWidth: true
    }
    Repeater {
        model: SyncService.erasures

        RowLayout {
            id: receipt
            required property var modelData

            spacing: Theme.space12
            Layout.fillWidth: true

            Icon {
                glyph: receipt.modelData.done ? Icons.check : Icons.history
                color: receipt.modelData.done ? Theme.good : Theme.pencil
                Layout.alignment: Qt.AlignTop
            }
            Label {
                text: qsTr("A student, %1: %2").arg(receipt.modelData.when).arg(receipt.modelData.words)
                Layout.fillWidth: true
            }
        }
    }
}
