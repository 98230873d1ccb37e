import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// A rung in a menu: its circle and its name.
MenuEntry {
    id: root

    required property int level

    Accessible.checkable: true
    Accessible.checked: selected

    contentItem: RowLayout {
        spacing: Theme.space12

        SupportCircle {
            level: root.level
            size: Theme.iconSmall
            color: root.wordColor
            Accessible.ignored: true
        }
        Label {
            text: root.text
            decorative: true
            color: root.wordColor
            font.weight: root.selected ? Font.DemiBold : Font.Medium
            Layout.fillWidth: true
        }
    }
}
