import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// How far down the page is. Use: T.ScrollBar.vertical: ScrollEdge {}
T.ScrollBar {
    id: root

    implicitWidth: vertical ? Theme.space8 : 0
    implicitHeight: vertical ? 0 : Theme.space8
    padding: Theme.space2
    visible: policy !== T.ScrollBar.AlwaysOff && size < 1
    minimumSize: Theme.space32 / Math.max(Theme.space32, vertical ? height : width)
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: Theme.space4
        implicitHeight: Theme.space4
        radius: Math.min(width, height) / 2
        color: Theme.outline
        opacity: root.active || root.hovered ? 1 - Theme.paleOpacity : Theme.paleOpacity / 2

        Behavior on opacity {
            NumberAnimation { duration: Theme.calm }
        }
    }
}
