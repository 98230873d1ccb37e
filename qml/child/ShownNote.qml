import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// A note on the small last page: to be seen, not touched.
Item {
    id: root

    required property string noteId
    required property int kind
    required property string words
    required property string skillName
    required property real anchorX
    required property real anchorY
    required property real cardX
    required property real cardY

    required property PageNotes notes
    required property rect sheet

    readonly property point tip: Qt.point(anchorX * sheet.width, anchorY * sheet.height)
    readonly property point place: notes.clearPlace(Qt.rect(cardX * sheet.width, cardY * sheet.height, paper.width, paper.height),
                                                    tip, Theme.space16, sheet)

    NoteTail {
        tip: root.tip
        card: Qt.rect(root.place.x, root.place.y, paper.width, paper.height)
        kind: root.kind
    }
    NotePaper {
        id: paper
        x: root.place.x
        y: root.place.y
        width: Math.min(Theme.dialogWidth / 3, root.sheet.width * 0.45)
        height: line.implicitHeight + 2 * Theme.space8
        kind: root.kind
        rotation: Theme.tilt(root.noteId)

        ReadingText {
            id: line
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.space8
            text: root.words !== "" ? root.words.split("\n")[0] : root.skillName
            role: Label.Small
            color: Theme.noteInk
            elides: true
            decorative: true
        }
    }
}
