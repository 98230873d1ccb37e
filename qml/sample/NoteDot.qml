import QtQuick
import Inkstep.Ui

// How many notes of one color.
Rectangle {
    id: root

    required property int kind
    required property int count
    // A step among them is still open.
    property bool ringed: false

    width: Math.max(height, number.implicitWidth + Theme.space8)
    height: number.implicitHeight
    radius: Theme.radiusNote
    color: Theme.noteColor(kind)
    border.width: ringed ? Theme.stroke : 0
    border.color: Theme.noteInk
    visible: count > 0
    Accessible.ignored: true

    Label {
        id: number
        anchors.centerIn: parent
        text: root.count
        role: Label.Small
        color: Theme.noteInk
        decorative: true
        wrapMode: Text.NoWrap
    }
}
