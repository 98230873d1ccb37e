import QtQuick
import Inkstep.Slip
import Inkstep.Ui

// One thing said to a child, as large as the note lets it be.
Item {
    id: root

    required property int kind
    required property string words
    property bool alone: false

    readonly property real edge: Math.max(Theme.space16, width / 14)
    // Twice the usual at the least: a child reads it at arm's length.
    readonly property int least: Theme.headline
    readonly property int most: Math.round(Theme.display * (alone ? 2 : 1.6))

    implicitHeight: Math.max(Theme.bigTarget * 2, measure.implicitHeight + picture.height + edge * 3)

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2").arg(Theme.noteKindName(kind)).arg(words)

    NotePaper {
        anchors.fill: parent
        kind: root.kind
        rotation: Theme.tilt(root.words) / 2
    }
    Icon {
        id: picture
        anchors { top: parent.top; left: parent.left; margins: root.edge }
        glyph: root.kind === Theme.Noticed ? Icons.star : Icons.step
        directional: root.kind === Theme.NextStep
        size: Theme.iconLarge
        color: Theme.noteInk
    }
    // The height the words need at the least size.
    ReadingText {
        id: measure
        width: parent.width - 2 * root.edge
        text: root.words
        font.pixelSize: root.least
        visible: false
        decorative: true
    }
    ReadingText {
        anchors {
            top: picture.bottom; bottom: parent.bottom; left: parent.left; right: parent.right
            margins: root.edge; topMargin: root.edge / 2
        }
        text: root.words
        color: Theme.noteInk
        decorative: true
        fontSizeMode: Text.Fit
        minimumPixelSize: root.least
        font.pixelSize: root.most
        verticalAlignment: Text.AlignVCenter
    }
}
