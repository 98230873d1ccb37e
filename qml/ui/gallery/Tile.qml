import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    id: root

    required property string name
    required property string seen
    required property int level
    required property string step

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true
        Layout.minimumWidth: Theme.dialogWidth / 4

        Label { text: root.name; strong: true; decorative: true; Layout.fillWidth: true }
        SupportCircle { level: root.level; size: Theme.iconSmall }
    }
    Label { text: root.seen; role: Label.Small; quiet: true; decorative: true; Layout.fillWidth: true }
    Rectangle {
        color: root.step !== "" ? Theme.noteColor(Theme.NextStep) : "transparent"
        radius: Theme.radiusNote
        implicitHeight: words.implicitHeight + Theme.space8
        Layout.fillWidth: true

        ReadingText {
            id: words
            anchors.fill: parent
            anchors.margins: Theme.space4
            anchors.leftMargin: Theme.space8
            text: root.step
            role: Label.Small
            color: Theme.noteInk
            elides: true
            decorative: true
        }
    }
}
