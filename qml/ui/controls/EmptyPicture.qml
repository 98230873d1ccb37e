import QtQuick
import Inkstep.Ui

// A written page with a sticky note on it, drawn from the theme's own paper.
Item {
    id: root

    property string glyph: ""
    readonly property real unit: Theme.iconHuge / Theme.space12

    implicitWidth: unit * 22
    implicitHeight: unit * 20
    Accessible.ignored: true

    Item {
        x: root.unit * 2
        y: root.unit
        width: root.unit * 14
        height: root.unit * 18
        rotation: -Theme.noteAngle * 2

        CardSurface {
            anchors.fill: parent
            radius: Theme.radiusNote
        }
        Repeater {
            model: 6

            Rectangle {
                required property int index
                readonly property real unit: parent ? parent.width / 14 : 0

                x: unit * 2
                y: unit * (3 + index * 2.2)
                width: unit * (index === 5 ? 5 : index % 2 ? 10 : 9)
                height: Theme.stroke
                radius: Theme.hairline
                color: Theme.line
            }
        }
    }
    Item {
        x: root.unit * 10
        y: root.unit * 8
        width: root.unit * 10
        height: width
        rotation: Theme.noteAngle * 3

        NotePaper {
            anchors.fill: parent
            kind: Theme.NextStep
        }
        Icon {
            anchors.centerIn: parent
            glyph: root.glyph
            size: Theme.iconLarge
            color: Theme.noteInk
        }
    }
}
