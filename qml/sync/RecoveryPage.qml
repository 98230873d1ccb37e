import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// Words on paper for the day all tablets are gone: made, shown once, asked back once.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Recovery words")
    property string trouble: ""

    signal go(string place, var args)
    signal back()

    RecoveryWriter {
        id: writer
        service: SyncService
        onFailed: sentence => root.trouble = sentence
        onChecked: right => {
            paper.confirmed = right;
            root.trouble = right ? "" : qsTr("That is not it. Look at your paper again: five letters a word, and every letter counts.");
        }
        Component.onCompleted: look()
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
            text: qsTr("If every tablet is lost or broken, six words and the folder or server bring this notebook back. Without them nobody can, not even we: keep them on paper, where the school keeps its keys.")
            Layout.fillWidth: true
        }
        Label {
            objectName: "wordsStanding"
            visible: writer.known && writer.words.length === 0
            text: writer.made ? qsTr("There are words for this notebook. Making new ones ends the old ones.")
                              : qsTr("There are no words for this notebook yet.")
            strong: true
            Layout.fillWidth: true
        }
        Banner {
            objectName: "trouble"
            visible: root.trouble !== ""
            text: root.trouble
            tone: Theme.Alert
            Layout.fillWidth: true
        }
        Button {
            objectName: "makeWords"
            visible: writer.words.length === 0
            text: writer.made ? qsTr("Make new words") : qsTr("Make recovery words")
            glyph: Icons.shield
            kind: writer.made ? Button.Secondary : Button.Primary
            enabled: SyncService.connected && !writer.working
            onClicked: {
                root.trouble = "";
                paper.confirmed = false;
                paper.restart();
                writer.make();
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Label {
            visible: !SyncService.connected
            text: qsTr("First connect a folder or a server: that is what the words open.")
            quiet: true
            Layout.fillWidth: true
        }
        WordsOnPaper {
            id: paper
            words: writer.words
            working: writer.working
            onTyping: root.trouble = ""
            onCheckAsked: typed => writer.check(typed)
            Layout.fillWidth: true
        }
        Banner {
            objectName: "right"
            visible: paper.confirmed
            text: qsTr("Right. Put the paper where the school keeps its keys. If a tablet is taken out or a child is erased, new words are needed; this page says so.")
            tone: Theme.Good
            Layout.fillWidth: true
        }
        Button {
            objectName: "finished"
            visible: paper.confirmed
            text: qsTr("Done")
            kind: Button.Primary
            onClicked: {
                writer.forget();
                root.back();
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BusyDot {
            running: writer.working
        }
    }
}
