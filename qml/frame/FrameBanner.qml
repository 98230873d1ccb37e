import QtQuick
import Inkstep.Data
import Inkstep.Ui

// What could not be done, in a sentence. Stays until it is read.
Item {
    id: root

    property string sentence: ""

    implicitHeight: visible ? banner.implicitHeight : 0
    visible: sentence !== ""

    Connections {
        target: Workspace
        function onFailed(sentence: string): void {
            root.sentence = sentence;
        }
        function onNotebookChanged(): void {
            root.sentence = "";
        }
    }

    SoftShadow {
        anchors.fill: banner
        radius: banner.radius
        blur: Theme.space24
        color: Theme.shadow
        strength: Theme.shadowStrength
    }

    Banner {
        id: banner
        width: Math.min(root.width, Theme.readable)
        height: implicitHeight
        anchors.horizontalCenter: parent.horizontalCenter
        text: root.sentence
        tone: Theme.Alert
        closable: true
        onClosed: root.sentence = ""
    }
}
