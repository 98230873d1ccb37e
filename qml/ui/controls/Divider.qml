import QtQuick
import Inkstep.Ui

// A hairline between things.
Rectangle {
    implicitWidth: Theme.hairline
    implicitHeight: Theme.hairline
    color: Theme.line
    Accessible.ignored: true
}
