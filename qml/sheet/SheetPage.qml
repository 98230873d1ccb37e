import QtQuick
import Inkstep.Data
import Inkstep.Sheet
import Inkstep.Ui

// Who can do what alone: one tap a mark, among writers, without a sound.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Sheet")
    // The column to open at.
    property string skillId: ""
    readonly property bool compact: widthClass === Theme.Compact
    readonly property bool filled: sheet.ready && sheet.rows > 0 && sheet.columns > 0

    signal go(string place, var args)
    signal back()

    // Back from the camera: a mark may be waiting for its photo.
    onVisibleChanged: if (visible) sheet.lookForEvidence()

    ClassSheet {
        id: sheet
        workspace: Workspace
        rungs: ways.rungs
        levelNames: Theme.supportLevelNames().map((name, level) => ways.ladderNames[level] || name)
    }
    Ways {
        id: ways
        workspace: Workspace
    }

    SheetBar {
        id: bar
        compact: root.compact
        summary: sheet.ready && sheet.rows > 0 ? sheet.summary : ""
        anchors {
            left: parent.left; right: parent.right; top: parent.top
            leftMargin: Theme.space16; rightMargin: Theme.space8; topMargin: Theme.space4
        }
        onSkillsAsked: skills.open()
    }

    SheetTable {
        id: table
        objectName: "sheet"
        sheet: sheet
        openAt: root.skillId
        visible: root.filled
        focus: visible
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom; topMargin: Theme.space4 }
        onMarkMenuAsked: (row, column, beside) => markMenu.show(row, column, beside)
        onNameMenuAsked: (row, beside) => nameMenu.show(row, beside)
        onHeadMenuAsked: (column, beside) => headMenu.show(column, beside)
        onWhoAsked: skillId => who.show(skillId)
    }

    SheetEmpty {
        visible: sheet.ready && !root.filled
        focus: visible
        students: sheet.rows
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        onStudentsAsked: root.go("addStudents", {})
        onSkillsAsked: skills.open()
    }
    BusyDot {
        running: !sheet.ready
        anchors.centerIn: parent
    }

    MarkMenu {
        id: markMenu
        sheet: sheet
        onGo: (place, args) => root.go(place, args)
        onEvidenceAsked: (row, column) => evidence.show(row, column)
    }
    NameMenu {
        id: nameMenu
        sheet: sheet
        onGo: (place, args) => root.go(place, args)
    }
    HeadMenu {
        id: headMenu
        sheet: sheet
        onWhoAsked: skillId => who.show(skillId)
        onSkillsAsked: skills.open()
    }
    WhoDialog {
        id: who
        sheet: sheet
        onGo: (place, args) => root.go(place, args)
    }
    SkillsDialog {
        id: skills
    }
    EvidenceDialog {
        id: evidence
        sheet: sheet
        onGo: (place, args) => root.go(place, args)
    }
}
