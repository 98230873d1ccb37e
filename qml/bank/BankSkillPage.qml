import QtQuick
import QtQuick.Layouts
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// One skill of the bank. Everything is kept as it is left.
FocusScope {
    id: root

    required property string skillId
    property int widthClass: Theme.Compact
    readonly property string title: skill.name
    readonly property bool leadsBack: true
    readonly property bool wide: widthClass === Theme.Expanded

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    BankSkill {
        id: skill
        workspace: Workspace
        skillId: root.skillId
    }
    BankTraitList {
        id: traits
        workspace: Workspace
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ScrollColumn {
        anchors.fill: parent
        maximumWidth: root.wide ? Theme.readable * 2 : Theme.readable
        visible: skill.ready && !skill.gone

        PageHeader {
            title: skill.name
            subtitle: skill.archived ? qsTr("Put away: it is offered nowhere, and what was written with it stays.") : ""
            backShown: true
            Layout.fillWidth: true
            onBackRequested: root.back()
        }
        Label {
            objectName: "skillProblem"
            text: skill.problem !== "" ? skill.problem : skill.circle
            visible: text !== ""
            color: Theme.alert
            Accessible.role: Accessible.AlertMessage
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

                BankSkillWords {
                    skill: skill
                    traits: traits.choices
                    Layout.fillWidth: true
                }
                Button {
                    objectName: "skillAway"
                    kind: Button.Quiet
                    glyph: skill.archived ? Icons.restore : Icons.archive
                    text: skill.archived ? qsTr("Bring it back") : qsTr("Put it away")
                    Layout.maximumWidth: parent.width
                    onClicked: skill.archive(!skill.archived)
                }
            }
            ColumnLayout {
                spacing: Theme.space16
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                BankSkillBefore {
                    skill: skill
                    Layout.fillWidth: true
                }
                BankLanguage {
                    skill: skill
                    Layout.fillWidth: true
                }
            }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        room: parent.height
        width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
        visible: skill.gone
        glyph: Icons.bookmark
        sentence: qsTr("This skill is not in the bank any more. The history can bring it back.")
        actionText: qsTr("Back")
        onActionTriggered: root.back()
    }
}
