import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Why there is no picture, in a sentence, with what to do: try again, or take a file.
ColumnLayout {
    id: root

    required property string words
    required property bool starting

    signal importAsked()
    signal again()

    visible: words !== "" || starting
    spacing: Theme.space16

    BusyDot {
        running: root.starting
        Layout.alignment: Qt.AlignHCenter
    }
    Icon {
        visible: root.words !== ""
        glyph: Icons.cameraOff
        size: Theme.iconHuge
        color: Theme.nightPencil
        Layout.alignment: Qt.AlignHCenter
    }
    Label {
        objectName: "cameraWords"
        visible: root.words !== ""
        text: root.words
        color: Theme.onNight
        horizontalAlignment: Text.AlignHCenter
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
    }
    FlowRow {
        visible: root.words !== ""
        spacing: Theme.space12
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Math.min(root.width, Math.ceil(importing.implicitWidth) + spacing + Math.ceil(again.implicitWidth))

        Button {
            id: importing
            objectName: "importInstead"
            text: qsTr("Import a picture")
            glyph: Icons.image
            kind: Button.Primary
            onClicked: root.importAsked()
        }
        Button {
            id: again
            objectName: "tryAgain"
            text: qsTr("Try again")
            onClicked: root.again()
        }
    }
}
