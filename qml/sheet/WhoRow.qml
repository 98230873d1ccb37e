import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// One who did not do it alone, with the help that was tried; a press starts the conference.
TapArea {
    id: root

    required property string name
    required property int level
    required property string levelName

    objectName: "who-" + name
    text: name
    accessibleName: qsTr("%1, %2").arg(name).arg(levelName)
    accessibleDescription: qsTr("Opens the conference")
    padding: Theme.space8
    ringRadius: Theme.space8
    Layout.fillWidth: true

    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
    }
    contentItem: RowLayout {
        spacing: Theme.space12

        SupportCircle {
            level: root.level
            size: Theme.iconSmall
            Accessible.ignored: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.name
                decorative: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Label {
                text: root.levelName
                decorative: true
                role: Label.Small
                quiet: true
                Layout.fillWidth: true
            }
        }
        Icon {
            glyph: Icons.comment
            size: Theme.iconSmall
            color: Theme.pencil
        }
    }
}
