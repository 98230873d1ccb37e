import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One part of the page: its name, a quiet line, and rows. More rows than `most` wait behind a button.
Card {
    id: root

    required property string title
    property string subtitle: ""
    // Of all the rows there are; 0 to have no button.
    property int rows: 0
    property int most: 5
    property bool all: false
    readonly property int shown: all ? rows : Math.min(rows, most)
    default property alias body: column.data

    padding: Theme.space12
    spacing: Theme.space4

    SectionHeader {
        title: root.title
        subtitle: root.subtitle
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        Layout.topMargin: Theme.space4
        Layout.bottomMargin: Theme.space4
    }
    ColumnLayout {
        id: column
        spacing: Theme.space4
        Layout.fillWidth: true
    }
    Button {
        objectName: "all-" + root.objectName
        visible: root.rows > root.most
        kind: Button.Quiet
        text: root.all ? qsTr("Show fewer") : qsTr("Show all %1").arg(root.rows)
        Layout.maximumWidth: root.width - root.padding * 2
        onClicked: root.all = !root.all
    }
}
