import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Checkback

// A check-back on the page of them: due ones with their answers, the others with when.
Card {
    id: root

    required property CheckBackRows rows
    required property string checkBackId
    required property string studentId
    required property string name
    required property string expect
    required property string when
    required property bool due
    required property bool leftOver

    signal studentAsked(string id)

    spacing: Theme.space8

    CheckBackLine {
        name: root.name
        expect: root.expect
        when: root.when
        due: root.due
        Layout.fillWidth: true
        onClicked: root.studentAsked(root.studentId)
    }
    OutcomeButtons {
        rows: root.rows
        checkBackId: root.checkBackId
        name: root.name
        Layout.fillWidth: true
    }
}
