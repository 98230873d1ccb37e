import QtQuick
import Inkstep.Plan
import Inkstep.Ui

// How the parts of a plan fill the minutes: a strip of paper cut into pieces, what is left stays blank.
Item {
    id: root

    required property PlanList plan
    readonly property int whole: Math.max(plan.allMinutes, plan.minutes, 1)

    implicitHeight: Theme.space8
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("%1 of %2 minutes are planned").arg(plan.minutes).arg(plan.allMinutes)

    Rectangle {
        anchors.fill: parent
        radius: height / 2
        color: Theme.inset
        border { width: Theme.hairline; color: Theme.line }
    }
    Row {
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }

        Repeater {
            model: root.plan

            Item {
                id: piece
                required property int minutes
                required property bool isGroup
                required property bool done

                width: root.width * minutes / root.whole
                height: root.height

                Rectangle {
                    anchors { fill: parent; rightMargin: Theme.space2 }
                    radius: height / 2
                    color: piece.done ? Theme.good : Theme.action
                    opacity: piece.isGroup || piece.done ? 1 : Theme.paleOpacity
                }
            }
        }
    }
    // Where the minutes end, when there is more than fits.
    Rectangle {
        visible: root.plan.over > 0
        x: (Theme.rightToLeft ? root.whole - root.plan.allMinutes : root.plan.allMinutes) / root.whole * root.width
        width: Theme.stroke
        height: parent.height + Theme.space8
        color: Theme.ink
        anchors.verticalCenter: parent.verticalCenter
    }
}
