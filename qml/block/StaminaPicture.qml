import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Data
import Inkstep.Ui

// Minutes held, week by week: a bar a week, a line where the plan was; all of it said in words as well.
Card {
    id: root

    StaminaWeeks {
        id: weeks
        workspace: Workspace
    }

    Label {
        text: qsTr("Stamina")
        role: Label.Title
        strong: true
        Layout.fillWidth: true
    }
    Label {
        text: weeks.blocks === 0 ? qsTr("When you have held a few blocks, this shows how the minutes grow from week to week.")
                                 : qsTr("Minutes a block, on average each week. The line is the plan.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    Row {
        id: picture
        objectName: "stamina"
        visible: weeks.blocks > 0
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Accessible.role: Accessible.Graphic
        Accessible.name: weeks.words

        readonly property real full: Theme.body * 6

        Repeater {
            model: weeks

            Item {
                id: week

                required property int index
                required property string monday
                required property int blocks
                required property double held
                required property double planned

                width: picture.width / Math.max(1, weeks.count)
                height: picture.full + number.height + name.height + Theme.space8 * 2

                Label {
                    id: number
                    text: week.blocks > 0 ? Math.round(week.held) : ""
                    role: Label.Small
                    strong: week.index === weeks.count - 1
                    decorative: true
                    wrapMode: Text.NoWrap
                    anchors.horizontalCenter: parent.horizontalCenter
                    // Above the plan's line where that is higher.
                    y: foot.y - picture.full * Math.max(week.held, week.planned) / weeks.most - height - Theme.space4
                }
                Rectangle {
                    id: bar
                    width: Math.min(parent.width - Theme.space8, Theme.space32)
                    height: week.blocks > 0 ? Math.max(Theme.space4, picture.full * week.held / weeks.most) : Theme.stroke
                    radius: Theme.radiusNote
                    color: week.blocks === 0 ? Theme.line : Theme.action
                    opacity: week.blocks === 0 || week.index === weeks.count - 1 ? 1 : Theme.paleOpacity
                    anchors { horizontalCenter: parent.horizontalCenter; bottom: foot.top }
                }
                Rectangle {
                    visible: week.planned > 0
                    width: bar.width + Theme.space8
                    height: Theme.stroke
                    color: Theme.ink
                    anchors.horizontalCenter: parent.horizontalCenter
                    y: foot.y - picture.full * week.planned / weeks.most
                }
                Item {
                    id: foot
                    height: name.height + Theme.space4
                    anchors { left: parent.left; right: parent.right; bottom: parent.bottom }

                    Label {
                        id: name
                        // Every second date, or they would touch.
                        text: (weeks.count - 1 - week.index) % 2 === 0 ? week.monday : ""
                        role: Label.Small
                        quiet: true
                        decorative: true
                        wrapMode: Text.NoWrap
                        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
                    }
                }
            }
        }
    }
}
