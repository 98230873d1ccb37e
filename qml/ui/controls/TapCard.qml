import QtQuick
import Inkstep.Ui

// A piece of card that can be pressed: a tile, a sample. Give it a contentItem and an accessibleName.
TapArea {
    id: root

    property bool selected: false
    property color color: Theme.card

    padding: Theme.space12
    background: CardSurface {
        color: root.color
        hovered: root.isHovered
        pressed: root.isPressed
        selected: root.selected
    }
}
