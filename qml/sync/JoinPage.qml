import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// The other side of an invite: type or paste the code, and the notebook comes.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Join a notebook")
    property string trouble: ""
    readonly property bool server: SyncService.leadsToServer(code.text)

    signal go(string place, var args)
    signal back()

    // A code that leads to a folder needs nothing more from the person; a server asks who one is.
    function taken(text: string): void {
        if (!SyncService.isCode(text)) {
            trouble = qsTr("That is another kind of code. On the other tablet open Sync and choose Add a tablet.");
            return;
        }
        trouble = "";
        code.text = text;
        reader.active = false;
        if (!server)
            SyncService.join(text);
        else
            user.forceActiveFocus();
    }

    Connections {
        target: SyncService
        function onFailed(sentence: string): void { root.trouble = sentence; }
        function onJoined(notebook: string): void { root.go("today", {}); }
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
            text: qsTr("On the tablet that has the notebook, open Sync and choose Add a tablet. Both tablets must reach the same folder or server.")
            quiet: true
            Layout.fillWidth: true
        }
        Button {
            objectName: "readCode"
            visible: !reader.active
            text: qsTr("Read the code with the camera")
            glyph: Icons.qrcode
            enabled: !SyncService.working
            onClicked: reader.active = true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Loader {
            id: reader
            active: false
            visible: active
            sourceComponent: CodeCamera {
                onFound: text => root.taken(text)
                onClosed: reader.active = false
            }
            Layout.fillWidth: true
        }
        TextArea {
            id: code
            objectName: "code"
            label: qsTr("Join code")
            placeholderText: qsTr("Type or paste the code")
            error: root.trouble
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        TextField {
            id: user
            objectName: "user"
            visible: root.server
            label: qsTr("User name on the server")
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
        }
        TextField {
            id: password
            objectName: "password"
            visible: root.server
            label: qsTr("Password on the server")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhHiddenText | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
            Layout.fillWidth: true
        }
        ServerCertificate {
            visible: SyncService.fingerprint !== ""
            Layout.fillWidth: true
        }
        Button {
            objectName: "join"
            text: SyncService.working ? qsTr("Joining") : qsTr("Join")
            glyph: Icons.key
            kind: Button.Primary
            enabled: code.text.trim() !== "" && !SyncService.working
            onClicked: SyncService.join(code.text, user.text, password.text)
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BusyDot {
            running: SyncService.working
        }
        Button {
            objectName: "goRecover"
            text: qsTr("No tablet left? Use recovery words")
            glyph: Icons.shield
            kind: Button.Quiet
            onClicked: root.go("recover", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
    }
}
