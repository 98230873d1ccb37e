import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Names only, while the screen is mirrored or carried: instead of a page about children this, with the way back and the
// way to lift the curtain.
FocusScope {
    id: root

    required property string title
    property bool backShown: false

    signal lifted()
    signal back()

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space24

        PageHeader {
            title: root.title
            backShown: root.backShown
            Layout.fillWidth: true
            onBackRequested: root.back()
        }
        Icon {
            glyph: Icons.eyeOff
            size: Theme.iconHuge
            color: Theme.pencil
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space32
        }
        Label {
            text: qsTr("The curtain is drawn: names only.")
            role: Label.Title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Button {
            objectName: "liftCurtain"
            text: qsTr("Lift the curtain")
            glyph: Icons.eye
            focus: true
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: root.width - Theme.space16 * 2
            onClicked: root.lifted()
        }
    }
}
