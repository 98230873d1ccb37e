import QtQuick
import Inkstep.Ui

// Words that keep themselves: written() comes when the field is left, closed or its page goes, and only if they changed.
TextArea {
    id: root

    property string kept: ""

    signal written(string words)

    function keep(): void {
        if (text.trim() !== kept)
            written(text.trim());
    }

    lines: 1
    text: kept
    onKeptChanged: text = kept
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Component.onDestruction: keep()

    Connections {
        target: Qt.application
        function onStateChanged(): void {
            if (Qt.application.state !== Qt.ApplicationActive)
                root.keep();
        }
    }
}
