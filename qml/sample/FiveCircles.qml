import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// How much help there was, in one tap: the class's rungs as circles, most independent first.
ColumnLayout {
    id: root

    property int level: Theme.Blank
    property color ink: Theme.ink
    property int pointed: Theme.Blank
    // How many of them, the most independent first: help that was given cannot have been "not yet".
    property int circles: 5
    // Said of the one that stands.
    property string standing: qsTr("%1, the last answer")

    // Those the class uses; what was answered once stays among them.
    readonly property var levels: Array.from(Theme.rungs).includes(level) || level < 0 ? Array.from(Theme.rungs)
                                  : Array.from(Theme.rungs).concat([level]).sort()
    // Where there is room every circle has its name under it.
    readonly property bool roomy: width >= Theme.dialogWidth

    signal chosen(int level)

    spacing: Theme.space4

    RowLayout {
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            model: root.levels

            TapArea {
                id: one

                required property int modelData
                readonly property int index: modelData

                text: Theme.supportLevelName(index)
                accessibleName: index === root.level ? root.standing.arg(text) : text
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.target
                ringRadius: Theme.target / 2
                onClicked: root.chosen(index)
                onPressedChanged: root.pointed = pressed ? index : Theme.Blank
                onHoveredChanged: root.pointed = hovered ? index : Theme.Blank
                onActiveFocusChanged: root.pointed = activeFocus ? index : Theme.Blank

                background: Rectangle {
                    radius: one.ringRadius
                    color: one.isPressed ? Theme.press : one.isHovered ? Theme.hover : "transparent"
                }
                contentItem: ColumnLayout {
                    spacing: Theme.space4

                    LevelMark {
                        filled: (Theme.NotYet - one.index) / Theme.NotYet
                        color: root.ink
                        line: Theme.stroke
                        Layout.preferredWidth: Theme.space32
                        Layout.preferredHeight: Theme.space32
                        Layout.alignment: Qt.AlignHCenter
                    }
                    Label {
                        text: one.text
                        role: Label.Small
                        color: root.ink
                        strong: one.index === root.level
                        decorative: true
                        horizontalAlignment: Text.AlignHCenter
                        visible: root.roomy
                        Layout.fillWidth: true
                    }
                    Rectangle {
                        color: root.ink
                        opacity: one.index === root.level ? 1 : 0
                        Layout.preferredWidth: Theme.space24
                        Layout.preferredHeight: Theme.stroke
                        Layout.alignment: Qt.AlignHCenter
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
        visible: !root.roomy
        opacity: root.pointed !== Theme.Blank || root.level !== Theme.Blank ? 1 : 0
        Layout.fillWidth: true
    }
}
