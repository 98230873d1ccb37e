import QtQuick
import Inkstep.Ui

// One line that keeps itself when it is left or Enter is pressed, if it changed.
TextField {
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
    // What was typed was not kept: back to what is.
    function reset(): void {
        shown = kept;
        text = kept;
    }

    onKeptChanged: show()
    onAccepted: keep()
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Component.onCompleted: show()
    Component.onDestruction: keep()
}
