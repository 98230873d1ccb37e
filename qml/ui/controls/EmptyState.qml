import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A page with nothing on it yet: one sentence that teaches, one thing to do. Where there is not the room for all of
// it the picture goes first; the rest scrolls.
Flickable {
    id: root

    required property string sentence
    property string title: ""
    property string glyph: Icons.noteOutline
    property string actionText: ""
    property string actionGlyph: ""
    property real room: Infinity // height it may take

    signal actionTriggered()

    implicitWidth: Theme.dialogWidth
    implicitHeight: Math.min(column.implicitHeight, room)
    contentHeight: column.implicitHeight
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: interactive

    ColumnLayout {
        id: column
        x: Math.round((root.width - width) / 2)
        width: Math.min(root.width, Theme.dialogWidth)
        spacing: Theme.space24

        EmptyPicture {
            // Sixteen lines are what words and button need at most; measured, they would depend on it in turn.
            visible: root.room >= implicitHeight + Theme.body * 16
            glyph: root.glyph
            Layout.alignment: Qt.AlignHCenter
        }
        ColumnLayout {
            spacing: Theme.space16
            Layout.fillWidth: true

            Label {
                text: root.title
                role: Label.Title
                strong: true
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
                Layout.fillWidth: true
            }
            Label {
                text: root.sentence
                quiet: true
                maximumLineCount: 12
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
            Button {
                kind: Button.Primary
                text: root.actionText
                glyph: root.actionGlyph
                visible: text !== ""
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: column.width
                Layout.topMargin: Theme.space8
                onClicked: root.actionTriggered()
            }
        }
    }
}
