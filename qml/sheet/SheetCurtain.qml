import QtQuick
import Inkstep.Ui

// Drawn over the marks while somebody may look over a shoulder; one tap opens it.
FocusScope {
    id: root

    signal opened()

    // Under a finger there is nothing to mark.
    MouseArea { anchors.fill: parent }
    Column {
        width: Math.min(Theme.dialogWidth / 2, root.width - Theme.space16 * 2)
        anchors.centerIn: parent
        spacing: Theme.space16

        Icon {
            glyph: Icons.eyeOff
            size: Theme.iconHuge
            color: Theme.pencil
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Label {
            text: qsTr("Names only. The marks are covered.")
            role: Label.Title
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
        Button {
            objectName: "uncover"
            text: qsTr("Show the marks")
            glyph: Icons.eye
            focus: true
            width: Math.min(implicitWidth, parent.width)
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: root.opened()
        }
    }
}
