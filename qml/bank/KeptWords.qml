import QtQuick
import Inkstep.Ui

// What a child is told, kept when it is left, if it changed.
TextArea {
    id: root

    property string kept: ""
    property string shown: ""

    signal written(string words)

    function keep(): void {
        const words = text.trim();
        if (words === shown)
            return;
        shown = words;
        written(words);
    }
    function show(): void {
        if (text.trim() !== shown)
            return;
        shown = kept;
        text = kept;
    }

    lines: 1
    reading: true
    onKeptChanged: show()
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Component.onCompleted: show()
    Component.onDestruction: keep()
}
