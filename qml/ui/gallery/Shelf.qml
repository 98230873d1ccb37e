import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A named group of samples.
ColumnLayout {
    id: root

    default property alias samples: flow.data
    required property string title

    spacing: Theme.space8
    Layout.fillWidth: true
    Layout.bottomMargin: Theme.space8

    Label {
        text: root.title
        role: Label.Small
        quiet: true
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
    FlowRow {
        id: flow
        spacing: Theme.space12
        Layout.fillWidth: true
    }
}
