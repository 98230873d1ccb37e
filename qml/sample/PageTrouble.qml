import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// What is said instead of a picture: it is on its way, it is elsewhere, it is gone.
Item {
    id: root

    required property PageDetails details
    required property PageCanvas canvas

    signal leaving()

    readonly property bool waited: patience.done && canvas.loading && !canvas.missing
    readonly property bool elsewhere: canvas.missing && !details.pictureHere

    visible: details.gone || canvas.missing || waited
    implicitHeight: column.implicitHeight + 2 * Theme.space24

    Timer {
        id: patience
        property bool done: false
        interval: Theme.busyDelay
        running: root.canvas.loading
        onRunningChanged: if (running) done = false
        onTriggered: done = true
    }
    CardSurface {
        anchors.fill: parent
    }
    ColumnLayout {
        id: column
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space24
        spacing: Theme.space12

        Icon {
            glyph: root.details.gone ? Icons.trash : root.elsewhere ? Icons.tablet : root.waited ? Icons.image : Icons.warning
            size: Theme.iconLarge
            color: Theme.pencil
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Label {
            text: root.details.gone ? qsTr("This page was deleted. It can be brought back from the history.")
                  : root.elsewhere ? qsTr("The picture is still on another tablet. It comes by itself when that tablet sends; notes can be put already.")
                  : root.waited ? qsTr("Opening the page…")
                  : qsTr("This picture cannot be shown here. The notes are safe; try again after the next sending.")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
        Button {
            text: qsTr("Back")
            visible: root.details.gone
            Layout.alignment: Qt.AlignHCenter
            onClicked: root.leaving()
        }
    }
}
