import QtQuick
import Inkstep.Ui
import Inkstep.Checkback

// How it was when one came by again: one tap.
FlowRow {
    id: root

    required property CheckBackRows rows
    required property string checkBackId
    required property string name

    spacing: Theme.space4

    Button {
        objectName: "seenIt"
        glyph: Icons.check
        text: qsTr("Seen it")
        accessibleName: qsTr("%1: seen it").arg(root.name)
        leftPadding: Theme.space16
        onClicked: root.rows.answer(root.checkBackId, CheckBackRows.SeenIt)
    }
    Button {
        text: qsTr("Started")
        accessibleName: qsTr("%1: started").arg(root.name)
        leftPadding: Theme.space16
        onClicked: root.rows.answer(root.checkBackId, CheckBackRows.Started)
    }
    Button {
        text: qsTr("Not yet")
        accessibleName: qsTr("%1: not yet").arg(root.name)
        leftPadding: Theme.space16
        onClicked: root.rows.answer(root.checkBackId, CheckBackRows.NotYet)
    }
    Button {
        kind: Button.Quiet
        text: qsTr("+5 min")
        accessibleName: qsTr("%1: look again in 5 minutes").arg(root.name)
        onClicked: root.rows.later(root.checkBackId, 5)
    }
    Button {
        kind: Button.Quiet
        text: qsTr("Let it drop")
        accessibleName: qsTr("%1: let it drop").arg(root.name)
        onClicked: root.rows.answer(root.checkBackId, CheckBackRows.LetDrop)
    }
}
