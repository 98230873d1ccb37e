import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sheet
import Inkstep.Ui

// The top of the sheet: who is here, dim or not, which skills.
RowLayout {
    id: root

    required property bool compact
    property string summary: ""
    // There is a class to cover.
    property bool coverable: false

    signal skillsAsked()

    spacing: Theme.space4

    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Label {
            text: qsTr("Sheet")
            role: root.compact ? Label.Title : Label.Headline
            strong: true
            Layout.fillWidth: true
        }
        Label {
            text: root.summary
            role: Label.Small
            quiet: true
            visible: text !== ""
            Layout.fillWidth: true
        }
    }
    IconButton {
        objectName: "curtain"
        label: qsTr("Names only")
        glyph: selected ? Icons.eyeOff : Icons.eye
        visible: root.coverable
        selected: Preferences.covered
        color: selected ? Theme.action : Theme.pencil
        Accessible.checkable: true
        Accessible.checked: selected
        onClicked: Preferences.covered = !Preferences.covered
    }
    IconButton {
        objectName: "dim"
        label: Preferences.dim ? qsTr("Bright again") : qsTr("Dim")
        glyph: Icons.moon
        selected: Preferences.dim
        color: selected ? Theme.action : Theme.pencil
        Accessible.checkable: true
        Accessible.checked: selected
        onClicked: Preferences.dim = !Preferences.dim
    }
    IconButton {
        objectName: "skills"
        label: qsTr("Choose skills")
        glyph: Icons.plus
        color: Theme.pencil
        onClicked: root.skillsAsked()
    }
}
