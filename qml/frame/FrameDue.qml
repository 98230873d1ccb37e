import QtQuick
import Inkstep.Ui

// A check-back that is due and waits to be asked for: a small mark in the frame, not on the page.
Chip {
    id: root

    required property string name
    required property int due

    objectName: "checkBackMark"
    glyph: Icons.clock
    text: String(due)
    selected: true
    accessibleName: due === 1 ? qsTr("A check-back is due: %1").arg(name) : qsTr("%1 check-backs are due").arg(due)
}
