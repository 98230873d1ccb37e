import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Students
import Inkstep.Ui

// What is known about a student. Nothing more than a class needs: no birth date, no face.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Change student")
    property alias studentId: form.studentId

    signal go(string place, var args)
    signal back()

    StudentForm {
        id: form
        workspace: Workspace
        onDone: root.back()
    }

    ScrollColumn {
        anchors.fill: parent
        visible: form.ready
        maximumWidth: Theme.dialogWidth

        PageHeader {
            title: form.keptName
            subtitle: form.archived ? qsTr("Archived") : ""
            Layout.fillWidth: true
        }
        StudentFields {
            form: form
            focus: true
            Layout.fillWidth: true
        }
        Button {
            objectName: "save"
            text: qsTr("Save")
            kind: Button.Primary
            enabled: form.changed && form.valid
            Layout.fillWidth: true
            onClicked: form.save()
        }
        Divider {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space16
        }
        StudentLeaving {
            form: form
            onEraseAsked: root.go("eraseStudent", { studentId: root.studentId })
            Layout.fillWidth: true
        }
    }

    EmptyState {
        visible: form.missing
        width: Math.min(Theme.dialogWidth, root.width - Theme.space24 * 2)
        anchors.centerIn: parent
        room: parent.height
        glyph: Icons.studentOff
        sentence: qsTr("This student is not in the notebook any more. History can bring them back.")
        actionText: qsTr("To history")
        onActionTriggered: root.go("history", {})
    }
}
