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

    // What is shown first is read in a thread of its own while the system makes the window: the frame, and what
    // it shows of an open notebook before anybody asks.
    readonly property Component frame: Qt.createComponent("Frame.qml", Component.Asynchronous, root)
    readonly property var ahead: [
        Qt.createComponent("FrameTray.qml", Component.Asynchronous, root),
        Qt.createComponent("FrameCheckBacks.qml", Component.Asynchronous, root),
        Qt.createComponent(places.url("today"), Component.Asynchronous, root)
    ]

    Places {
        id: places
    }

    Loader {
        id: shown
        anchors.fill: parent
        focus: true
        sourceComponent: root.frame.status === Component.Loading ? null : root.frame
    }
    Binding { target: shown.item; property: "focus"; value: true; when: shown.item !== null }
    Binding { target: shown.item; property: "canLookAround"; value: root.canLookAround; when: shown.item !== null }
    Binding { target: shown.item; property: "lookingAround"; value: root.lookingAround; when: shown.item !== null }
    Connections {
        target: shown.item
        function onLookAroundAsked(): void { root.lookAroundAsked(); }
    }
}
