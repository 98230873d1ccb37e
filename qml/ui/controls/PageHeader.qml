import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The top of a page: the way back, what the page is, and its few actions at the end.
RowLayout {
    id: root

    default property alias actions: row.data
    required property string title
    property string subtitle: ""
    property bool backShown: false

    signal backRequested()

    spacing: Theme.space8
    // A layout within a layout gives way to a tall page below it, and its title is cut.
    Layout.fillHeight: false

    IconButton {
        label: qsTr("Back")
        glyph: Icons.back
        directional: true
        visible: root.backShown
        Layout.alignment: Qt.AlignTop
        onClicked: root.backRequested()
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Layout.minimumHeight: Theme.target

        Label {
            text: root.title
            role: Label.Headline
            strong: true
            // A name may go on for 300 letters.
            maximumLineCount: 3
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
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
    RowLayout {
        id: row
        spacing: Theme.space4
        Layout.alignment: Qt.AlignTop
    }
}
