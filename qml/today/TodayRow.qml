import QtQuick
import Inkstep.Today
import Inkstep.Ui

// The tile as a line of a list, where the window is narrow.
TapArea {
    id: root

    required property string studentId
    required property string name
    required property string seenWords
    required property bool longUnseen
    required property bool hasStep
    required property string stepWords
    required property int level
    property bool curtain: false

    signal cameraAsked()

    objectName: "tile-" + name
    text: name
    accessibleName: curtain ? name
                    : !hasStep ? qsTr("%1, %2").arg(name).arg(seenWords)
                    : qsTr("%1, %2, %3").arg(name).arg(seenWords)
                      .arg(level < 0 ? qsTr("a next step is waiting") : qsTr("next step %1").arg(Theme.supportLevelName(level)))
    accessibleDescription: curtain ? "" : stepWords
    padding: 0
    leftPadding: Theme.space16
    topPadding: Theme.space8
    bottomPadding: Theme.space8

    background: Rectangle {
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
        Rectangle {
            height: Theme.hairline
            color: Theme.line
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.space16 }
        }
    }

    contentItem: Item {
        implicitHeight: Math.max(words.height, mark.height)

        Column {
            id: words
            spacing: Theme.space4
            anchors { left: parent.left; right: mark.left; rightMargin: Theme.space12; verticalCenter: parent.verticalCenter }

            Label {
                text: root.name
                decorative: true
                strong: true
                width: parent.width
            }
            Item {
                visible: !root.curtain
                width: parent.width
                height: facts.height

                LevelMark {
                    id: circle
                    visible: root.level >= 0
                    width: Theme.iconSmall - Theme.space4
                    height: width
                    filled: (Theme.NotYet - root.level) / Theme.NotYet
                    color: Theme.ink
                    anchors { left: parent.left; top: parent.top; topMargin: Theme.space2 }
                }
                Label {
                    id: facts
                    text: root.seenWords
                    decorative: true
                    role: Label.Small
                    quiet: true
                    strong: root.longUnseen
                    anchors {
                        left: circle.visible ? circle.right : parent.left; right: parent.right
                        leftMargin: circle.visible ? Theme.space8 : 0
                    }
                }
            }
            Rectangle {
                visible: root.hasStep && !root.curtain
                width: parent.width
                height: step.height + Theme.space4 * 2
                color: Theme.noteColor(Theme.NextStep)
                radius: Theme.radiusNote

                ReadingText {
                    id: step
                    text: root.stepWords
                    decorative: true
                    role: Label.Small
                    color: Theme.noteInk
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    anchors {
                        left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                        leftMargin: Theme.space8; rightMargin: Theme.space8
                    }
                }
            }
        }

        TapArea {
            id: mark
            objectName: "camera-" + root.name
            visible: !root.curtain
            accessibleName: qsTr("Photograph a page for %1").arg(root.name)
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            onClicked: root.cameraAsked()
            background: Rectangle {
                radius: Theme.radiusCard
                color: mark.isPressed ? Theme.press : mark.isHovered ? Theme.hover : "transparent"
            }
            contentItem: Icon {
                glyph: Icons.camera
                color: Theme.pencil
            }
        }
    }
}
