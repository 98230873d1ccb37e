import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// Lives as long as the window: shows what falls due, tells the system, ends what nobody ended. It takes room of its own
// above the page, so that it never lies on anything that is to be tapped.
Item {
    id: root

    // Where nothing may move under the finger: it waits as a word in the frame until it is asked for.
    property bool still: false
    // A page that fills the window.
    property bool covered: false
    property bool asked: false
    property bool folded: false
    readonly property bool shown: list.dueCount > 0 && !covered && (still ? asked : !folded)
    // Due, and not shown: the frame has a small mark for it.
    readonly property int waiting: shown || covered ? 0 : list.dueCount
    readonly property string waitingName: list.dueName
    // Just come: a finger on its way to the page must not meet it.
    readonly property bool arriving: shown && guard.running

    function unfold(): void {
        asked = true;
        folded = false;
    }

    implicitHeight: shown ? banner.implicitHeight + Theme.space8 + Theme.space12 : 0
    visible: shown

    onStillChanged: {
        asked = false;
        folded = false;
    }
    onShownChanged: if (shown) guard.restart()

    CheckBackRows {
        id: list
        workspace: Workspace
        onStandingsChanged: if (dueCount === 0) root.asked = false
    }
    CheckBackBell {
        rows: list
        inFront: Application.state === Qt.ApplicationActive
        namesAllowed: Preferences.namesInNotifications
        sound: ways.checkBackSound
        onRang: root.folded = false
    }
    Ways {
        id: ways
        workspace: Workspace
    }
    ConferenceEnder {
        workspace: Workspace
    }
    Timer {
        id: guard
        interval: Theme.busyDelay
    }
    CheckBackBanner {
        id: banner
        objectName: "checkBackBanner"
        rows: list
        width: Math.min(parent.width - 2 * Theme.space16, Theme.readable)
        y: Theme.space8
        anchors.horizontalCenter: parent.horizontalCenter
        onFolded: {
            root.asked = false;
            root.folded = true;
        }
    }
}
