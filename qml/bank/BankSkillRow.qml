import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Ui

// A skill of the bank: its name, what a child is told, its place in the order.
RowLayout {
    id: root

    required property string skillId
    required property string name
    required property string childWords
    required property string ages
    required property bool first
    required property bool last
    property bool movable: true

    signal opened()
    signal moved(int by)

    spacing: 0

    ListRow {
        title: root.name
        subtitle: root.childWords
        accessibleName: Theme.listed([root.name, qsTr("ages %1").arg(root.ages), root.childWords])
        Layout.fillWidth: true
        onClicked: root.opened()
    }
    IconButton {
        label: qsTr("Earlier: %1").arg(root.name)
        glyph: Icons.up
        color: Theme.pencil
        visible: root.movable
        enabled: !root.first
        onClicked: root.moved(-1)
    }
    IconButton {
        label: qsTr("Later: %1").arg(root.name)
        glyph: Icons.down
        color: Theme.pencil
        visible: root.movable
        enabled: !root.last
        onClicked: root.moved(1)
    }
}
