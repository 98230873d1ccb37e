import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// The running check-backs in one line, where there is no room for more; no height while none runs.
TapArea {
    id: root

    readonly property bool any: list.count > 0

    accessibleName: qsTr("Check-backs: %1").arg(words.text)
    visible: any
    height: visible ? implicitHeight : 0
    leftPadding: Theme.space16
    rightPadding: Theme.space16

    CheckBackRows {
        id: list
        workspace: Workspace
    }
    background: Rectangle {
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
    }
    contentItem: RowLayout {
        spacing: Theme.space8

        Icon {
            glyph: Icons.clock
            size: Theme.iconSmall
            color: list.dueCount > 0 ? Theme.action : Theme.pencil
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Label {
            id: words
            text: list.summary !== "" ? list.summary : qsTr("%1 from before").arg(list.leftOverCount)
            role: Label.Small
            elides: true
            decorative: true
            Layout.fillWidth: true
        }
        Icon {
            glyph: Icons.next
            size: Theme.iconSmall
            color: Theme.pencil
            directional: true
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
    }
}
