import QtQuick
import Inkstep.Ui

// A small round mark on the corner of a note.
Rectangle {
    required property int kind

    width: Theme.space24
    height: width
    radius: width / 2
    color: Theme.noteColor(kind)
    border.width: Theme.hairline
    border.color: Theme.notePencil
    Accessible.ignored: true
}
