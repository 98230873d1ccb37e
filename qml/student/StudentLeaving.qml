import QtQuick
import QtQuick.Layouts
import Inkstep.Students
import Inkstep.Ui

// Out of the class: archived, or deleted with all that belongs to them.
ColumnLayout {
    id: root

    required property StudentForm form

    signal eraseAsked()

    spacing: Theme.space8

    Button {
        objectName: "archive"
        text: root.form.archived ? qsTr("Bring back to class") : qsTr("Archive")
        glyph: root.form.archived ? Icons.restore : Icons.archive
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: root.form.setArchived(!root.form.archived)
    }
    Label {
        text: Theme.listed([root.form.archived ? qsTr("Shows the student in the class again.")
                                               : qsTr("Out of the class list; samples and notes are kept."),
                            root.form.archived ? "" : root.form.waiting], " ")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.space8
    }
    Button {
        objectName: "delete"
        text: qsTr("Delete")
        glyph: Icons.trash
        kind: Button.Quiet
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: question.open()
    }

    Button {
        objectName: "eraseForGood"
        text: qsTr("Erase for good")
        glyph: Icons.shield
        kind: Button.Quiet
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: root.eraseAsked()
    }
    Label {
        text: qsTr("When a family asks for it: gone from every tablet, and nobody can undo it.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }

    Dialog {
        id: question
        title: qsTr("Delete %1?").arg(root.form.keptName)
        message: qsTr("%1 You can undo this, also later in History.").arg(root.form.belongings)
        acceptText: qsTr("Delete")
        danger: true
        onAccepted: root.form.remove()
    }
}
