import QtQuick
import QtQuick.Layouts
import Inkstep.Students
import Inkstep.Ui

// What was understood, name by name; a name can be left out.
ColumnLayout {
    id: root

    required property NamesReader reader

    spacing: Theme.space4

    Label {
        text: root.reader.count === 0 ? qsTr("What is understood shows here before anything is added.")
              : root.reader.count === 1 ? qsTr("1 name understood") : qsTr("%1 names understood").arg(root.reader.count)
        quiet: root.reader.count === 0
        strong: root.reader.count > 0
        Layout.fillWidth: true
    }
    Repeater {
        model: root.reader.remarks

        Label {
            required property string modelData
            text: modelData
            role: Label.Small
            quiet: true
            Layout.fillWidth: true
        }
    }
    Repeater {
        model: root.reader

        CheckBox {
            id: line
            required property int index
            required property string name
            required property string details
            required property bool twice
            required property bool known
            required property bool chosen

            objectName: "name-" + name
            text: name
            subtitle: Theme.listed([details, known ? qsTr("somebody in the class has this name") : "",
                                    twice && !known ? qsTr("this name is here twice: two students") : ""], " · ")
            checked: chosen
            Layout.fillWidth: true
            onToggled: root.reader.choose(index, checked)

            Binding {
                target: line
                property: "checked"
                value: line.chosen
            }
        }
    }
}
