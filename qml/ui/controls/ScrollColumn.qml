import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Ui

// Things one under the other that scroll when there is not room; never wider than reads well.
Flickable {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property real margin: Theme.space16
    property real maximumWidth: Theme.readable

    implicitWidth: column.implicitWidth + margin * 2
    implicitHeight: contentHeight
    contentWidth: width
    contentHeight: column.implicitHeight + margin * 2
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentHeight > height
    clip: contentHeight > height

    T.ScrollBar.vertical: ScrollEdge {}

    ColumnLayout {
        id: column
        x: Math.round((root.width - width) / 2)
        y: root.margin
        width: Math.min(root.width - root.margin * 2, root.maximumWidth)
        spacing: Theme.space16
    }
}
