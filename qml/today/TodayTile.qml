import QtQuick
import Inkstep.Today
import Inkstep.Ui

// One student at a glance. The tile leads to the child, the camera mark on it to the camera, already for this child.
TapArea {
    id: root

    required property string studentId
    required property string name
    required property string seenWords
    required property string seenShort
    required property bool longUnseen
    required property bool hasStep
    required property string stepWords
    required property int level
    // Names only.
    property bool curtain: false

    signal cameraAsked()

    readonly property string levelWords: !hasStep ? "" : level < 0 ? qsTr("a next step is waiting")
                                         : qsTr("next step %1").arg(Theme.supportLevelName(level))

    objectName: "tile-" + name
    text: name
    accessibleName: curtain ? name : hasStep ? qsTr("%1, %2, %3").arg(name).arg(seenWords).arg(levelWords)
                                             : qsTr("%1, %2").arg(name).arg(seenWords)
    accessibleDescription: curtain ? "" : stepWords
    padding: 0

    background: Item {
        SoftShadow {
            anchors.fill: parent
            radius: Theme.radiusCard
            blur: Theme.space8
            color: Theme.shadow
            strength: Theme.shadowStrength
        }
        Rectangle {
            anchors.fill: parent
            radius: Theme.radiusCard
            color: root.isPressed ? Qt.tint(Theme.card, Theme.press) : root.isHovered ? Qt.tint(Theme.card, Theme.hover)
                                                                                    : Theme.card
            border { width: Theme.hairline; color: Theme.line }
        }
    }

    contentItem: Item {
        clip: true

        // Quietly, for those unseen the longest: an open corner of paper, never red.
        Rectangle {
            visible: root.longUnseen && !root.curtain
            width: Theme.space4
            radius: width / 2
            color: Theme.outline
            anchors {
                left: parent.left; top: parent.top; bottom: parent.bottom
                leftMargin: Theme.space4; topMargin: Theme.space12; bottomMargin: Theme.space12
            }
        }

        Words {
            id: nameLabel
            text: root.name
            strong: true
            elides: true
            anchors {
                left: parent.left; right: root.curtain ? parent.right : mark.left; top: parent.top
                leftMargin: Theme.space12; rightMargin: Theme.space4
                topMargin: Theme.space8 + Theme.space2
            }
        }

        // A moment after the names: twenty-five of them are a quarter of what opening the class takes.
        Loader {
            id: mark
            active: !root.curtain
            asynchronous: true
            width: Theme.target
            height: Theme.target
            anchors { right: parent.right; top: parent.top }
            sourceComponent: camera
        }

        Row {
            id: facts
            visible: !root.curtain
            spacing: Theme.space8
            anchors {
                left: parent.left; leftMargin: Theme.space12; top: nameLabel.bottom; topMargin: Theme.space2
            }

            Words {
                text: root.seenShort
                role: Label.Small
                quiet: true
                strong: root.longUnseen
            }
            LevelMark {
                visible: root.level >= 0
                width: Theme.iconSmall - Theme.space4
                height: width
                filled: (Theme.NotYet - root.level) / Theme.NotYet
                color: Theme.ink
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        Loader {
            active: root.hasStep && !root.curtain
            anchors {
                left: parent.left; right: parent.right; bottom: parent.bottom
                leftMargin: Theme.space8; rightMargin: Theme.space8; bottomMargin: Theme.space8
            }
            sourceComponent: sliver
        }
    }

    Component {
        id: camera
        TapArea {
            id: area
            objectName: "camera-" + root.name
            accessibleName: qsTr("Photograph a page for %1").arg(root.name)
            onClicked: root.cameraAsked()
            background: Rectangle {
                radius: Theme.radiusCard
                color: area.isPressed ? Theme.press : area.isHovered ? Theme.hover : "transparent"
            }
            contentItem: Icon {
                glyph: Icons.camera
                size: Theme.iconSmall
                color: Theme.pencil
            }
        }
    }
    Component {
        id: sliver
        Rectangle {
            implicitHeight: words.implicitHeight + Theme.space4 * 2
            color: Theme.noteColor(Theme.NextStep)
            radius: Theme.radiusNote

            Words {
                id: words
                text: root.stepWords
                font.family: Theme.readingFont
                role: Label.Small
                color: Theme.noteInk
                elide: Text.ElideRight
                // As many lines as the tile has room for; all of it is said, and shows on the child's page.
                maximumLineCount: Math.max(1, Math.floor((root.height - nameLabel.height - facts.height - Theme.space32 - Theme.space8)
                                                         / (Theme.small * 1.6)))
                anchors {
                    left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                    leftMargin: Theme.space8; rightMargin: Theme.space8
                }
            }
        }
    }
}
