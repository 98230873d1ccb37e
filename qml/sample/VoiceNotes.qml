import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// What was said about a page or a student, and one press to say more.
ColumnLayout {
    id: root

    // A page, a sample or a student.
    required property string aboutId

    readonly property bool listening: theRecorder.state === VoiceRecorder.Listening || theRecorder.state === VoiceRecorder.Starting

    spacing: Theme.space12

    VoiceList {
        id: theVoices
        workspace: Workspace
        aboutId: root.aboutId
    }
    VoicePlayer {
        id: thePlayer
        workspace: Workspace
    }
    VoiceRecorder {
        id: theRecorder
        workspace: Workspace
        aboutId: root.aboutId
    }
    Repeater {
        model: theVoices

        VoiceClip {
            player: thePlayer
            onRemoved: voice => theVoices.remove(voice)
            Layout.fillWidth: true
        }
    }
    Label {
        text: qsTr("Let the writer tell the story, or say what you would type.")
        quiet: true
        visible: theVoices.ready && theVoices.count === 0 && !root.listening
        Layout.fillWidth: true
    }
    RowLayout {
        spacing: Theme.space12
        visible: root.listening

        BusyDot {
            running: theRecorder.state === VoiceRecorder.Starting
            visible: running
        }
        Label {
            objectName: "spoken"
            text: qsTr("%1:%2").arg(Math.floor(theRecorder.seconds / 60)).arg(String(theRecorder.seconds % 60).padStart(2, "0"))
            visible: theRecorder.state === VoiceRecorder.Listening
            role: Label.Title
        }
        VoiceLevel {
            level: theRecorder.level
            Layout.fillWidth: true
        }
    }
    Button {
        objectName: "record"
        text: root.listening ? qsTr("Stop and keep") : qsTr("Record a voice note")
        glyph: root.listening ? Icons.stop : Icons.microphone
        kind: root.listening ? Button.Primary : Button.Secondary
        enabled: theRecorder.state !== VoiceRecorder.Keeping
        onClicked: {
            if (root.listening) {
                theRecorder.stop();
            } else {
                thePlayer.pause();
                theRecorder.start();
            }
        }
        Layout.fillWidth: true
    }
    Button {
        text: qsTr("Throw it away")
        kind: Button.Quiet
        visible: root.listening
        onClicked: theRecorder.discard()
        Layout.fillWidth: true
    }
    Banner {
        objectName: "voiceTrouble"
        text: theRecorder.trouble !== "" ? theRecorder.trouble : thePlayer.trouble
        tone: Theme.Alert
        visible: text !== ""
        Layout.fillWidth: true
    }
}
