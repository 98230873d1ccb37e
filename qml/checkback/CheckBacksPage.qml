import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// Who is to be looked at again, and when; what was left from another day can go at once.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Check-backs")
    readonly property bool leadsBack: true
    // Under the curtain only names show.
    readonly property bool aboutChildren: true

    signal go(string place, var args)
    signal back()

    CheckBackRows {
        id: list
        workspace: Workspace
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ScrollColumn {
        anchors.fill: parent

        PageHeader {
            title: root.title
            backShown: true
            Layout.fillWidth: true
            onBackRequested: root.back()

            Button {
                glyph: Icons.plus
                // Large letters leave the title no room beside a word; the screen reader still says it.
                text: root.widthClass === Theme.Compact && Theme.textScale > 1.4 ? "" : qsTr("New")
                accessibleName: qsTr("New check-back")
                onClicked: sheet.open()
            }
        }
        Repeater {
            model: list

            CheckBackCard {
                rows: list
                Layout.fillWidth: true
                onStudentAsked: id => root.go("student", { "studentId": id })
            }
        }
        Button {
            objectName: "dropLeftOver"
            kind: Button.Quiet
            text: qsTr("Let all from before drop")
            visible: list.leftOverCount > 1
            onClicked: list.dropLeftOver()
        }
    }
    EmptyState {
        anchors.centerIn: parent
        room: parent.height
        width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
        visible: list.ready && list.count === 0
        glyph: Icons.clock
        sentence: qsTr("Say what you expect to see, walk on, and Inkstep reminds you to come by again.")
        actionText: qsTr("New check-back")
        onActionTriggered: sheet.open()
    }
    CheckBackSheet {
        id: sheet
    }
}
