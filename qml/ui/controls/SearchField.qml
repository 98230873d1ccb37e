import QtQuick
import Inkstep.Ui

// Looks while you type: edited() on every letter, "" when cleared. Escape clears.
TextField {
    id: root

    label: qsTr("Search")
    labelShown: false
    placeholderText: label
    glyph: Icons.search
    clearable: true
    inputMethodHints: Qt.ImhNoPredictiveText

    Keys.onEscapePressed: event => {
        event.accepted = text !== "";
        if (text !== "")
            clear();
    }
}
