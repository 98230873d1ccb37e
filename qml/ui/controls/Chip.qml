import QtQuick
import Inkstep.Ui

// A small pill: a skill of the bank, a filter. Tinted by the kind of note it would make; Theme.Plain for none.
// Set `checkable` for a filter that stays on.
TapArea {
    id: root

    property int kind: Theme.Plain
    property string glyph: ""
    property bool selected: checked
    // A cross at the end; pressing the chip then means taking it away.
    property bool removable: false

    readonly property bool tinted: kind !== Theme.Plain
    readonly property color wordColor: tinted ? Theme.noteInk : selected ? Theme.action : Theme.ink

    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: Theme.space8 + topInset
    bottomPadding: Theme.space8 + bottomInset
    // The pill is lower than the place that can be touched.
    topInset: Theme.space4
    bottomInset: Theme.space4
    ringRadius: height / 2

    Accessible.selectable: true
    Accessible.selected: selected

    background: Rectangle {
        radius: Math.min(height, Theme.target) / 2
        color: root.tinted ? Theme.noteColor(root.kind) : root.selected ? Theme.actionTint : Theme.card
        border.width: root.selected ? Theme.stroke : root.tinted ? 0 : Theme.hairline
        border.color: root.selected ? (root.tinted ? Theme.noteInk : Theme.action)
                                    : root.isHovered ? Theme.outline : Theme.line

        Behavior on color {
            ColorAnimation { duration: Theme.quick }
        }

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.isPressed ? Theme.press : Theme.hover
            visible: root.isPressed || root.isHovered
        }
    }
    contentItem: IconAndWords {
        glyph: root.glyph !== "" ? root.glyph : root.removable ? Icons.close
               : root.selected && root.checkable ? Icons.check : ""
        text: root.text
        color: root.wordColor
        strong: root.selected
    }
}
