import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One student on a line: tap leads to the child; the plus takes the child into the plan.
RowLayout {
    id: root

    required property string name
    required property string facts
    required property string step
    property bool planned: false

    signal asked()
    signal takeIn()

    spacing: 0

    TapArea {
        id: face
        objectName: "see-" + root.name
        accessibleName: Theme.listed([root.name, root.facts, root.step])
        leftPadding: Theme.space8
        rightPadding: Theme.space8
        topPadding: Theme.space4
        bottomPadding: Theme.space4
        Layout.fillWidth: true
        onClicked: root.asked()
        background: RowGround {
            hovered: face.isHovered
            pressed: face.isPressed
        }
        contentItem: PlanFace {
            title: root.name
            facts: Theme.listed([root.facts, root.step], qsTr(" · "))
            avatarName: root.name
        }
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
