import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    id: root

    spacing: Theme.space16

    Banner {
        text: "Everything is only on this tablet. A backup keeps it safe until you connect a folder or a server."
        actionText: "Make a backup"
        Layout.fillWidth: true
    }
    Banner {
        tone: Theme.Alert
        title: "The stick was pulled out while copying"
        text: "Nothing is lost: 12 pages are still here. Put it back and they go on."
        actionText: "Try again"
        closable: true
        Layout.fillWidth: true
    }
    Banner {
        tone: Theme.Good
        text: "All copied 15:42"
        closable: true
        Layout.fillWidth: true
    }
    UndoBar {
        id: undo
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: root.width
        Layout.preferredWidth: Theme.dialogWidth
        Component.onCompleted: show("Note moved to Maya")
    }
    ProgressBar { label: "Two-weekly sample"; value: 0.72; Layout.fillWidth: true }
    ProgressBar { label: "Alone on this skill"; value: 0.5; pending: 0.2; goal: 2 / 3; color: Theme.good; Layout.fillWidth: true }
    BusyDot { running: true; text: "Opening the notebook" }
    EmptyState {
        title: "No pages yet"
        sentence: "Take a picture of a page, and the first sticky note is two taps away."
        glyph: Icons.star
        actionText: "Snap the first page"
        actionGlyph: Icons.camera
        Layout.fillWidth: true
        Layout.topMargin: Theme.space16
    }
}
