import QtQuick
import QtQuick.Layouts
import Inkstep.Slip
import Inkstep.Ui

// To the printer, or into a file; and what came of it.
Item {
    id: root

    required property SlipPress press

    function saveAsked(): void {
        if (picker.active)
            (picker.item as SlipSavePicker).ask();
        else
            picker.active = true;
    }

    implicitHeight: grid.implicitHeight + 2 * Theme.space12

    Rectangle {
        anchors.fill: parent
        color: Theme.card
    }
    Divider {
        anchors { left: parent.left; right: parent.right; top: parent.top }
    }
    GridLayout {
        id: grid
        anchors { fill: parent; leftMargin: Theme.space16; rightMargin: Theme.space16; topMargin: Theme.space12; bottomMargin: Theme.space12 }
        columns: width > Theme.readable ? 2 : 1
        rowSpacing: Theme.space8
        columnSpacing: Theme.space16

        Label {
            objectName: "printOutcome"
            text: root.press.outcome
            visible: text !== ""
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
        }
        // From the end of the line, where a thumb is; large words get a line of their own rather than being broken.
        FlowRow {
            layoutDirection: Qt.RightToLeft
            Layout.fillWidth: true

            Button {
                objectName: "print"
                kind: Button.Primary
                glyph: Icons.print
                text: qsTr("Print")
                enabled: root.press.sheets > 0 && !root.press.busy
                onClicked: root.press.print()
            }
            Button {
                objectName: "savePdf"
                kind: Button.Quiet
                glyph: Icons.pdf
                text: qsTr("Save PDF")
                enabled: root.press.sheets > 0 && !root.press.busy
                onClicked: root.saveAsked()
            }
        }
    }

    // The file dialog brings a whole style with it: made when it is asked for.
    Loader {
        id: picker
        active: false
        visible: false
        source: "SlipSavePicker.qml"
        onLoaded: (item as SlipSavePicker).ask()

        Connections {
            target: picker.item
            ignoreUnknownSignals: true
            function onSaved(file: url): void {
                root.press.save(file);
            }
        }
    }
}
