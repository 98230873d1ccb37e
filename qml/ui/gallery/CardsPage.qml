import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    spacing: Theme.space16

    SectionHeader {
        title: "Check-backs"
        subtitle: "Two children, in the next ten minutes"
        actionText: "Show all"
        Layout.fillWidth: true
    }
    Card {
        padding: Theme.space8
        spacing: 0
        Layout.fillWidth: true

        ListRow { title: "Leo Marsh"; subtitle: "Find the place where the boat turns"; note: "2:10"; avatarName: title; Layout.fillWidth: true }
        ListRow { title: "Ana Sol"; subtitle: "Read it aloud to Wren"; note: "6:45"; avatarName: title; selected: true; Layout.fillWidth: true }
        ListRow { title: "Omar"; note: "today"; avatarName: title; showHovered: true; Layout.fillWidth: true }
        ListRow { title: "Backup"; subtitle: "Never made on this tablet"; glyph: Icons.archive; chevron: true; Layout.fillWidth: true }
        ListRow { title: "Not now"; glyph: Icons.lock; enabled: false; chevron: true; Layout.fillWidth: true }
    }
    Shelf {
        title: "Tiles"

        TapCard {
            accessibleName: "Maya"
            contentItem: Tile { name: "Maya"; seen: "2 days"; level: Theme.WithModel; step: "Ends with a feeling" }
        }
        TapCard {
            accessibleName: "Leo"
            showHovered: true
            contentItem: Tile { name: "Leo"; seen: "9 days"; level: Theme.NotYet; step: "" }
        }
        TapCard {
            accessibleName: "Ana"
            selected: true
            contentItem: Tile { name: "Ana"; seen: "today"; level: Theme.Alone; step: "Say what they say" }
        }
        TapCard {
            accessibleName: "Wren"
            showFocused: true
            contentItem: Tile { name: "Wren"; seen: "12 days"; level: Theme.Together; step: "" }
        }
    }
    Shelf {
        title: "Small words"
        Badge { text: "Cold piece" }
        Badge { text: "3 waiting"; tone: Theme.Info; glyph: Icons.sendUp }
        Badge { text: "Copied"; tone: Theme.Good; glyph: Icons.check }
        Badge { text: "Damaged"; tone: Theme.Alert; glyph: Icons.warning }
        Badge { text: "12"; tone: Theme.Info; loud: true }
        Avatar { name: "Maya Lind" }
        Avatar { name: "Omar" }
        Avatar { name: "Wren Ó Dálaigh" }
    }
}
