import QtQuick
import Inkstep.Ui

// A quiet press in the camera's dark room.
TapArea {
    id: root

    property string glyph: ""

    leftPadding: Theme.space16
    rightPadding: Theme.space16
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    topInset: Theme.space4
    bottomInset: Theme.space4
    ringRadius: height / 2

    background: Rectangle {
        radius: Math.min(height, Theme.target) / 2
        color: root.isPressed ? Theme.press : "transparent"
        border { width: Theme.hairline; color: Theme.nightPencil }
    }
    contentItem: IconAndWords {
        glyph: root.glyph
        text: root.text
        color: Theme.onNight
    }
}
