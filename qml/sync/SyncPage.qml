import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// Where this notebook is: only here, copied, or safe; where it goes, who shares it, and sending it now.
Item {
    id: root

    property int widthClass: Theme.Compact
    property string title: qsTr("Sync")

    signal go(string place, var args)
    signal back()

    property string trouble: ""

    Connections {
        target: SyncService
        function onFailed(sentence: string): void { root.trouble = sentence; }
        function onConnectedTo(place: string): void { root.trouble = ""; }
        function onNewDevice(name: string): void { news.text = qsTr("%1 has joined this notebook.").arg(name); }
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space16

        PageHeader {
            title: root.title
            Layout.fillWidth: true
        }
        Banner {
            objectName: "trouble"
            visible: root.trouble !== ""
            text: root.trouble
            tone: Theme.Alert
            closable: true
            onClosed: root.trouble = ""
            Layout.fillWidth: true
        }
        Banner {
            id: news
            visible: text !== ""
            text: ""
            tone: Theme.Good
            closable: true
            onClosed: text = ""
            Layout.fillWidth: true
        }
        Banner {
            objectName: "takenOut"
            visible: SyncService.takenOut
            text: qsTr("The others have taken this tablet out of the notebook. What is on it can still be read here; nothing more is sent or fetched. If that is a mistake, ask for a join code.")
            tone: Theme.Alert
            Layout.fillWidth: true
        }
        SyncConnect {
            visible: !SyncService.connected
            onFolderChosen: (folder) => SyncService.connectTo(folder)
            onServerAsked: root.go("server", {})
            Layout.fillWidth: true
        }
        SyncStanding {
            visible: SyncService.connected
            onPasswordAsked: root.go("server", {})
            onHistoryAsked: root.go("syncHistory", {})
            Layout.fillWidth: true
        }
        SyncShare {
            visible: SyncService.connected
            onFailed: sentence => root.trouble = sentence
            Layout.fillWidth: true
        }
        SyncErasures {
            visible: SyncService.erasures.length > 0
            Layout.fillWidth: true
        }
        Button {
            objectName: "goRecovery"
            visible: SyncService.connected
            text: qsTr("Recovery words")
            glyph: Icons.shield
            kind: Button.Quiet
            onClicked: root.go("recovery", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Button {
            objectName: "goBackup"
            text: qsTr("Backup file")
            glyph: Icons.exportFile
            kind: Button.Quiet
            onClicked: root.go("backup", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Button {
            objectName: "goJoin"
            text: qsTr("Join another notebook")
            glyph: Icons.key
            kind: Button.Quiet
            onClicked: root.go("join", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Button {
            objectName: "goRestore"
            text: qsTr("Open a backup file")
            glyph: Icons.importFile
            kind: Button.Quiet
            onClicked: root.go("restore", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
    }
}
