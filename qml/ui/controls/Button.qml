import QtQuick
import Inkstep.Ui

// A press with words. Primary is the one main thing on a page; quiet is for things beside the text.
TapArea {
    id: root

    enum Kind { Primary, Secondary, Quiet, Danger }

    property int kind: Button.Secondary
    // One of Icons, or nothing.
    property string glyph: ""
    property bool directional: false

    readonly property bool filled: kind === Button.Primary || kind === Button.Danger
    readonly property color wordColor: kind === Button.Primary ? Theme.onAction
                                       : kind === Button.Danger ? Theme.onAlert : Theme.action

    leftPadding: kind === Button.Quiet ? Theme.space12 : Theme.space24
    rightPadding: leftPadding
    topPadding: Theme.space8
    bottomPadding: Theme.space8

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.kind === Button.Primary ? (root.isPressed ? Theme.actionPress
                                               : root.isHovered ? Theme.actionHover : Theme.action)
               : root.kind === Button.Danger ? Theme.alert
               : root.kind === Button.Secondary ? Theme.card : "transparent"
        border.width: root.kind === Button.Secondary ? Theme.hairline : 0
        border.color: root.isHovered ? Theme.action : Theme.outline

        Behavior on color {
            ColorAnimation { duration: Theme.quick }
        }

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.isPressed ? Theme.press : Theme.hover
            visible: root.kind !== Button.Primary && (root.isPressed || root.isHovered)
        }
    }

    contentItem: IconAndWords {
        glyph: root.glyph
        text: root.text
        color: root.wordColor
        directional: root.directional
    }
}
