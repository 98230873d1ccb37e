import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// What is written on a sticky note.
ColumnLayout {
    id: root

    required property int kind
    property string words
    property string skillName
    property string stateName
    property string author
    property bool small: false

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space8
        visible: !root.small
        Layout.fillWidth: true

        Icon {
            glyph: root.kind === Theme.Noticed ? Icons.star : root.kind === Theme.Wonder ? Icons.wonder
                   : root.kind === Theme.NextStep ? Icons.step : Icons.note
            size: Theme.iconSmall
            color: Theme.notePencil
            directional: root.kind === Theme.NextStep
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignTop
        }
        Label {
            text: root.skillName !== "" ? root.skillName : Theme.noteKindName(root.kind)
            role: Label.Small
            color: Theme.notePencil
            font.weight: Font.DemiBold
            decorative: true
            Layout.fillWidth: true
        }
    }
    ReadingText {
        text: root.words
        role: root.small ? Label.Small : Label.Body
        color: Theme.noteInk
        elides: root.small
        decorative: true
        visible: text !== ""
        verticalAlignment: root.small ? Text.AlignVCenter : Text.AlignTop
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
    Label {
        text: Theme.listed([root.stateName, root.author], " · ")
        role: Label.Small
        color: Theme.notePencil
        decorative: true
        visible: text !== ""
        Layout.fillWidth: true
    }
}
