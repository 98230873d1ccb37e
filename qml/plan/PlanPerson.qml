import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One student on a line: tap leads to the child; the plus takes the child into the plan.
RowLayout {
    id: root

    required property string name
    property string facts: ""
    property string step: ""
    property bool planned: false
    property bool strong: false

    signal asked()
    signal takeIn()

    spacing: 0

    ListRow {
        objectName: "see-" + root.name
        title: root.name
        subtitle: root.step
        note: root.facts
        avatarName: root.name
        accessibleName: Theme.listed([root.name, root.facts, root.step])
        Layout.fillWidth: true
        onClicked: root.asked()
    }
    IconButton {
        objectName: "take-" + root.name
        label: root.planned ? qsTr("%1 is in the plan").arg(root.name) : qsTr("Take %1 into the plan").arg(root.name)
        glyph: root.planned ? Icons.check : Icons.plus
        size: Theme.iconSmall
        color: root.planned ? Theme.good : Theme.action
        enabled: !root.planned
        onClicked: root.takeIn()
    }
}
