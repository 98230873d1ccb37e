import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// What there is to say about one student today.
Menu {
    id: root

    required property ClassSheet sheet
    property int row: -1
    property var about: ({})

    signal go(string place, var args)

    function show(toRow: int, beside: Item): void {
        row = toRow;
        about = sheet.about(toRow, 0);
        popup(beside);
    }

    readonly property bool absent: about.absent === true

    objectName: "nameMenu"
    label: about.student ?? ""

    Label {
        text: root.about.student ?? ""
        strong: true
        maximumLineCount: 4
        elide: Text.ElideRight
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        topPadding: Theme.space4
        bottomPadding: Theme.space4
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.hairline // its words do not widen the menu
    }
    MenuEntry {
        objectName: "absent"
        text: root.absent ? qsTr("Here today after all") : qsTr("Absent today")
        glyph: root.absent ? Icons.student : Icons.studentOff
        onTriggered: root.sheet.setAbsent(root.row, !root.absent)
    }
    MenuEntry {
        objectName: "nameConference"
        text: qsTr("Conference")
        glyph: Icons.comment
        onTriggered: root.go("student", { "studentId": root.about.studentId })
    }
}
