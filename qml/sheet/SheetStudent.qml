import QtQuick
import Inkstep.Sheet
import Inkstep.Ui

// A name at the side of the sheet. A press opens what there is to say about today.
TapArea {
    id: root

    required property int index
    required property string name
    required property bool absent

    objectName: "name-" + name
    text: name
    accessibleName: absent ? qsTr("%1, absent today").arg(name) : name
    accessibleDescription: qsTr("Opens absent or here, and the conference")
    accessibleRole: Accessible.ButtonMenu
    // The keyboard reaches the same from any mark of the row.
    focusPolicy: Qt.NoFocus
    padding: 0

    background: Rectangle {
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
    }
    contentItem: Item {
        Column {
            anchors {
                left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                leftMargin: Theme.space16; rightMargin: Theme.space8
            }
            opacity: root.absent ? Theme.disabledOpacity : 1

            Label {
                text: root.name
                decorative: true
                elides: root.absent
                elide: Text.ElideRight
                maximumLineCount: root.absent || lineHeightOf * 2 > root.height ? 1 : 2
                lineHeight: 0.95
                width: parent.width
                readonly property real lineHeightOf: font.pixelSize * 1.2
            }
            Label {
                text: qsTr("absent")
                decorative: true
                elides: true
                role: Label.Small
                visible: root.absent
                width: parent.width
            }
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: Theme.hairline
            color: Theme.line
        }
    }
}
