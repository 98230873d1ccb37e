import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// The one window.
Window {
    id: root

    width: 1280
    height: 800
    minimumWidth: 360
    minimumHeight: 480
    visible: true
    color: Theme.paper
    title: Workspace.notebookName === "" ? qsTr("Inkstep") : qsTr("%1 – Inkstep").arg(Workspace.notebookName)

    // Set by the program when it can show a made-up class in a window of its own.
    property bool canLookAround: false
    // It is being made.
    property bool lookingAround: false

    signal lookAroundAsked()

    Frame {
        anchors.fill: parent
        canLookAround: root.canLookAround
        lookingAround: root.lookingAround
        onLookAroundAsked: root.lookAroundAsked()
        focus: true
    }
}
