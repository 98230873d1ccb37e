import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Sample

// One voice note: play, its wave, how long it is, delete.
RowLayout {
    id: root

    required property string voiceId
    required property int seconds
    required property string wave
    required property string day
    required property VoicePlayer player
    required property int index

    signal removed(string voiceId)

    readonly property bool mine: player.voiceId === voiceId
    readonly property bool playing: mine && player.playing
    readonly property string length: qsTr("%1:%2").arg(Math.floor(seconds / 60)).arg(String(seconds % 60).padStart(2, "0"))

    spacing: Theme.space8

    IconButton {
        label: root.playing ? qsTr("Pause voice note %1").arg(root.index + 1) : qsTr("Play voice note %1, %2 long").arg(root.index + 1).arg(root.length)
        glyph: root.playing ? Icons.pause : Icons.play
        ground: Theme.actionTint
        color: Theme.action
        onClicked: root.playing ? root.player.pause() : root.player.play(root.voiceId)
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        VoiceWave {
            wave: root.wave
            position: root.mine ? root.player.position : 0
            accessibleName: qsTr("Place in voice note %1").arg(root.index + 1)
            onSought: to => root.player.seek(root.voiceId, to)
            Layout.fillWidth: true
        }
        Label {
            text: Theme.listed([root.length, root.day], " · ")
            role: Label.Small
            quiet: true
            Layout.fillWidth: true
        }
    }
    IconButton {
        label: qsTr("Delete voice note %1").arg(root.index + 1)
        glyph: Icons.trash
        onClicked: root.removed(root.voiceId)
    }
}
