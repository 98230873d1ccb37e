import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A bar that says what just happened and goes by itself; it waits while a hand or the keyboard is on it.
// Anchor it to the bottom of the window. show("...") opens it anew.
Item {
    id: root

    property string text: ""
    property string actionText: ""
    // Milliseconds it stays.
    property int duration: Theme.undoTime
    readonly property bool open: showing
    readonly property bool waiting: showing && hover.hovered || action.activeFocus
    property bool showing: false
    property int elapsed: 0

    signal actionTriggered()
    signal expired()

    function show(words: string): void {
        text = words;
        elapsed = 0;
        showing = true;
    }
    function hide(): void {
        // Or the next one would wait for a keyboard that has long moved on.
        action.focus = false;
        showing = false;
    }

    readonly property bool stacked: words.implicitWidth + action.implicitWidth + Theme.space32 > width
                                    && actionText !== ""

    implicitWidth: Math.min(Theme.dialogWidth, parent ? parent.width - Theme.space32 : Theme.dialogWidth)
    implicitHeight: grid.implicitHeight + Theme.space8 * 2
    opacity: showing ? 1 : 0
    visible: opacity > 0

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation { duration: Theme.calm }
    }

    Timer {
        interval: Math.max(1, Math.min(Theme.calm > 0 ? Theme.calm : Theme.busyDelay, root.duration))
        repeat: true
        running: root.showing && !root.waiting
        onTriggered: {
            root.elapsed += interval;
            if (root.elapsed >= root.duration) {
                root.hide();
                root.expired();
            }
        }
    }
    HoverHandler {
        id: hover
        enabled: root.showing
    }
    CardSurface {
        anchors.fill: parent
        color: Theme.bar
        lifted: true
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.space8
        anchors.leftMargin: Theme.space16
        columns: root.stacked ? 1 : 2
        columnSpacing: Theme.space8
        rowSpacing: 0

        Label {
            id: words
            text: root.text
            color: Theme.onBar
            decorative: true
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.target
        }
        BarButton {
            id: action
            text: root.actionText
            visible: text !== ""
            Layout.alignment: Qt.AlignRight
            Layout.maximumWidth: grid.width
            onClicked: {
                root.hide();
                root.actionTriggered();
            }
        }
    }
}
