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
    GridLayout {
        visible: root.words !== ""
        columns: importing.implicitWidth + columnSpacing + again.implicitWidth > root.width ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: Theme.space12
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.width

        Button {
            id: importing
            objectName: "importInstead"
            text: qsTr("Import a picture")
            glyph: Icons.image
            kind: Button.Primary
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: root.width
            onClicked: root.importAsked()
        }
        Button {
            id: again
            objectName: "tryAgain"
            text: qsTr("Try again")
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: root.width
            onClicked: root.again()
        }
    }
}
