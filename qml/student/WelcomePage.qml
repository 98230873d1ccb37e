import QtQuick
import Inkstep.Data
import Inkstep.Students
import Inkstep.Ui

// The first start, and the start of another class.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Welcome")
    // There is a class already: this is one more.
    property bool another: false
    // Which ways in this build has, besides starting a class.
    property bool canJoin: false
    property bool canRestore: false
    property bool canLookAround: false
    property bool lookingAround: false
    property bool starting: another

    signal go(string place, var args)
    signal back()

    // Escape leaves the form, but nothing that was typed or pasted goes by a key.
    function stepOut(): bool {
        const form = shown.item as WelcomeForm;
        if (!form || another)
            return false;
        if (form.untouched)
            starting = false;
        return true;
    }

    FirstStart {
        id: starter
        workspace: Workspace
    }

    Loader {
        id: shown
        anchors.fill: parent
        focus: true
        sourceComponent: root.starting ? form : choices
        onLoaded: {
            const page = item as Item;
            page.forceActiveFocus(Qt.OtherFocusReason);
        }
    }

    Component {
        id: choices
        WelcomeChoices {
            canJoin: root.canJoin
            canRestore: root.canRestore
            canLookAround: root.canLookAround
            lookingAround: root.lookingAround
            onStartAsked: root.starting = true
            onJoinAsked: root.go("join", {})
            onRestoreAsked: root.go("restore", {})
            onLookAroundAsked: root.go("demo", {})
        }
    }
    Component {
        id: form
        WelcomeForm {
            start: starter
            cancellable: !root.another
            onCancelled: root.starting = false
        }
    }
}
