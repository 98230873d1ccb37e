import QtQuick
import QtQuick.Layouts
import Inkstep.Settings
import Inkstep.Ui

// How Inkstep looks and behaves on this device, and what concerns the notebook as a whole.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Settings")
    readonly property bool wide: widthClass === Theme.Expanded

    signal go(string place, var args)
    signal back()

    ScrollColumn {
        id: scroll
        anchors.fill: parent
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

                SettingsLook {
                    Layout.fillWidth: true
                }
                SettingsCheckBacks {
                    Layout.fillWidth: true
                }
            }
            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                SettingsNotebook {
                    Layout.fillWidth: true
                    onHistoryAsked: root.go("history", {})
                }
                SettingsSkills {
                    Layout.fillWidth: true
                    onBankAsked: root.go("bank", {})
                }
                SettingsAbout {
                    Layout.fillWidth: true
                }
            }
        }
    }
}
