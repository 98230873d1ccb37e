import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// All there is to say about one mark.
Menu {
    id: root

    required property ClassSheet sheet
    property int row: -1
    property int column: -1
    property var about: ({})

    signal go(string place, var args)
    signal evidenceAsked(int row, int column)

    function show(toRow: int, toColumn: int, beside: Item): void {
        row = toRow;
        column = toColumn;
        about = sheet.about(toRow, toColumn);
        popup(beside);
    }

    readonly property bool absent: about.absent === true
    readonly property string student: about.student ?? ""

    objectName: "markMenu"
    label: qsTr("%1, %2").arg(student).arg(about.skill ?? "")

    Label {
        text: root.student
        strong: true
        maximumLineCount: 2
        elide: Text.ElideRight
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        topPadding: Theme.space4
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.hairline // its words do not widen the menu
    }
    Label {
        text: qsTr("%1: %2").arg(root.about.skill ?? "").arg(root.about.words ?? "")
        role: Label.Small
        quiet: true
        maximumLineCount: 4
        elide: Text.ElideRight
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        bottomPadding: Theme.space8
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.hairline // its words do not widen the menu
    }
    Repeater {
        model: root.absent ? [] : root.sheet.rungs

        RungEntry {
            required property int modelData
            objectName: "rung-" + modelData
            level: modelData
            text: root.sheet.levelNames[modelData] ?? ""
            selected: root.about.today === true && root.about.level === modelData
            onTriggered: root.sheet.mark(root.row, root.column, modelData)
        }
    }
    Divider {
        visible: !root.absent
        Layout.fillWidth: true
    }
    MenuEntry {
        objectName: "trying"
        visible: !root.absent
        text: qsTr("Trying: nearly there")
        glyph: selected ? Icons.check : Icons.minus
        selected: root.about.trying === true
        onTriggered: root.sheet.setTrying(root.row, root.column, !selected)
    }
    MenuEntry {
        objectName: "takeBack"
        visible: root.about.own === true
        text: qsTr("Take today’s mark back")
        glyph: Icons.undo
        onTriggered: root.sheet.takeBack(root.row, root.column)
    }
    MenuEntry {
        objectName: "addPhoto"
        visible: root.about.marked === true && (root.about.evidence ?? "") === ""
        text: qsTr("Add a photo that shows it")
        glyph: Icons.camera
        onTriggered: root.evidenceAsked(root.row, root.column)
    }
    MenuEntry {
        objectName: "seePhoto"
        visible: (root.about.evidence ?? "") !== ""
        text: qsTr("Look at its photo")
        glyph: Icons.image
        onTriggered: root.go("page", { "pageId": root.about.evidence })
    }
    MenuEntry {
        objectName: "dropPhoto"
        visible: (root.about.evidence ?? "") !== ""
        text: qsTr("Take the photo off")
        glyph: Icons.close
        onTriggered: root.sheet.setEvidence(root.row, root.column, "")
    }
    Divider {
        Layout.fillWidth: true
    }
    MenuEntry {
        objectName: "conference"
        visible: !root.absent
        text: qsTr("Conference")
        glyph: Icons.comment
        onTriggered: root.go("student", { "studentId": root.about.studentId, "skillId": root.about.skillId })
    }
    MenuEntry {
        objectName: "absence"
        text: root.absent ? qsTr("Here today after all") : qsTr("Absent today")
        glyph: root.absent ? Icons.student : Icons.studentOff
        onTriggered: root.sheet.setAbsent(root.row, !root.absent)
    }
}
