import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// How much help there was, in one tap: five circles, most independent first.
ColumnLayout {
    id: root

    property int level: Theme.Blank
    property color ink: Theme.ink
    property int pointed: Theme.Blank

    signal chosen(int level)

    spacing: Theme.space4

    RowLayout {
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            model: 5

            TapArea {
                id: one

                required property int index

                text: Theme.supportLevelName(index)
                accessibleName: index === root.level ? qsTr("%1, the last answer").arg(text) : text
                Layout.fillWidth: true
                ringRadius: Theme.target / 2
                onClicked: root.chosen(index)
                onPressedChanged: root.pointed = pressed ? index : Theme.Blank
                onHoveredChanged: root.pointed = hovered ? index : Theme.Blank
                onActiveFocusChanged: root.pointed = activeFocus ? index : Theme.Blank

                background: Rectangle {
                    radius: one.ringRadius
                    color: one.isPressed ? Theme.press : one.isHovered ? Theme.hover : "transparent"
                }
                contentItem: Item {
                    implicitWidth: Theme.iconSize
                    implicitHeight: Theme.iconLarge

                    LevelMark {
                        anchors.centerIn: parent
                        width: Theme.space32
                        height: width
                        filled: 1 - one.index / 4
                        color: root.ink
                        line: Theme.stroke
                    }
                    Rectangle {
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.bottom: parent.bottom
                        width: Theme.space24
                        height: Theme.stroke
                        color: root.ink
                        visible: one.index === root.level
                    }
                }
            }
        }
    }
    Label {
        text: Theme.supportLevelName(root.pointed !== Theme.Blank ? root.pointed : root.level)
        role: Label.Small
        color: root.ink
        horizontalAlignment: Text.AlignHCenter
        visible: text !== ""
        Layout.fillWidth: true
    }
}
