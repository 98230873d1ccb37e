import QtQuick
import QtQuick.Layouts
import Inkstep.Capture
import Inkstep.Ui

// The pile is done: who is in, who was skipped (a tap brings them up again), who was away.
FocusScope {
    id: root

    required property Pile pile

    signal done()

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    ScrollColumn {
        // Below the bar that offers to take the last shot back.
        anchors { fill: parent; topMargin: Theme.bigTarget + Theme.space8 }
        margin: Theme.space24
        maximumWidth: Theme.dialogWidth

        Icon {
            glyph: root.pile.skipped > 0 ? Icons.check : Icons.checkAll
            size: Theme.iconLarge
            color: Theme.onNight
            Layout.alignment: Qt.AlignHCenter
        }
        Label {
            objectName: "pileDone"
            text: root.pile.total === 0 ? qsTr("Everybody was in already.")
                  : qsTr("%1 of %2 are in").arg(root.pile.inside).arg(root.pile.total)
            color: Theme.onNight
            role: Label.Headline
            strong: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: Theme.listed(root.pile.insideNames)
            color: Theme.nightPencil
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Label {
            visible: root.pile.skipped > 0
            text: qsTr("Skipped. Tap a name to take the page now.")
            color: Theme.onNight
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.topMargin: Theme.space16
        }
        FlowRow {
            visible: root.pile.skipped > 0
            Layout.fillWidth: true

            Repeater {
                model: root.pile

                NightButton {
                    required property string studentId
                    required property string name
                    required property int state
                    objectName: "skipped-" + name
                    visible: state === Pile.Skipped
                    text: name
                    accessibleName: qsTr("%1 was skipped. Take the page now").arg(name)
                    onClicked: root.pile.goTo(studentId)
                }
            }
        }
        Label {
            visible: root.pile.awayNames.length > 0
            text: qsTr("Away today: %1").arg(Theme.listed(root.pile.awayNames))
            color: Theme.nightPencil
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Button {
            objectName: "pileClose"
            kind: Button.Primary
            text: qsTr("Done")
            focus: true
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: Theme.space16
            onClicked: root.done()
        }
        NightButton {
            objectName: "newPile"
            visible: root.pile.resumed
            text: qsTr("New pile")
            accessibleName: qsTr("Begin a new pile with everybody")
            Layout.alignment: Qt.AlignHCenter
            onClicked: root.pile.beginAnew()
        }
    }
}
