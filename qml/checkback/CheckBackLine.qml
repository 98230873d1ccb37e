import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One running check-back in a narrow list: who, when, what is expected. Leads to the child.
TapArea {
    id: root

    required property string name
    required property string expect
    required property string when
    required property bool due

    accessibleName: qsTr("Check-back: %1, %2").arg(name).arg(when)
    accessibleDescription: expect
    padding: Theme.space4

    background: Rectangle {
        radius: Theme.radiusNote
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
    }
    contentItem: ColumnLayout {
        spacing: 0

        RowLayout {
            spacing: Theme.space8

            Label {
                text: root.name
                role: Label.Small
                strong: true
                elides: true
                decorative: true
                Layout.fillWidth: true
            }
            Label {
                text: root.when
                role: Label.Small
                strong: root.due
                color: root.due ? Theme.action : Theme.pencil
                decorative: true
            }
        }
        ReadingText {
            text: root.expect
            role: Label.Small
            quiet: true
            elides: true
            decorative: true
            Layout.fillWidth: true
        }
    }
}
