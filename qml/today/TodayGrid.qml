import QtQuick
import Inkstep.Today
import Inkstep.Ui

// The whole class on one screen, as far as names stay readable; then it scrolls.
GridView {
    id: root

    property bool curtain: false
    // Room the thumb's button takes at the bottom.
    property real below: 0

    readonly property real gap: Theme.space12
    readonly property real leastWidth: Theme.body * 9
    // A name, a line of facts and one line of the step, with the room between them.
    readonly property real leastHeight: curtain ? Theme.target + gap
                                        : Theme.body * 1.3 + Theme.small * 3 + Theme.space32 + gap
    readonly property real mostHeight: leastHeight * 1.5
    readonly property int columns: Math.max(1, Math.floor(width / (leastWidth + gap)))
    readonly property int lines: Math.max(1, Math.ceil(count / columns))

    signal studentAsked(string id)
    signal cameraAsked(string id)

    cellWidth: Math.floor(width / columns)
    cellHeight: Math.max(leastHeight, Math.min(mostHeight, Math.floor((height - below) / lines)))
    bottomMargin: below
    clip: true
    keyNavigationEnabled: true
    boundsBehavior: Flickable.DragOverBounds
    interactive: contentHeight + bottomMargin > height
    // Everybody is there at once: a class is never so large that recycling would pay.
    cacheBuffer: Math.max(0, count * cellHeight)
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Class")

    delegate: Item {
        id: cell

        required property string studentId
        required property string name
        required property string seenWords
        required property string seenShort
        required property bool longUnseen
        required property bool hasStep
        required property string stepWords
        required property int level

        width: root.cellWidth
        height: root.cellHeight

        TodayTile {
            anchors { fill: parent; rightMargin: root.gap; bottomMargin: root.gap }
            studentId: cell.studentId
            name: cell.name
            seenWords: cell.seenWords
            seenShort: cell.seenShort
            longUnseen: cell.longUnseen
            hasStep: cell.hasStep
            stepWords: cell.stepWords
            level: cell.level
            curtain: root.curtain
            focus: cell.GridView.isCurrentItem
            onClicked: root.studentAsked(studentId)
            onCameraAsked: root.cameraAsked(studentId)
        }
    }
}
