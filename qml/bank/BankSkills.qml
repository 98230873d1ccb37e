import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Bank
import Inkstep.Data
import Inkstep.Ui

// The skills along the continuum, trait by trait.
FocusScope {
    id: root

    required property SkillBankModel bank

    signal go(string place, var args)

    BankSkillList {
        id: skills
        workspace: Workspace
        search: field.text
        archived: away.checked
    }
    BankTraitList {
        id: traits
        workspace: Workspace
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8

        RowLayout {
            spacing: Theme.space8
            visible: root.bank.skills > 0 || away.checked
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.readable + 2 * Theme.space16
            Layout.alignment: Qt.AlignHCenter
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16

            SearchField {
                id: field
                objectName: "bankSearch"
                label: qsTr("Search skills")
                Layout.fillWidth: true
            }
            IconButton {
                id: away
                objectName: "bankAway"
                label: checked ? qsTr("Show the skills in use") : qsTr("Show what was put away")
                glyph: Icons.archive
                checkable: true
                color: checked ? Theme.action : Theme.pencil
            }
            IconButton {
                objectName: "bankAdd"
                label: qsTr("Add a skill")
                glyph: Icons.plus
                onClicked: adding.open()
            }
        }
        ListView {
            id: list

            readonly property real side: Math.max(Theme.space8, (width - Theme.readable) / 2)

            model: skills
            focus: true
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            bottomMargin: Theme.space32
            reuseItems: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Skills")
            T.ScrollBar.vertical: ScrollEdge {}

            section.property: "traitName"
            section.delegate: Item {
                id: part

                required property string section

                width: list.width
                height: heading.implicitHeight + Theme.space16

                Label {
                    id: heading
                    anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                    anchors.leftMargin: list.side + Theme.space12
                    anchors.rightMargin: list.side
                    anchors.bottomMargin: Theme.space4
                    text: part.section
                    role: Label.Title
                    strong: true
                }
            }
            delegate: BankSkillRow {
                x: list.side
                width: list.width - 2 * list.side
                movable: skills.search === "" && !skills.archived
                onOpened: root.go("bankSkill", { skillId: skillId })
                onMoved: by => skills.move(skillId, by)
            }

            EmptyState {
                anchors.centerIn: parent
                room: parent.height
                width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
                visible: skills.ready && skills.count === 0
                glyph: field.text !== "" ? Icons.search : Icons.bookmark
                sentence: field.text !== "" ? qsTr("No skill has “%1” in its name or words.").arg(field.text)
                          : away.checked ? qsTr("Nothing was put away.")
                          : qsTr("A skill is one thing you teach. With a bank of them, a note takes two taps.")
                actionText: field.text !== "" || away.checked ? "" : qsTr("Add the skills that come with Inkstep")
                onActionTriggered: root.bank.takeInBuiltIn()
            }
        }
    }
    BankNew {
        id: adding
        traits: traits.choices
        onMade: (name, trait) => {
            const id = skills.add(name, trait);
            if (id !== "")
                root.go("bankSkill", { skillId: id });
        }
    }
}
