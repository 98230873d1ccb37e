import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Ui

// Open next steps, to be looked for while walking about.
PlanSection {
    id: root

    signal go(string place, var args)

    objectName: "steps"
    title: qsTr("To look for")
    rows: steps.count

    StepList {
        id: steps
        workspace: Workspace
    }
    Repeater {
        model: steps

        TapArea {
            id: step

            required property int index
            required property string studentId
            required property string skillId
            required property string name
            required property string words
            required property int level

            objectName: "look-" + name
            visible: index < root.shown
            accessibleName: level < 0 ? qsTr("%1: %2").arg(name).arg(words)
                                      : qsTr("%1, %2: %3").arg(name).arg(Theme.supportLevelName(level)).arg(words)
            padding: Theme.space8
            Layout.fillWidth: true
            onClicked: root.go("student", { "studentId": studentId, "skillId": skillId })
            background: RowGround {
                hovered: step.isHovered
                pressed: step.isPressed
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
                        text: step.name
                        font.weight: Font.Medium
                        decorative: true
                        elides: true
                        Layout.fillWidth: true
                    }
                    ReadingText {
                        text: step.words
                        decorative: true
                        role: Label.Small
                        quiet: true
                        maximumLineCount: 2
                        elide: Text.ElideRight
                        Layout.fillWidth: true
                    }
                }
                LevelMark {
                    visible: step.level >= 0
                    filled: (Theme.NotYet - step.level) / Theme.NotYet
                    color: Theme.pencil
                    Layout.preferredWidth: Theme.iconSmall - Theme.space4
                    Layout.preferredHeight: Theme.iconSmall - Theme.space4
                }
            }
        }
    }
    Label {
        visible: steps.ready && steps.count === 0
        text: qsTr("Next steps you offer wait here until the writer can do them alone.")
        quiet: true
        Layout.fillWidth: true
        Layout.margins: Theme.space8
    }
}
