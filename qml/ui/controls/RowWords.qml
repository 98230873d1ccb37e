import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A title and a quieter line under it.
ColumnLayout {
    id: root

    property string title: ""
    property string subtitle: ""
    property bool strong: false

    spacing: Theme.space2
    Layout.fillWidth: true
    Layout.alignment: Qt.AlignVCenter

    Label {
        text: root.title
        font.weight: root.strong ? Font.DemiBold : Font.Medium
        horizontalAlignment: Text.AlignLeft // a name stands where its list begins, whichever way it is written
        decorative: true
        visible: text !== ""
        Layout.fillWidth: true
    }
    Label {
        text: root.subtitle
        role: Label.Small
        quiet: true
        horizontalAlignment: Text.AlignLeft
        decorative: true
        visible: text !== ""
        Layout.fillWidth: true
    }
}
