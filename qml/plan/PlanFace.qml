import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// What a line of the plan shows: who, one quiet line about it, and at the end a few words.
RowLayout {
    id: root

    required property string title
    property string facts: ""
    property string note: ""
    property string glyph: ""
    property string avatarName: ""
    readonly property real largeText: 1.3

    spacing: Theme.space12

    Avatar {
        visible: root.avatarName !== ""
        name: root.avatarName
        size: Theme.iconLarge - Theme.space4
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    Icon {
        visible: root.glyph !== ""
        glyph: root.glyph
        size: Theme.iconSmall
        color: Theme.pencil
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Label {
            text: root.title
            font.weight: Font.Medium
            decorative: true
            maximumLineCount: 2
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: root.facts
            role: Label.Small
            quiet: true
            decorative: true
            // One line, as long as the text is small enough for that to say something.
            elides: Theme.textScale < root.largeText
            maximumLineCount: 3
            Layout.fillWidth: true
        }
    }
    Label {
        visible: text !== ""
        text: root.note
        role: Label.Small
        quiet: true
        decorative: true
        wrapMode: Text.NoWrap
    }
}
