import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The places of the app down the side of medium and expanded windows. Put NavigationItem things in it.
Rectangle {
    id: root

    default property alias items: column.data
    property string label: qsTr("Places")

    implicitWidth: Math.max(Theme.railWidth, column.implicitWidth + Theme.space8 * 2)
    implicitHeight: column.implicitHeight + Theme.space12 * 2
    color: Theme.paper
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    Flickable {
        anchors.fill: parent
        contentHeight: column.implicitHeight + Theme.space12 * 2
        interactive: contentHeight > height
        clip: interactive

        ColumnLayout {
            id: column
            x: Theme.space8
            y: Theme.space12
            width: parent.width - Theme.space8 * 2
            spacing: Theme.space4
        }
    }
    Divider {
        anchors.right: parent.right
        height: parent.height
    }
}
