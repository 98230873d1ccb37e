import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Today
import Inkstep.Ui

// The greeting, and beside it what the hand needs at once: the writing block, names only.
ColumnLayout {
    id: root

    required property ClassList list
    required property BlockNow block
    property bool compact: false
    property bool empty: false
    property bool curtain: false

    signal curtainToggled(bool on)
    signal blockAsked()

    spacing: Theme.space8

    Item {
        id: line
        implicitHeight: Math.max(words.height, start.visible ? start.height : 0, Theme.target)
        Layout.fillWidth: true

        Column {
            id: words
            anchors {
                left: parent.left; right: start.visible ? start.left : curtainSwitch.left
                verticalCenter: parent.verticalCenter; rightMargin: Theme.space8
            }

            Label {
                text: root.list.partOfDay === 0 ? qsTr("Good morning") : root.list.partOfDay === 1 ? qsTr("Good afternoon")
                                                                                                  : qsTr("Good evening")
                role: root.compact ? Label.Title : Label.Headline
                strong: true
                width: parent.width
            }
            Label {
                text: root.list.today
                quiet: true
                width: parent.width
            }
        }
        Button {
            id: start
            objectName: "startBlock"
            visible: !root.compact && !root.empty && root.block.ready && !root.block.running
            kind: Button.Quiet
            text: root.block.ended ? qsTr("Today’s block: %1 min").arg(root.block.held) : qsTr("Start writing block")
            glyph: root.block.ended ? Icons.check : Icons.timer
            width: Math.min(Math.ceil(implicitWidth), line.width / 2)
            anchors { right: curtainSwitch.left; verticalCenter: parent.verticalCenter }
            onClicked: root.blockAsked()
        }
        TapArea {
            id: curtainSwitch
            objectName: "curtain"
            visible: !root.empty
            checkable: true
            checked: root.curtain
            accessibleName: qsTr("Names only")
            onToggled: root.curtainToggled(checked)
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            background: Rectangle {
                radius: Theme.radiusCard
                color: curtainSwitch.checked ? Theme.actionTint : curtainSwitch.isPressed ? Theme.press
                       : curtainSwitch.isHovered ? Theme.hover : "transparent"
            }
            contentItem: Icon {
                glyph: root.curtain ? Icons.eyeOff : Icons.eye
                color: root.curtain ? Theme.action : Theme.pencil
            }
        }
    }
    BlockBar {
        block: root.block
        Layout.fillWidth: true
        Layout.rightMargin: Theme.space8
        onAsked: root.blockAsked()
        onStopped: root.blockAsked()
    }
}
