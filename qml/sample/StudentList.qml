import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// The class by name, to choose one child. A class too large for one look has a field that finds a name.
ColumnLayout {
    id: root

    property string current: ""
    readonly property int most: 40

    signal chosen(string studentId, string name)

    spacing: Theme.space4
    onVisibleChanged: if (!visible) find.text = ""

    StudentChoices {
        id: students
        workspace: Workspace
        search: find.text
    }
    SearchField {
        id: find
        objectName: "findStudent"
        label: qsTr("Find a name")
        visible: students.count > root.most || text !== ""
        Layout.fillWidth: true
    }
    Repeater {
        // Nothing is made before somebody looks, and only what is looked at.
        model: root.visible ? students : null

        Loader {
            id: place

            required property int index
            required property string studentId
            required property string name
            required property string grade

            active: index < root.most
            visible: active
            Layout.fillWidth: true
            sourceComponent: ListRow {
                objectName: "choose-" + place.name
                title: place.name
                subtitle: place.grade
                avatarName: place.name
                selected: place.studentId === root.current
                onClicked: root.chosen(place.studentId, place.name)
            }
        }
    }
    Label {
        text: qsTr("and %1 more: a few letters of the name find them").arg(students.count - root.most)
        role: Label.Small
        quiet: true
        visible: students.count > root.most
        Layout.fillWidth: true
    }
    Label {
        text: find.text !== "" ? qsTr("Nobody is called so.")
                               : qsTr("There is nobody in this class yet. Add students on the class page first.")
        visible: students.ready && students.count === 0
        Layout.fillWidth: true
    }
}
