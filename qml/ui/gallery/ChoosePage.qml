import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    spacing: Theme.space16

    Shelf {
        title: "Skills"
        Chip { text: "A lead that hooks"; kind: Theme.Noticed }
        Chip { text: "Sounds and senses"; kind: Theme.Wonder }
        Chip { text: "Leave spaces between words"; kind: Theme.NextStep }
        Chip { text: "Say what the dog said"; kind: Theme.NextStep; selected: true }
        Chip { text: "Pointed at"; kind: Theme.NextStep; showHovered: true }
    }
    Shelf {
        title: "Filters"
        Chip { text: "Not seen lately"; checkable: true; checked: true }
        Chip { text: "Check-backs"; checkable: true; glyph: Icons.timer }
        Chip { text: "Omar"; removable: true }
        Chip { text: "Keyboard"; showFocused: true }
        Chip { text: "Not now"; enabled: false }
    }
    SegmentedChoice {
        label: "Appearance"
        options: ["Follow the tablet", "Light", "Dark"]
        glyphs: [Icons.tablet, Icons.sun, Icons.moon]
        currentIndex: 1
        Layout.fillWidth: true
    }
    SegmentedChoice {
        label: "Show"
        options: ["Week", "Unit", "Year"]
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
    }
    Card {
        Layout.fillWidth: true
        spacing: Theme.space4

        Switch { text: "Curtain"; subtitle: "Names only, while the screen is carried or mirrored"; Layout.fillWidth: true }
        Divider { Layout.fillWidth: true }
        Switch { text: "Send as soon as there is a connection"; checked: true; Layout.fillWidth: true }
        Divider { Layout.fillWidth: true }
        Switch { text: "Not now"; enabled: false; Layout.fillWidth: true }
    }
    GridLayout {
        columns: parent.width > Theme.dialogWidth ? 2 : 1
        columnSpacing: Theme.space16
        Layout.fillWidth: true

        Card {
            spacing: 0
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            CheckBox { text: "Pictures"; checked: true; Layout.fillWidth: true }
            CheckBox { text: "Voice notes"; subtitle: "They are large"; Layout.fillWidth: true }
            CheckBox { text: "Keyboard"; showFocused: true; Layout.fillWidth: true }
        }
        Card {
            spacing: 0
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            RadioOption { text: "Cold piece"; subtitle: "Before teaching, no help"; checked: true; Layout.fillWidth: true }
            RadioOption { text: "Independent sample"; Layout.fillWidth: true }
            RadioOption { text: "Final piece"; Layout.fillWidth: true }
        }
    }
}
