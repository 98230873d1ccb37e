import QtQuick
import Inkstep.Ui

// Words that keep themselves: written() comes when the field is left, closed or its page goes, and only if they changed.
TextArea {
    id: root

    property string kept: ""
    // What the field showed last without a hand in it: words being typed are never replaced under the hand.
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
    onKeptChanged: show()
    input.onActiveFocusChanged: if (!input.activeFocus) keep()
    Component.onCompleted: show()
    Component.onDestruction: keep()

    Connections {
        target: Application
        function onStateChanged(): void {
            if (Application.state !== Qt.ApplicationActive)
                root.keep();
        }
    }
}
