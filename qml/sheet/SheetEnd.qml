import QtQuick
import Inkstep.Sheet
import Inkstep.Ui

// The end of a column: how much of the class does it alone, and what follows from that. A press says who does not.
TapArea {
    id: root

    required property string skillId
    required property string name
    required property string sentence
    required property string facts
    required property string next
    required property string countWords
    required property string nextShort
    required property bool settled
    required property bool moveOn
    required property int alone
    required property int notAlone
    required property int unchecked
    required property real moveOnAt
    // Room for whole sentences.
    property bool wide: false

    objectName: "end-" + name
    text: sentence
    accessibleName: qsTr("%1: %2").arg(name).arg(sentence)
    accessibleDescription: qsTr("Opens who did not")
    padding: 0
    ringRadius: Theme.space4
    implicitHeight: words.implicitHeight + Theme.space8 * 2 + Theme.space4

    background: Rectangle {
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
        radius: Theme.space4
    }
    contentItem: Item {
        Column {
            id: words
            spacing: Theme.space4
            anchors {
                left: parent.left; right: parent.right; top: parent.top
                leftMargin: Theme.space8; rightMargin: Theme.space8; topMargin: Theme.space8
            }

            DecisionBar {
                width: parent.width
                height: Theme.iconSmall
                alone: root.alone
                notAlone: root.notAlone
                unchecked: root.unchecked
                moveOnAt: root.moveOnAt
                mirrored: Theme.rightToLeft
                fill: Theme.ink
                ground: Theme.card
                hatch: Theme.outline
                edge: Theme.outline
                mark: root.moveOn ? Theme.good : Theme.action
            }
            Label {
                text: root.wide ? root.facts : root.countWords
                decorative: true
                role: Label.Small
                quiet: true
                width: parent.width
            }
            Label {
                text: root.wide ? root.next : root.nextShort
                decorative: true
                role: Label.Small
                strong: root.settled
                color: !root.settled ? Theme.pencil : root.moveOn ? Theme.good : Theme.ink
                visible: text !== ""
                width: parent.width
            }
        }
    }
}
