import QtQuick
import Inkstep.Ui

// One picture of the icon font. `directional` pictures (back, next, undo) turn round in right-to-left.
Text {
    id: root

    // One of Icons, as in Icons.camera.
    required property string glyph
    property int size: Theme.iconSize
    property bool directional: false

    text: directional && Theme.rightToLeft ? Icons.turned(glyph) : glyph
    color: Theme.ink
    font.family: Theme.iconFont
    font.pixelSize: size
    width: size
    height: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    textFormat: Text.PlainText
    // The font's own line box is higher than its pictures.
    lineHeight: size
    lineHeightMode: Text.FixedHeight
}
