import QtQuick
import Inkstep.Ui

// A row of a list: something before, a title with a line under it, something after.
TapArea {
    id: root

    required property string title
    property string subtitle: ""
    // A few quiet words at the end, as in "2 days".
    property string note: ""
    // Shorthands for what comes first: a picture, or initials. `leading` for anything else.
    property string glyph: ""
    property string avatarName: ""
    property Component leading: null
    property Component trailing: null
    property bool chevron: false
    property bool selected: false
    property bool strong: false
    property color glyphColor: Theme.pencil

    text: title
    accessibleName: Theme.listed([title, subtitle, note])
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.target + (subtitle !== "" ? Theme.space12 : Theme.space4),
                             implicitContentHeight + topPadding + bottomPadding)

    Accessible.selectable: true
    Accessible.selected: selected

    contentItem: RowFace {
        title: root.title
        subtitle: root.subtitle
        note: root.note
        strong: root.strong
        glyph: root.glyph
        glyphColor: root.selected ? Theme.action : root.glyphColor
        avatarName: root.avatarName
        chevron: root.chevron
        leading: root.leading
        trailing: root.trailing
    }
    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
        selected: root.selected
    }
}
