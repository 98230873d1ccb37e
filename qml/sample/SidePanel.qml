import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A panel beside the page, or from the lower edge where the window is narrow. Escape closes; nothing else waits.
FocusScope {
    id: root

    required property string title
    required property bool lying
    default property alias content: body.content

    signal closed()

    Accessible.role: Accessible.Pane
    Accessible.name: title
    Keys.onEscapePressed: root.closed()

    SheetGround {
        anchors.fill: parent
        compact: root.lying
    }
    // Touches end here and do not reach the page.
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
        onWheel: wheel => wheel.accepted = true
    }
    RowLayout {
        id: head
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space12
        anchors.leftMargin: Theme.space16

        Label {
            text: root.title
            role: Label.Title
            strong: true
            Layout.fillWidth: true
        }
        IconButton {
            label: qsTr("Close")
            glyph: Icons.close
            Layout.alignment: Qt.AlignTop
            onClicked: root.closed()
        }
    }
    ScrollColumn {
        id: body
        anchors.top: head.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.space12
    }
}
