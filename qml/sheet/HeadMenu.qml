import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// What can be done with one column.
Menu {
    id: root

    required property ClassSheet sheet
    property int column: -1
    property var about: ({})

    signal whoAsked(string skillId)
    signal skillsAsked()

    function show(toColumn: int, beside: Item): void {
        column = toColumn;
        about = sheet.about(0, toColumn);
        popup(beside);
    }

    objectName: "headMenu"
    label: about.skill ?? ""

    Label {
        text: root.about.skill ?? ""
        strong: true
        maximumLineCount: 6
        elide: Text.ElideRight
        leftPadding: Theme.space12
        rightPadding: Theme.space12
        topPadding: Theme.space4
        bottomPadding: Theme.space4
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.hairline // its words do not widen the menu
    }
    MenuEntry {
        objectName: "who"
        text: qsTr("Who did not?")
        glyph: Icons.group
        onTriggered: root.whoAsked(root.about.skillId)
    }
    Divider {
        Layout.fillWidth: true
    }
    MenuEntry {
        objectName: "earlier"
        visible: root.column > 0
        text: qsTr("Move earlier")
        glyph: Theme.rightToLeft ? Icons.next : Icons.previous
        onTriggered: root.sheet.moveColumn(root.column, -1)
    }
    MenuEntry {
        objectName: "later"
        visible: root.column < root.sheet.columns - 1
        text: qsTr("Move later")
        glyph: Theme.rightToLeft ? Icons.previous : Icons.next
        onTriggered: root.sheet.moveColumn(root.column, 1)
    }
    MenuEntry {
        objectName: "letGo"
        text: qsTr("Let go")
        glyph: Icons.leaf
        onTriggered: root.sheet.letGo(root.column)
    }
    MenuEntry {
        objectName: "chooseSkills"
        text: qsTr("Choose skills")
        glyph: Icons.plus
        onTriggered: root.skillsAsked()
    }
}
