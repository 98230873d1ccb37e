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

    // A mark's sums stand at the lower edge: they are what one looks for after it.
    readonly property bool undoAtTop: filled && !compact

    signal go(string place, var args)
    signal back()

    // Another place was asked for: what closes after that does not take the keyboard back.
    property bool leaving: false

    function leave(place: string, args: var): void {
        leaving = true;
        go(place, args);
    }
    // The keyboard goes back to the marks when a menu or a dialog over them closes.
    function regain(): void {
        if (!leaving && !who.visible && !skills.visible && !evidence.visible && table.visible)
            table.forceActiveFocus(Qt.PopupFocusReason);
    }
    onActiveFocusChanged: if (activeFocus) leaving = false

    // Back from the camera: a mark may be waiting for its photo.
    onVisibleChanged: if (visible) sheet.lookForEvidence()

    ClassSheet {
        id: sheet
        workspace: Workspace
        rungs: ways.rungs
        levelNames: Array.from(Theme.supportLevelNames()).map((name, level) => ways.ladderNames[level] || name)
    }
    Ways {
        id: ways
        workspace: Workspace
    }

    SheetBar {
        id: bar
        compact: root.compact
        coverable: root.filled
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
        covered: Preferences.covered
        visible: root.filled
        focus: visible
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom; topMargin: Theme.space4 }
        onMarkMenuAsked: (row, column, beside) => markMenu.show(row, column, beside)
        onNameMenuAsked: (row, beside) => nameMenu.show(row, beside)
        onHeadMenuAsked: (column, beside) => headMenu.show(column, beside)
        onWhoAsked: skillId => who.show(skillId)
        onUncovered: Preferences.covered = false
    }

    SheetEmpty {
        visible: sheet.ready && !root.filled
        focus: visible
        students: sheet.rows
        anchors { left: parent.left; right: parent.right; top: bar.bottom; bottom: parent.bottom }
        onStudentsAsked: root.leave("addStudents", {})
        onSkillsAsked: skills.open()
    }
    BusyDot {
        running: !sheet.ready
        anchors.centerIn: parent
    }

    MarkMenu {
        id: markMenu
        sheet: sheet
        onClosed: root.regain()
        onGo: (place, args) => root.leave(place, args)
        onEvidenceAsked: (row, column) => evidence.show(row, column)
    }
    NameMenu {
        id: nameMenu
        sheet: sheet
        onClosed: root.regain()
        onGo: (place, args) => root.leave(place, args)
    }
    HeadMenu {
        id: headMenu
        sheet: sheet
        onClosed: root.regain()
        onWhoAsked: skillId => who.show(skillId)
        onSkillsAsked: skills.open()
    }
    WhoDialog {
        id: who
        sheet: sheet
        onClosed: root.regain()
        onGo: (place, args) => root.leave(place, args)
    }
    SkillsDialog {
        id: skills
        onClosed: root.regain()
    }
    EvidenceDialog {
        id: evidence
        sheet: sheet
        onClosed: root.regain()
        onGo: (place, args) => root.leave(place, args)
    }
}
