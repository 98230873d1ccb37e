import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// A question or a small form. A sheet from the bottom edge on compact windows, a card in the middle otherwise.
// Holds the keyboard until it is closed; Escape and a press outside reject it.
T.Dialog {
    id: root

    default property alias body: sheet.body
    // One or two sentences above the body.
    property string message: ""
    // Words on the button that accepts; empty for none. Pressing it calls accept() unless `keepsOpen`.
    property string acceptText: ""
    property string rejectText: qsTr("Cancel")
    property bool acceptEnabled: true
    property bool danger: false
    // Set to check what was entered first: then acceptRequested() comes and the page calls accept().
    property bool keepsOpen: false
    // Gets the keyboard when the dialog opens.
    property Item initialFocus: null

    signal acceptRequested()

    readonly property real roomWidth: parent ? parent.width : 0
    readonly property real roomHeight: parent ? parent.height : 0
    readonly property bool compact: Theme.widthClass(roomWidth) === Theme.Compact

    function tryAccept(): void {
        acceptRequested();
        if (!keepsOpen)
            accept();
    }

    parent: T.Overlay.overlay
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    padding: Theme.space24
    bottomPadding: Theme.space24
    width: compact ? roomWidth : Math.min(Theme.dialogWidth, roomWidth - Theme.space32 * 2)
    height: Math.min(sheet.implicitHeight + topPadding + bottomPadding,
                     roomHeight - (compact ? Theme.space32 : Theme.space32 * 2))
    x: Math.round((roomWidth - width) / 2)
    y: compact ? roomHeight - height : Math.round((roomHeight - height) / 2)

    onOpened: if (initialFocus) initialFocus.forceActiveFocus(Qt.TabFocusReason)

    SheetBody {
        id: sheet
        anchors.fill: parent
        title: root.title
        message: root.message
        acceptText: root.acceptText
        rejectText: root.rejectText
        acceptEnabled: root.acceptEnabled
        danger: root.danger
        onAcceptPressed: root.tryAccept()
        onRejectPressed: root.reject()
    }

    background: SheetGround {
        compact: root.compact
    }
    T.Overlay.modal: Scrim {}

    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.calm }
        NumberAnimation {
            target: sheet.lift
            property: "y"
            from: Theme.space32
            to: 0
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }
}
