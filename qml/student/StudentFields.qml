import QtQuick
import QtQuick.Layouts
import Inkstep.Students
import Inkstep.Ui

// The fields of a student.
FocusScope {
    id: root

    required property StudentForm form

    implicitHeight: column.implicitHeight

    ColumnLayout {
        id: column
        width: parent.width
        spacing: Theme.space16

        TextField {
            objectName: "name"
            label: qsTr("Name, as the class calls them")
            text: root.form.name
            error: root.form.nameError
            focus: true
            Layout.fillWidth: true
            onEdited: text => root.form.name = text
        }
        TextField {
            objectName: "grade"
            label: qsTr("Grade")
            text: root.form.grade
            Layout.fillWidth: true
            onEdited: text => root.form.grade = text
        }
        TextField {
            objectName: "homeLanguage"
            label: qsTr("Language at home")
            text: root.form.homeLanguage
            Layout.fillWidth: true
            onEdited: text => root.form.homeLanguage = text
        }
        TextArea {
            objectName: "supports"
            label: qsTr("Supports")
            text: root.form.supports
            help: qsTr("What helps this writer, in a few words. Everybody who shares this notebook reads it.")
            error: root.form.textError
            lines: 2
            Layout.fillWidth: true
            onEdited: text => root.form.supports = text
        }
        TextField {
            objectName: "from"
            label: qsTr("First day in this class")
            placeholderText: root.form.firstDayExample
            text: root.form.from
            error: root.form.fromError
            Layout.fillWidth: true
            onEdited: text => root.form.from = text
        }
        TextField {
            objectName: "until"
            label: qsTr("Last day")
            placeholderText: root.form.lastDayExample
            text: root.form.until
            error: root.form.untilError
            Layout.fillWidth: true
            onEdited: text => root.form.until = text
        }
    }
}
