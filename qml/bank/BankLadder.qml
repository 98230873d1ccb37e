import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// What the marks of this class mean: the rungs of help, the thresholds, the usual minutes.
ScrollColumn {
    id: root

    required property SkillBankModel bank

    Ways {
        id: ways
        workspace: Workspace
    }
    Card {
        Layout.fillWidth: true

        SectionHeader {
            title: qsTr("How much help")
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("The ladder measures help, not how good the writing is. Only the top rung counts as independent.")
            role: Label.Small
            quiet: true
            Layout.fillWidth: true
        }
        Repeater {
            model: 5

            ColumnLayout {
                id: rung

                required property int index
                readonly property var meanings: [qsTr("No help of any kind, even if it is still a rough try."),
                                                 qsTr("A word, a look or a pointed finger was enough."),
                                                 qsTr("After seeing it done, on a chart, in a book or by someone."),
                                                 qsTr("Side by side with someone who shared the work."),
                                                 qsTr("Looked for, and not there yet, even with help.")]
                readonly property bool used: Array.from(ways.rungs).includes(index)

                spacing: 0
                Layout.fillWidth: true

                RowLayout {
                    spacing: Theme.space12
                    Layout.fillWidth: true

                    SupportCircle {
                        level: rung.index
                        pale: !rung.used
                        Layout.preferredWidth: size
                        Layout.preferredHeight: size
                        Layout.alignment: Qt.AlignVCenter
                        Accessible.ignored: true
                    }
                    KeptLine {
                        objectName: "rung-" + rung.index
                        label: qsTr("Name of the rung “%1”").arg(Theme.usualLevelName(rung.index))
                        labelShown: false
                        placeholderText: Theme.usualLevelName(rung.index)
                        kept: ways.ready ? ways.ladderNames[rung.index] : ""
                        maximumLength: 40
                        enabled: rung.used
                        help: rung.meanings[rung.index]
                        Layout.fillWidth: true
                        onWritten: words => ways.nameRung(rung.index, words)
                    }
                }
                Switch {
                    objectName: "uses-" + rung.index
                    text: qsTr("Use this rung")
                    accessibleName: qsTr("Use the rung “%1”").arg(Theme.supportLevelName(rung.index))
                    visible: rung.index > 0 && rung.index < 4
                    checked: rung.used
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.iconSize + Theme.space8
                    onClicked: {
                        ways.useRung(rung.index, checked);
                        checked = Qt.binding(() => rung.used);
                    }
                }
            }
        }
    }
    BankThresholds {
        bank: root.bank
        ways: ways
        Layout.fillWidth: true
    }
    BankMinutes {
        ways: ways
        Layout.fillWidth: true
    }
}
