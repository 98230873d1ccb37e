import QtQuick
import Inkstep.Ui

// A sticky note. Always dark ink on its kind's color, in Andika. `small` shows the first line only.
TapArea {
    id: root

    // One of Theme.Noticed, Theme.Wonder, Theme.NextStep, Theme.Plain.
    required property int kind
    property string words: ""
    property string skillName: ""
    // How far a next step has come, in words, as in "tried with help".
    property string stateName: ""
    property string author: ""
    property bool small: false
    property bool selected: false
    // Degrees; a little, the same every time for the same words.
    property real angle: Theme.tilt(skillName + words)

    readonly property string firstLine: words !== "" ? words.split("\n")[0] : skillName

    text: words !== "" ? words : skillName
    accessibleName: Theme.listed([Theme.noteKindName(kind), skillName, words, stateName])
    accessibleDescription: author
    leftPadding: small ? Theme.space8 : Theme.space16
    rightPadding: leftPadding
    topPadding: small ? Theme.space8 : Theme.space16
    bottomPadding: small ? Theme.space8 : Theme.space12
    ringRadius: Theme.radiusNote
    rotation: angle
    implicitWidth: small ? Theme.dialogWidth / 3 : Theme.dialogWidth / 2

    background: NotePaper {
        kind: root.kind
        hovered: root.isHovered
        pressed: root.isPressed
        selected: root.selected
    }
    contentItem: NoteFace {
        kind: root.kind
        words: root.small ? root.firstLine : root.words
        skillName: root.small ? "" : root.skillName
        stateName: root.small ? "" : root.stateName
        author: root.small ? "" : root.author
        small: root.small
    }
}
