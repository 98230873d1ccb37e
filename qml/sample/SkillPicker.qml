import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The skill bank as chips: what the child is likely ready for first; a trait narrows it.
ColumnLayout {
    id: root

    required property string studentId
    property int kind: Theme.Plain
    property string currentSkill: ""
    property bool traitsShown: true
    property alias atMost: chips.atMost
    property alias onlyNext: chips.onlyNext
    // Asked for by the sheet: its chip comes first and says so.
    property alias namedSkill: chips.namedSkill
    readonly property alias count: chips.count

    signal chosen(string skillId, string compliment, string childWords)

    spacing: Theme.space8

    SkillChips {
        id: chips
        workspace: Workspace
        studentId: root.studentId
    }
    Flow {
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            model: chips

            Chip {
                required property string skillId
                required property string name
                required property string compliment
                required property string childWords
                required property bool own
                required property bool next
                required property bool open
                required property bool named

                text: name
                glyph: named ? Icons.sheet : ""
                kind: root.kind
                selected: skillId === root.currentSkill
                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                accessibleName: named ? qsTr("%1, from the sheet").arg(name) : open ? qsTr("%1, the open step").arg(name) : own ? qsTr("%1, done alone").arg(name)
                                : next ? qsTr("%1, likely next").arg(name) : name
                onClicked: root.chosen(skillId, compliment, childWords)
            }
        }
    }
    Label {
        text: qsTr("The bank has no skill here. Words of your own do as well.")
        quiet: true
        visible: chips.ready && chips.count === 0
        Layout.fillWidth: true
    }
    Flow {
        spacing: Theme.space4
        visible: root.traitsShown
        Layout.fillWidth: true

        Repeater {
            model: chips.traits

            Chip {
                required property var modelData

                text: modelData.name
                selected: chips.trait === modelData.id
                onClicked: chips.trait = selected ? "" : modelData.id
            }
        }
    }
}
