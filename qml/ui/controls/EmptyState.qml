import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A page with nothing on it yet: one sentence that teaches, one thing to do.
Item {
    id: root

    required property string sentence
    property string title: ""
    property string glyph: Icons.noteOutline
    property string actionText: ""
    property string actionGlyph: ""

    signal actionTriggered()

    implicitWidth: Theme.dialogWidth
    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(root.width, Theme.dialogWidth)
        spacing: Theme.space16

        EmptyPicture {
            glyph: root.glyph
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.space8
        }
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
