import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A piece of card with things on it, one under the other.
Item {
    id: root

    default property alias content: column.data
    property real padding: Theme.space16
    property alias spacing: column.spacing
    property color color: Theme.card

    implicitWidth: column.implicitWidth + padding * 2
    implicitHeight: column.implicitHeight + padding * 2

    CardSurface {
        anchors.fill: parent
        color: root.color
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: root.padding
        spacing: Theme.space12
    }
}
