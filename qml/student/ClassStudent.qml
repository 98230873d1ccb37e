import QtQuick
import Inkstep.Students
import Inkstep.Ui

// A student in the class list: leads to their page; to change or archive sits behind the dots.
Item {
    id: root

    required property string studentId
    required property string name
    required property string grade
    required property string homeLanguage
    required property int samples
    property bool gone: false

    signal openAsked()
    signal editAsked()
    signal archiveAsked()

    readonly property string samplesText: samples === 0 ? qsTr("no samples yet") : samples === 1 ? qsTr("1 sample")
                                                                                 : qsTr("%1 samples").arg(samples)

    implicitHeight: Math.max(row.implicitHeight, more.implicitHeight)

    ListRow {
        id: row
        objectName: "student-" + root.name
        anchors { left: parent.left; right: more.left; top: parent.top; bottom: parent.bottom }
        title: root.name
        subtitle: Theme.listed([root.grade, root.homeLanguage, root.samplesText], " · ")
        avatarName: root.name
        focus: true
        onClicked: root.openAsked()
    }
    IconButton {
        id: more
        objectName: "more-" + root.name
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        label: qsTr("More for %1").arg(root.name)
        glyph: Icons.more
        color: Theme.pencil
        onClicked: menu.popup(more)
    }
    Menu {
        id: menu
        label: root.name

        MenuEntry {
            objectName: "edit-" + root.name
            text: qsTr("Change")
            glyph: Icons.edit
            onTriggered: root.editAsked()
        }
        MenuEntry {
            objectName: "archive-" + root.name
            text: root.gone ? qsTr("Bring back to class") : qsTr("Archive")
            glyph: root.gone ? Icons.restore : Icons.archive
            onTriggered: root.archiveAsked()
        }
    }
}
