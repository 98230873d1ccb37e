import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Ui

// The class by name, to write one down.
ColumnLayout {
    id: root

    signal chosen(string name)

    spacing: Theme.space4

    StudentChoices {
        id: students
        workspace: Workspace
    }
    Repeater {
        model: students

        ListRow {
            required property string name
            title: name
            avatarName: name
            objectName: "name-" + name
            Layout.fillWidth: true
            onClicked: root.chosen(name)
        }
    }
    Label {
        text: qsTr("There is nobody in this class yet. Add students on the class page first.")
        visible: students.ready && students.count === 0
        Layout.fillWidth: true
    }
}
