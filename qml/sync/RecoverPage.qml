import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// On a bare tablet: the words from paper, and where the notebook was synced with.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Bring a notebook back")
    property string trouble: ""
    property url folder: ""
    readonly property string folderShown: ("" + folder).replace("file://", "")
    property bool server: false
    readonly property bool ready: words.text.trim() !== ""
                                  && (server ? address.text.trim() !== "" && password.text !== "" : folderShown !== "")

    signal go(string place, var args)
    signal back()

    function bring(): void {
        trouble = "";
        if (server)
            SyncService.recoverFromServer(words.text, address.text, user.text, password.text);
        else
            SyncService.recover(words.text, folder);
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
            text: qsTr("With the six recovery words, when no tablet with the notebook is left. If one is left, join with its code instead.")
            quiet: true
            Layout.fillWidth: true
        }
        TextField {
            id: words
            objectName: "words"
            label: qsTr("The six words")
            inputMethodHints: Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        SegmentedChoice {
            objectName: "where"
            label: qsTr("Where was it synced with?")
            options: [qsTr("A folder"), qsTr("A server")]
            currentIndex: root.server ? 1 : 0
            onChosen: index => root.server = index === 1
            Layout.fillWidth: true
        }
        Button {
            objectName: "chooseFolder"
            visible: !root.server
            text: root.folderShown === "" ? qsTr("Choose the folder") : root.folderShown
            glyph: Icons.folder
            onClicked: chooser.active = true
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        TextField {
            id: address
            objectName: "address"
            visible: root.server
            label: qsTr("Address")
            placeholderText: "https://cloud.example.org"
            inputMethodHints: Qt.ImhUrlCharactersOnly | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
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
            label: qsTr("Password")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhSensitiveData | Qt.ImhHiddenText | Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText
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
            objectName: "bringBack"
            text: SyncService.working ? qsTr("Bringing it back") : qsTr("Bring it back")
            glyph: Icons.shield
            kind: Button.Primary
            enabled: root.ready && !SyncService.working
            onClicked: root.bring()
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BusyDot {
            running: SyncService.working
        }
    }

    Loader {
        id: chooser
        active: false
        sourceComponent: FolderDialog {
            title: qsTr("Folder the notebook was synced with")
            onAccepted: {
                root.folder = selectedFolder;
                chooser.active = false;
            }
            onRejected: chooser.active = false
            Component.onCompleted: open()
        }
    }
}
