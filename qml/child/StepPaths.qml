import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Child

// Every next step and the way it went, from offered to let go.
ColumnLayout {
    id: root

    required property string studentId

    signal go(string place, var args)

    spacing: Theme.space8
    visible: steps.count > 0

    StepHistory {
        id: steps
        workspace: Workspace
        studentId: root.studentId
    }
    SectionHeader {
        title: qsTr("Steps so far")
        Layout.fillWidth: true
    }
    Repeater {
        model: steps

        ColumnLayout {
            id: one

            required property string words
            required property string began
            required property string stateName
            required property bool letGo
            required property var path

            spacing: Theme.space4
            Layout.fillWidth: true
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1, offered %2, now %3").arg(words).arg(began).arg(stateName)

            ReadingText {
                text: one.words
                decorative: true
                Layout.fillWidth: true
            }
            Flow {
                spacing: Theme.space4
                Layout.fillWidth: true

                Label {
                    text: one.began
                    role: Label.Small
                    quiet: true
                    decorative: true
                    height: Theme.space24
                    verticalAlignment: Text.AlignVCenter
                }
                Repeater {
                    model: one.path

                    Row {
                        required property int modelData
                        spacing: Theme.space4

                        Rectangle {
                            anchors.verticalCenter: parent.verticalCenter
                            width: Theme.space16
                            height: Theme.stroke
                            color: Theme.outline
                        }
                        LevelMark {
                            width: Theme.space24
                            height: width
                            filled: (Theme.NotYet - modelData) / Theme.NotYet
                            color: Theme.ink
                            line: Theme.stroke
                            visible: modelData >= 0
                        }
                        Icon {
                            glyph: Icons.leaf
                            size: Theme.space24
                            color: Theme.good
                            visible: modelData < 0
                        }
                    }
                }
                Label {
                    text: one.stateName
                    role: Label.Small
                    color: one.letGo ? Theme.good : Theme.pencil
                    decorative: true
                    height: Theme.space24
                    verticalAlignment: Text.AlignVCenter
                }
            }
            Divider {
                Layout.fillWidth: true
            }
        }
    }
}
