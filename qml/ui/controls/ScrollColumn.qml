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

    // What has the keyboard must be in view.
    function reveal(item: Item): void {
        if (!item)
            return;
        const top = item.mapToItem(column, 0, 0).y + margin;
        if (top < contentY)
            contentY = Math.max(0, top - Theme.space16);
        else if (top + item.height > contentY + height)
            contentY = Math.min(contentHeight - height, top + item.height - height + Theme.space16);
    }

    ColumnLayout {
        id: column
        x: Math.round((root.width - width) / 2)
        y: root.margin
        width: Math.min(root.width - root.margin * 2, root.maximumWidth)
        spacing: Theme.space16
    }
}
