import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Students
import Inkstep.Ui

// A class by its name and its list.
FocusScope {
    id: root

    required property FirstStart start
    property bool cancellable: true
    readonly property bool untouched: className.text === "" && names.text === ""

    signal cancelled()

    NamesReader {
        id: reader
        // The names are for a class that is not there yet: nobody is known.
        workspace: Workspace
        newClass: true
        text: names.text
    }

    ScrollColumn {
        anchors.fill: parent
        margin: Theme.space16
        maximumWidth: Theme.dialogWidth

        PageHeader {
            title: qsTr("Start a class")
            backShown: root.cancellable
            Layout.fillWidth: true
            onBackRequested: root.cancelled()
        }
        TextField {
            id: className
            objectName: "className"
            label: qsTr("Name of the class")
            placeholderText: qsTr("Room 12")
            maximumLength: 80
            focus: true
            Layout.fillWidth: true
        }
        TextArea {
            id: names
            objectName: "names"
            label: qsTr("Students")
            placeholderText: qsTr("Paste or type the names, one on each line")
            lines: 6
            error: reader.problem
            help: reader.count === 0 ? qsTr("Any list will do: a column of a table, an e-mail. You can also add students later.")
                  : reader.count === 1 ? qsTr("1 name: %1").arg(reader.summary)
                  : qsTr("%1 names: %2").arg(reader.count).arg(reader.summary)
            Layout.fillWidth: true
        }
        Button {
            objectName: "start"
            text: reader.count === 0 ? qsTr("Start without students")
                  : reader.count === 1 ? qsTr("Start with 1 student") : qsTr("Start with %1 students").arg(reader.count)
            kind: Button.Primary
            enabled: !root.start.busy && reader.problem === ""
            Layout.fillWidth: true
            onClicked: root.start.startClass(className.text, names.text)
        }
        BusyDot {
            running: root.start.busy
            text: qsTr("Making the notebook")
            Layout.fillWidth: true
        }
    }
}
