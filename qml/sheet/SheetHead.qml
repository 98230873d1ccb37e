import QtQuick
import Inkstep.Sheet
import Inkstep.Ui

// A skill at the top of its column. When the next tap there gives help rather than "alone", its circle shows it.
TapArea {
    id: root

    required property int index
    required property string skillId
    required property string name
    required property int level

    objectName: "head-" + name
    text: name
    accessibleName: name
    accessibleDescription: qsTr("The next tap marks: %1").arg(Theme.supportLevelName(level))
    accessibleRole: Accessible.ButtonMenu
    padding: 0
    ringRadius: Theme.space4
    // The circle has its room before it comes: nothing may move under a finger.
    implicitHeight: Math.max(Theme.target, words.implicitHeight + Theme.space8 * 2 + next.height + Theme.space2)

    background: Rectangle {
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
        radius: Theme.space4
    }
    contentItem: Item {
        Label {
            id: words
            text: root.name
            decorative: true
            role: Label.Small
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignHCenter
            maximumLineCount: 3
            elide: Text.ElideRight
            wrapMode: Text.Wrap
            lineHeight: 1.05
            anchors {
                left: parent.left; right: parent.right; bottom: parent.bottom
                leftMargin: Theme.space4; rightMargin: Theme.space4; bottomMargin: Theme.space8
            }
        }
        LevelMark {
            id: next
            visible: root.level > Theme.Alone
            width: Theme.space12
            height: width
            filled: (Theme.NotYet - root.level) / Theme.NotYet
            color: Theme.pencil
            line: Theme.hairline
            anchors { horizontalCenter: words.horizontalCenter; bottom: words.top; bottomMargin: Theme.space2 }
        }
    }
}
