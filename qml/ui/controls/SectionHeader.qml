import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The name of a part of a page, with one quiet action if wanted.
RowLayout {
    id: root

    required property string title
    property string subtitle: ""
    property string actionText: ""
    property string actionGlyph: ""

    signal actionTriggered()

    spacing: Theme.space8

    ColumnLayout {
        spacing: Theme.space2
        Layout.fillWidth: true

        Label {
            text: root.title
            role: Label.Title
            strong: true
            Layout.fillWidth: true
        }
        Label {
            text: root.subtitle
            role: Label.Small
            quiet: true
            visible: text !== ""
            Layout.fillWidth: true
        }
    }
    Button {
        kind: Button.Quiet
        text: root.actionText
        glyph: root.actionGlyph
        visible: text !== ""
        Layout.maximumWidth: root.width / 2
        onClicked: root.actionTriggered()
    }
}
