import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// A skill in the choice: on the sheet, with its place there, or still in the bank.
Item {
    id: root

    required property int index
    required property string skillId
    required property string name
    required property bool taught
    property int taughtCount: 0

    signal teachAsked()
    signal letGoAsked()
    signal moveAsked(int by)

    implicitHeight: line.implicitHeight

    RowLayout {
        id: line
        anchors { left: parent.left; right: parent.right }
        spacing: 0

        CheckBox {
            objectName: "skill-" + root.name
            text: root.name
            checked: root.taught
            Layout.fillWidth: true
            onToggled: {
                if (checked)
                    root.teachAsked();
                else
                    root.letGoAsked();
                checked = Qt.binding(() => root.taught);
            }
        }
        IconButton {
            objectName: "up-" + root.name
            label: qsTr("Move %1 earlier").arg(root.name)
            glyph: Icons.arrowUp
            size: Theme.iconSmall
            visible: root.taught
            enabled: root.index > 0
            onClicked: root.moveAsked(-1)
        }
        IconButton {
            objectName: "down-" + root.name
            label: qsTr("Move %1 later").arg(root.name)
            glyph: Icons.arrowDown
            size: Theme.iconSmall
            visible: root.taught
            enabled: root.index < root.taughtCount - 1
            onClicked: root.moveAsked(1)
        }
    }
}
