import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Ui

// Who could be a group: the same next step, or steps side by side on the way.
PlanSection {
    id: root

    required property PlanList plan

    signal go(string place, var args)

    function inPlan(students: list<string>): bool {
        const planned = Array.from(plan.planned);
        return Array.from(students).every(id => planned.includes(id));
    }

    objectName: "groups"
    title: qsTr("Could be a group")
    rows: groups.count
    most: 3

    GroupList {
        id: groups
        workspace: Workspace
    }
    Repeater {
        model: groups

        RowLayout {
            id: group

            required property int index
            required property string skillId
            required property string skillName
            required property list<string> students
            required property list<string> names
            required property bool shared
            readonly property bool planned: root.inPlan(students)

            visible: index < root.shown
            spacing: 0
            Layout.fillWidth: true

            TapArea {
                id: face
                objectName: "group-" + group.index
                accessibleName: Theme.listed([group.skillName, group.shared ? "" : qsTr("neighboring steps"),
                                              Theme.listed(group.names)])
                padding: Theme.space8
                Layout.fillWidth: true
                onClicked: root.go("sheet", { "skillId": group.skillId })
                background: RowGround {
                    hovered: face.isHovered
                    pressed: face.isPressed
                }
                contentItem: RowLayout {
                    spacing: Theme.space12

                    Rectangle {
                        color: Theme.noteColor(Theme.NextStep)
                        radius: Theme.space2
                        Layout.preferredWidth: Theme.space4
                        Layout.fillHeight: true
                    }
                    ColumnLayout {
                        spacing: Theme.space2
                        Layout.fillWidth: true

                        Label {
                            text: group.skillName
                            font.weight: Font.Medium
                            decorative: true
                            Layout.fillWidth: true
                        }
                        Label {
                            text: Theme.listed(group.names)
                            decorative: true
                            role: Label.Small
                            maximumLineCount: 3
                            elide: Text.ElideRight
                            Layout.fillWidth: true
                        }
                        Label {
                            visible: !group.shared
                            text: qsTr("neighboring steps")
                            decorative: true
                            role: Label.Small
                            quiet: true
                            Layout.fillWidth: true
                        }
                    }
                }
            }
            IconButton {
                objectName: "takeGroup-" + group.index
                label: group.planned ? qsTr("This group is in the plan")
                                     : qsTr("Take this group into the plan: %1").arg(Theme.listed(group.names))
                glyph: group.planned ? Icons.check : Icons.plus
                size: Theme.iconSmall
                color: group.planned ? Theme.good : Theme.action
                enabled: !group.planned
                onClicked: root.plan.takeIn(group.students, group.skillId)
            }
        }
    }
    Label {
        visible: groups.ready && groups.count === 0
        text: qsTr("When two writers need the same skill next, they show here as a group.")
        quiet: true
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
}
