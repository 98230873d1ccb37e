import QtQuick
import Inkstep.Sheet
import Inkstep.Ui

// Below the marks: what each column says about the class.
Rectangle {
    id: root

    required property ClassSheet sheet
    required property real columnWidth
    // Where the circles begin, and the names beside them.
    required property real gridX
    required property real sideX
    required property real sideWidth

    signal whoAsked(string skillId)

    implicitHeight: row.height
    color: Theme.paper

    Row {
        id: row
        x: root.gridX

        Repeater {
            model: root.sheet.skills

            SheetEnd {
                width: root.columnWidth
                wide: root.columnWidth >= Theme.small * 11
                onClicked: root.whoAsked(skillId)
            }
        }
    }
    Rectangle {
        x: root.sideX
        width: root.sideWidth
        height: parent.height
        color: Theme.paper

        Label {
            text: qsTr("On their own")
            role: Label.Small
            quiet: true
            anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.space16; topMargin: Theme.space12; rightMargin: Theme.space4 }
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; top: parent.top }
        height: Theme.hairline
        color: Theme.outline
        opacity: Theme.paleOpacity
    }
}
