import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Data
import Inkstep.Ui

// One independent work time: start it, hold it, say how it went; what the class shares; stamina over weeks.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Writing block")
    readonly property bool wide: widthClass === Theme.Expanded

    signal go(string place, var args)
    signal back()

    BlockNow {
        id: block
        workspace: Workspace
    }

    ScrollColumn {
        anchors.fill: parent
        focus: true
        maximumWidth: root.wide ? Theme.readable * 2 : Theme.readable

        PageHeader {
            title: root.title
            Layout.fillWidth: true
        }
        GridLayout {
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space24
            rowSpacing: Theme.space16
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                BlockForgotten {
                    block: block
                    visible: block.leftRunning
                    Layout.fillWidth: true
                }
                BlockRunning {
                    block: block
                    visible: block.running && !block.leftRunning
                    Layout.fillWidth: true
                }
                BlockEnded {
                    block: block
                    visible: block.ended
                    Layout.fillWidth: true
                }
                BlockStart {
                    block: block
                    visible: block.ready && !block.running
                    again: block.ended
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                BlockShare {
                    blockId: block.blockId
                    visible: block.blockId !== "" && !block.leftRunning
                    Layout.fillWidth: true
                }
                StaminaPicture {
                    Layout.fillWidth: true
                }
            }
        }
    }
}
