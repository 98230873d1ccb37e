import QtQuick
import Inkstep.Ui

// Words of the interface. Wraps, so that large text is never cut; `elides` is for the few places where cutting is meant.
Words {
    enum Role { Small, Body, Title, Headline, Display }

    // Part of a control that already says these words to the screen reader.
    property bool decorative: false

    Accessible.role: role >= Label.Title && strong ? Accessible.Heading : Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: decorative
}
