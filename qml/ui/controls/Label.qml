import QtQuick
import Inkstep.Ui

// Words of the interface. Wraps, so that large text is never cut; `elides` is for the few places where cutting is meant.
Text {
    id: root

    enum Role { Small, Body, Title, Headline, Display }

    property int role: Label.Body
    property bool strong: false
    // Secondary words.
    property bool quiet: false
    // Cut with an ellipsis instead of wrapping; a full wording must be reachable elsewhere.
    property bool elides: false
    // Part of a control that already says these words to the screen reader.
    property bool decorative: false

    readonly property list<int> sizes: [Theme.small, Theme.body, Theme.title, Theme.headline, Theme.display]

    color: quiet ? Theme.pencil : Theme.ink
    font.family: Theme.interfaceFont
    font.pixelSize: sizes[role]
    font.weight: strong ? Font.DemiBold : Font.Normal
    font.letterSpacing: role >= Label.Headline ? -sizes[role] / Theme.target : 0
    wrapMode: elides ? Text.NoWrap : Text.Wrap
    elide: elides ? Text.ElideRight : Text.ElideNone
    textFormat: Text.PlainText
    Accessible.role: role >= Label.Title && strong ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: decorative
}
