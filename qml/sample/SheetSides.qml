import QtQuick
import Inkstep.Ui

// The four sides of a sheet, over the picture it is in. Light and dark: one of the two shows on any desk.
Item {
    id: root

    // 0 to 1 across and down this item, in order around the sheet; none: nothing.
    required property list<point> corners
    property color light: Theme.onNight
    property color dark: Theme.night

    Repeater {
        model: root.corners.length === 4 ? 4 : 0

        Rectangle {
            required property int index
            readonly property point from: root.corners[index] ?? Qt.point(0, 0)
            readonly property point to: root.corners[(index + 1) % 4] ?? Qt.point(0, 0)
            readonly property real across: (to.x - from.x) * root.width
            readonly property real down: (to.y - from.y) * root.height

            x: from.x * root.width
            y: from.y * root.height - height / 2
            width: Math.hypot(across, down)
            height: 3 * Theme.stroke
            radius: height / 2
            transformOrigin: Item.Left
            rotation: Math.atan2(down, across) * 180 / Math.PI
            color: root.light
            antialiasing: true

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Theme.stroke
                color: root.dark
                antialiasing: true
            }
        }
    }
}
