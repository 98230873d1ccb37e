import QtQuick
import Inkstep.Ui

// The shade over everything behind a dialog.
Rectangle {
    color: Theme.scrim

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm }
    }
}
