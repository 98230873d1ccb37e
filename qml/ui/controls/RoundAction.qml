import QtQuick
import Inkstep.Ui

// The one big action of a page, where the thumb is: a round picture, with words beside it when there is room.
TapArea {
    id: root

    // What it does, always said; shown beside the picture unless `round`.
    required property string label
    required property string glyph
    property bool round: false

    text: label
    leftPadding: round ? Theme.space16 : Theme.space24
    rightPadding: round ? Theme.space16 : Theme.space32
    topPadding: Theme.space16
    bottomPadding: Theme.space16
    ringRadius: height / 2
    implicitWidth: round ? implicitHeight : implicitContentWidth + leftPadding + rightPadding
    implicitHeight: Math.max(Theme.bigTarget, implicitContentHeight + topPadding + bottomPadding)
    scale: isPressed && !Theme.reducedMotion ? 1 - Theme.paleOpacity / Theme.space12 : 1

    Behavior on scale {
        NumberAnimation { duration: Theme.quick; easing.type: Easing.OutCubic }
    }

    background: Item {
        SoftShadow {
            anchors.fill: parent
            anchors.topMargin: Theme.space4
            anchors.bottomMargin: -Theme.space4
            radius: height / 2
            blur: Theme.space16
            color: Theme.shadow
            strength: Theme.shadowStrength * 2
        }
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: root.isPressed ? Theme.actionPress : root.isHovered ? Theme.actionHover : Theme.action

            Behavior on color {
                ColorAnimation { duration: Theme.quick }
            }
        }
    }
    contentItem: RoundActionFace {
        glyph: root.glyph
        text: root.round ? "" : root.label
    }
}
