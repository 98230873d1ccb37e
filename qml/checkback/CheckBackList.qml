import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// The check-backs that run, for a narrow place beside something else; nothing at all while none does.
Column {
    id: root

    property int atMost: 6

    signal studentAsked(string id)
    signal allAsked()

    spacing: Theme.space4
    visible: list.count > 0

    CheckBackRows {
        id: list
        workspace: Workspace
    }
    Label {
        text: qsTr("Check-backs")
        strong: true
        role: Label.Title
        width: parent.width
    }
    Repeater {
        model: list

        CheckBackLine {
            required property int index
            required property string studentId
            required property bool leftOver

            width: root.width
            visible: index < root.atMost && !leftOver
            onClicked: root.studentAsked(studentId)
        }
    }
    Button {
        kind: Button.Quiet
        text: list.leftOverCount > 0 ? qsTr("All, and %1 from before").arg(list.leftOverCount) : qsTr("All check-backs")
        visible: list.leftOverCount > 0 || list.count > root.atMost
        width: Math.min(implicitWidth, root.width)
        onClicked: root.allAsked()
    }
}
