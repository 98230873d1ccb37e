import QtQuick
import Inkstep.Ui

// Words as they look. For the screen reader a Label; these are for what it hears otherwise, as part of a tile's own name.
Text {
    id: root

    property int role: Label.Body
    property bool strong: false
    // Secondary words.
    property bool quiet: false
    // Cut with an ellipsis instead of wrapping; a full wording must be reachable elsewhere.
    property bool elides: false

    color: quiet ? Theme.pencil : Theme.ink
    font.family: Theme.interfaceFont
    font.pixelSize: Theme.textSizes[role]
    font.weight: strong ? Font.DemiBold : Font.Normal
    font.letterSpacing: role >= Label.Headline ? -Theme.textSizes[role] / Theme.target : 0
    wrapMode: elides ? Text.NoWrap : Text.Wrap
    elide: elides ? Text.ElideRight : Text.ElideNone
    // A line of a list stands where the list begins, whichever way it is written; what wraps is read from its own side.
    horizontalAlignment: elides ? Text.AlignLeft : undefined
    textFormat: Text.PlainText
}
