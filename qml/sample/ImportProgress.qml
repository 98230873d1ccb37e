import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data

// How far pages from files are, and a way to stop. Only there while some come in.
Item {
    id: root

    readonly property bool running: Workspace.intake.importTotal > 0

    implicitHeight: box.implicitHeight + 2 * Theme.space12
    visible: running

    CardSurface {
        anchors.fill: parent
    }
    RowLayout {
        id: box
        anchors.fill: parent
        anchors.margins: Theme.space12
        spacing: Theme.space12

        ProgressBar {
            label: qsTr("Bringing in %1 of %2").arg(Math.min(Workspace.intake.importDone + 1, Workspace.intake.importTotal)).arg(Workspace.intake.importTotal)
            value: root.running ? Workspace.intake.importDone / Workspace.intake.importTotal : 0
            Layout.fillWidth: true
        }
        Button {
            text: qsTr("Stop")
            onClicked: Workspace.intake.cancelImport()
        }
    }
}
