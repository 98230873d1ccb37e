import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Ui

// One part of the plan. A tap opens its controls below it: minutes, earlier, later, take out, start.
ColumnLayout {
    id: root

    required property list<string> names
    required property string skillName
    required property string step
    required property int minutes
    required property bool done
    required property bool isGroup
    required property list<string> away
    property bool open: false
    property bool first: false
    property bool last: false
    property bool checkable: false
    readonly property string who: Theme.listed(names)
    readonly property string facts: Theme.listed([isGroup ? skillName : step,
                                                  away.length > 0 ? qsTr("%1 away today").arg(Theme.listed(away)) : ""], qsTr(" · "))

    signal openAsked()
    signal doneAsked(bool done)
    signal minutesAsked(int minutes)
    signal moveAsked(int by)
    signal takeOutAsked()
    signal startAsked()

    spacing: 0

    RowLayout {
        spacing: 0
        Layout.fillWidth: true

        TapArea {
            id: mark
            objectName: "done-" + root.who
            visible: root.checkable
            checkable: true
            checked: root.done
            accessibleName: qsTr("Done: %1").arg(root.who)
            onClicked: root.doneAsked(!root.done)
            contentItem: Item {
                CheckMark {
                    on: root.done
                    anchors.centerIn: parent
                }
            }
        }
        TapArea {
            id: face
            objectName: "part-" + root.who
            accessibleName: Theme.listed([root.isGroup ? qsTr("Group: %1").arg(root.who) : qsTr("Conference: %1").arg(root.who),
                                          root.facts, qsTr("%1 minutes").arg(root.minutes), root.done ? qsTr("done") : ""])
            accessibleDescription: qsTr("Shows what can be changed")
            leftPadding: Theme.space8
            rightPadding: Theme.space8
            topPadding: Theme.space4
            bottomPadding: Theme.space4
            opacity: root.done ? Theme.disabledOpacity : 1
            Layout.fillWidth: true
            onClicked: root.openAsked()
            background: RowGround {
                hovered: face.isHovered
                pressed: face.isPressed
                selected: root.open
            }
            contentItem: PlanFace {
                title: root.who
                facts: root.facts
                note: qsTr("%1 min").arg(root.minutes)
                glyph: root.checkable ? "" : root.isGroup ? Icons.group : Icons.student
            }
        }
    }
    Loader {
        active: root.open
        visible: active
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space8
        sourceComponent: FlowRow {
            spacing: Theme.space4

            MinuteStepper {
                objectName: "partMinutes"
                label: qsTr("Minutes for %1").arg(root.who)
                minutes: root.minutes
                onChosen: minutes => root.minutesAsked(minutes)
            }
            IconButton {
                objectName: "earlier"
                label: qsTr("Earlier")
                glyph: Icons.arrowUp
                size: Theme.iconSmall
                enabled: !root.first
                onClicked: root.moveAsked(-1)
            }
            IconButton {
                objectName: "later"
                label: qsTr("Later")
                glyph: Icons.arrowDown
                size: Theme.iconSmall
                enabled: !root.last
                onClicked: root.moveAsked(1)
            }
            IconButton {
                objectName: "takeOut"
                label: qsTr("Take out of the plan")
                glyph: Icons.close
                size: Theme.iconSmall
                onClicked: root.takeOutAsked()
            }
            Button {
                objectName: "startPart"
                kind: Button.Quiet
                text: root.isGroup ? qsTr("Open the sheet") : qsTr("Open the page")
                onClicked: root.startAsked()
            }
        }
    }
}
