import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// What is only on this tablet and what is copied: an icon and a few words, always in sight.
TapArea {
    id: root

    // "local", "waiting", "sending", "copied" or "trouble".
    required property string standing
    // Only the icon, where the words have no room; the screen reader still says them.
    property bool small: false

    readonly property string glyph: standing === "copied" ? Icons.copied : standing === "sending" ? Icons.sendUp
                                    : standing === "trouble" ? Icons.syncAlert : Icons.tray
    readonly property color wordColor: standing === "copied" ? Theme.good
                                       : standing === "trouble" ? Theme.alert : Theme.pencil

    accessibleName: qsTr("Sync: %1").arg(text)
    leftPadding: Theme.space12
    rightPadding: Theme.space12

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
    }

    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            glyph: root.glyph
            color: root.wordColor
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignHCenter | Qt.AlignVCenter
        }
        Label {
            text: root.text
            decorative: true
            color: root.wordColor
            role: Label.Small
            visible: !root.small
            Layout.fillWidth: true
        }
    }
}
