import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The class by name, to choose one child.
ColumnLayout {
    id: root

    property string current: ""

    signal chosen(string studentId)

    spacing: Theme.space4

    StudentChoices {
        id: students
        workspace: Workspace
    }
    Repeater {
        model: students

        ListRow {
            required property string studentId
            required property string name
            required property string grade

            title: name
            subtitle: grade
            avatarName: name
            selected: studentId === root.current
            Layout.fillWidth: true
            onClicked: root.chosen(studentId)
        }
    }
    Label {
        text: qsTr("There is nobody in this class yet. Add students on the class page first.")
        visible: students.ready && students.count === 0
        Layout.fillWidth: true
    }
}
