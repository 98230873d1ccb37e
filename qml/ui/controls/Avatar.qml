import QtQuick
import Inkstep.Ui

// Initials on a calm color that is always the same for the same name. Never a face.
Rectangle {
    id: root

    required property string name
    property real size: Theme.iconLarge

    implicitWidth: size
    implicitHeight: size
    radius: size / 2
    color: Theme.avatarTint(name)
    Accessible.ignored: true

    Label {
        anchors.centerIn: parent
        text: Theme.initials(root.name)
        color: Theme.noteInk
        font.pixelSize: Math.round(root.size * Theme.paleOpacity)
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
        decorative: true
    }
}
