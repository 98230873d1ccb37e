import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// A server to sync with: its address, who one is there, and its certificate where nobody vouches for it.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Sync with a server")
    property string trouble: ""
    readonly property bool ready: address.text.trim() !== "" && user.text.trim() !== "" && password.text !== ""

    signal go(string place, var args)
    signal back()

    function connectNow(): void {
        if (!ready || SyncService.working)
            return;
        trouble = "";
        SyncService.connectToServer(address.text, user.text, password.text);
    }

    Connections {
        target: SyncService
        function onFailed(sentence: string): void { root.trouble = sentence; }
        function onConnectedTo(place: string): void {
            password.clear();
            root.back();
        }
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space16

        PageHeader {
            title: root.title
            backShown: true
            onBackRequested: root.back()
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("A Nextcloud, or any server that speaks WebDAV. Everything is locked before it leaves; whoever runs the server cannot read it.")
            quiet: true
            Layout.fillWidth: true
        }
        TextField {
            id: address
            objectName: "address"
            label: qsTr("Address")
            placeholderText: "https://cloud.example.org"
            help: qsTr("As in the browser's bar, or the WebDAV address of a folder")
            text: SyncService.serverAddressShown()
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        TextField {
            id: user
            objectName: "user"
            label: qsTr("User name on the server")
            text: SyncService.serverUser()
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        TextField {
            id: password
            objectName: "password"
            label: qsTr("Password")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhHiddenText | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            help: qsTr("Many servers give a password of its own to an app; with two-step sign-in you need one")
            onEdited: root.trouble = ""
            onAccepted: root.connectNow()
            Layout.fillWidth: true
        }
        Banner {
            objectName: "unlocked"
            visible: address.text.trim().toLowerCase().startsWith("http://")
            text: qsTr("This address begins with http: the writing stays locked, but on the way somebody could read the password. Use https where the server has it.")
            tone: Theme.Info
            Layout.fillWidth: true
        }
        Banner {
            objectName: "trouble"
            visible: root.trouble !== ""
            text: root.trouble
            tone: Theme.Alert
            Layout.fillWidth: true
        }
        ServerCertificate {
            visible: SyncService.fingerprint !== ""
            Layout.fillWidth: true
        }
        Button {
            objectName: "connect"
            visible: SyncService.fingerprint === ""
            text: SyncService.working ? qsTr("Connecting") : qsTr("Connect")
            glyph: Icons.server
            kind: Button.Primary
            enabled: root.ready && !SyncService.working
            onClicked: root.connectNow()
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BusyDot {
            running: SyncService.working
        }
    }
}
