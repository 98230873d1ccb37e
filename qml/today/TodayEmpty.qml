import QtQuick
import Inkstep.Ui

// A class without students: what to do, and one button for it.
FocusScope {
    id: root

    signal addAsked()

    Column {
        width: Math.min(Theme.dialogWidth, parent.width - Theme.space24 * 2)
        anchors.centerIn: parent
        spacing: Theme.space16

        Icon {
            glyph: Icons.groupPlus
            size: Theme.iconHuge
            color: Theme.pencil
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Label {
            text: qsTr("Paste your class list and everybody gets a tile here.")
            role: Label.Title
            horizontalAlignment: Text.AlignHCenter
            width: parent.width
        }
        Button {
            objectName: "addStudents"
            text: qsTr("Add students")
            kind: Button.Primary
            glyph: Icons.studentPlus
            focus: true
            anchors.horizontalCenter: parent.horizontalCenter
            onClicked: root.addAsked()
        }
    }
}
