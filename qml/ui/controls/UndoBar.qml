import QtQuick
import Inkstep.Ui

// After any change: what was done, and the way back, for eight seconds.
Toast {
    id: root

    signal undone()

    actionText: qsTr("Undo")
    onActionTriggered: undone()
}
