import QtQuick
import Inkstep.Ui

// How loud it is along the way; a finger or the arrow keys move to another place in it.
FocusScope {
    id: root

    required property string wave
    // 0 to 1.
    required property double position
    required property string accessibleName

    signal sought(double to)

    readonly property int steps: wave.length

    function step(by: double): void {
        root.sought(Math.max(0, Math.min(1, root.position + by)));
    }
    function at(x: double): double {
        const across = Math.max(0, Math.min(1, x / Math.max(1, width)));
        return Theme.rightToLeft ? 1 - across : across;
    }

    implicitHeight: Theme.target
    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.name: accessibleName
    Accessible.focusable: true
    Accessible.onIncreaseAction: root.step(0.1)
    Accessible.onDecreaseAction: root.step(-0.1)
    Keys.onLeftPressed: root.step(Theme.rightToLeft ? 0.05 : -0.05)
    Keys.onRightPressed: root.step(Theme.rightToLeft ? -0.05 : 0.05)

    Row {
        anchors.fill: parent
        layoutDirection: Theme.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight

        Repeater {
            model: root.steps

            Item {
                id: bar
                required property int index
                width: root.width / root.steps
                height: root.height

                Rectangle {
                    anchors.centerIn: parent
                    width: Math.max(1, parent.width * 0.6)
                    height: Math.max(width, root.height * (0.1 + 0.8 * Number(root.wave.charAt(bar.index)) / 9))
                    radius: width / 2
                    color: (bar.index + 0.5) / root.steps <= root.position ? Theme.action : Theme.outline
                }
            }
        }
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
        onPressed: mouse => root.sought(root.at(mouse.x))
        onPositionChanged: mouse => root.sought(root.at(mouse.x))
    }
    FocusRing {
        shown: root.activeFocus
    }
}
