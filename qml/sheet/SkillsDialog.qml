import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sheet
import Inkstep.Ui

// Which skills are on the sheet: those taught now first, then the bank; words that are no skill yet become one.
Dialog {
    id: root

    objectName: "skillsDialog"
    title: qsTr("Taught now")
    message: qsTr("A skill stays on the sheet until you let it go. Its marks are kept.")
    rejectText: qsTr("Done")

    onClosed: search.text = ""

    SheetSkills {
        id: skills
        workspace: Workspace
        search: search.text
    }

    SearchField {
        id: search
        objectName: "skillSearch"
        label: qsTr("Find a skill, or name a new one")
        Layout.fillWidth: true
    }
    Button {
        objectName: "addSkill"
        text: qsTr("Add “%1”").arg(skills.search.length > 40 ? skills.search.slice(0, 40) + "…" : skills.search)
        glyph: Icons.plus
        visible: skills.newName
        Layout.fillWidth: true
        onClicked: {
            skills.addNew(skills.search);
            search.text = "";
        }
    }
    ListView {
        id: list
        objectName: "skillList"
        Layout.fillWidth: true
        Layout.preferredHeight: Math.min(contentHeight, Math.max(Theme.target * 3, root.roomHeight * 0.45))
        clip: true
        model: skills
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Skills")

        delegate: SkillRow {
            width: list.width
            taughtCount: skills.taught
            onTeachAsked: skills.teach(skillId)
            onLetGoAsked: skills.letGo(skillId)
            onMoveAsked: by => skills.move(skillId, by)
        }
    }
    Label {
        text: qsTr("The bank has no skill with these words.")
        quiet: true
        visible: skills.ready && skills.count === 0 && skills.search !== ""
        Layout.fillWidth: true
    }
}
