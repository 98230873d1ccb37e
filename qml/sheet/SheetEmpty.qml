import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// A sheet without students, or without skills.
FocusScope {
    id: root

    required property int students

    signal studentsAsked()
    signal skillsAsked()

    ScrollColumn {
        anchors.fill: parent

        EmptyState {
            objectName: "empty"
            glyph: Icons.sheet
            title: root.students === 0 ? qsTr("A line for each student") : qsTr("What are you teaching now?")
            sentence: root.students === 0
                      ? qsTr("Add your class first; then one tap here says who can do something alone.")
                      : qsTr("Put a skill on the sheet. While you walk among the writers, one tap says who does it alone.")
            actionText: root.students === 0 ? qsTr("Add students") : qsTr("Choose skills")
            actionGlyph: root.students === 0 ? Icons.studentPlus : Icons.plus
            Layout.fillWidth: true
            onActionTriggered: root.students === 0 ? root.studentsAsked() : root.skillsAsked()
        }
    }
}
