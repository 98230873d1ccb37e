import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Whose writing it is (tap to change), the way back, and what went wrong with the last shot.
ColumnLayout {
    id: root

    required property string studentName
    required property bool review
    required property var cameras
    required property string trouble
    property bool pile: false
    // One page is photographed again: nothing else is offered.
    property bool single: false
    // In words: "7 of 25 are in".
    property string progress: ""

    signal back()
    signal childAsked()
    signal reviewToggled()
    signal nextCamera()
    signal pileToggled()
    signal troubleSeen()

    spacing: 0

    RowLayout {
        spacing: Theme.space4
        Layout.fillWidth: true
        Layout.margins: Theme.space4

        IconButton {
            objectName: "back"
            label: qsTr("Back")
            glyph: Icons.back
            directional: true
            color: Theme.onNight
            onClicked: root.back()
        }
        Item {
            Layout.fillWidth: true
        }
        TapArea {
            id: child
            objectName: "child"
            enabled: !root.single
            opacity: 1
            accessibleName: root.studentName === "" ? qsTr("Choose the child") : qsTr("%1. Change the child").arg(root.studentName)
            leftPadding: Theme.space12
            rightPadding: Theme.space12
            onClicked: root.childAsked()
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            contentItem: RowLayout {
                spacing: Theme.space4

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    Label {
                        text: root.studentName === "" ? qsTr("Choose the child") : root.studentName
                        color: Theme.onNight
                        role: Label.Title
                        strong: true
                        elides: true
                        decorative: true
                        Layout.fillWidth: true
                    }
                    Label {
                        visible: text !== ""
                        text: root.progress
                        color: Theme.nightPencil
                        role: Label.Small
                        elides: true
                        decorative: true
                        Layout.fillWidth: true
                    }
                }
                Icon {
                    visible: !root.single
                    glyph: Icons.down
                    size: Theme.iconSmall
                    color: Theme.nightPencil
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
            }
        }
        Item {
            Layout.fillWidth: true
        }
        IconButton {
            objectName: "nextCamera"
            visible: root.cameras.length > 1
            label: qsTr("Other camera")
            glyph: Icons.swap
            color: Theme.onNight
            onClicked: root.nextCamera()
        }
        IconButton {
            objectName: "pile"
            visible: !root.single
            label: root.pile ? qsTr("Pile, one child after the other: on") : qsTr("Pile, one child after the other: off")
            glyph: Icons.images
            color: Theme.onNight
            ground: root.pile ? Theme.action : "transparent"
            onClicked: root.pileToggled()
        }
        IconButton {
            objectName: "review"
            visible: !root.pile && !root.single
            label: root.review ? qsTr("Show each page after the shot: on") : qsTr("Show each page after the shot: off")
            glyph: root.review ? Icons.noteOutline : Icons.flash
            color: Theme.onNight
            onClicked: root.reviewToggled()
        }
    }
    Banner {
        objectName: "trouble"
        visible: root.trouble !== ""
        text: root.trouble
        tone: Theme.Alert
        closable: true
        onClosed: root.troubleSeen()
        Layout.fillWidth: true
        Layout.leftMargin: Theme.space16
        Layout.rightMargin: Theme.space16
    }
}
