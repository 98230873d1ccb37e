import QtQuick
import QtQuick.Layouts
import Inkstep.Capture
import Inkstep.Ui

// Under the picture while the pile goes on: skip, away, back; and whose the last shot was, with one tap to say it was another's.
ColumnLayout {
    id: root

    required property Pile pile
    readonly property int mostNames: 3

    signal otherAsked()

    spacing: Theme.space4

    FlowRow {
        visible: root.pile.lastId !== ""
        spacing: Theme.space4
        Layout.fillWidth: true
        Accessible.role: Accessible.Grouping
        Accessible.name: said.text

        Label {
            id: said
            objectName: "lastWas"
            text: qsTr("That was %1’s. Or:").arg(root.pile.lastName)
            role: Label.Small
            color: Theme.onNight
            height: Math.max(implicitHeight, Theme.target)
            verticalAlignment: Text.AlignVCenter
        }
        Repeater {
            model: root.pile.likelyOwners

            NightButton {
                required property var modelData
                objectName: "give-" + modelData.name
                text: modelData.name
                accessibleName: qsTr("The last page is %1’s").arg(modelData.name)
                onClicked: root.pile.reassign(modelData.id)
            }
        }
        NightButton {
            objectName: "giveOther"
            text: qsTr("Other")
            accessibleName: qsTr("The last page is another child’s")
            onClicked: root.otherAsked()
        }
        NightButton {
            objectName: "anotherPage"
            visible: root.pile.currentId !== root.pile.lastId
            text: qsTr("Another page")
            accessibleName: qsTr("One more page of %1’s").arg(root.pile.lastName)
            glyph: Icons.plus
            onClicked: root.pile.anotherPage()
        }
    }
    FlowRow {
        visible: !root.pile.finished
        spacing: Theme.space8
        Layout.fillWidth: true

        IconButton {
            objectName: "pileBack"
            label: qsTr("The child before")
            glyph: Icons.previous
            directional: true
            color: Theme.onNight
            onClicked: root.pile.back()
        }
        NightButton {
            objectName: "skip"
            text: qsTr("Skip")
            accessibleName: qsTr("Skip %1").arg(root.pile.currentName)
            glyph: Icons.skip
            onClicked: root.pile.skip()
        }
        NightButton {
            objectName: "away"
            text: qsTr("Away today")
            accessibleName: qsTr("%1 is away today").arg(root.pile.currentName)
            glyph: Icons.studentOff
            onClicked: root.pile.markAway()
        }
        NightButton {
            objectName: "newPile"
            visible: root.pile.resumed
            text: qsTr("New pile")
            accessibleName: qsTr("The pile goes on where it was. Begin a new one instead")
            onClicked: root.pile.beginAnew()
        }
    }
}
