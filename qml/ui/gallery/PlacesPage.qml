import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    id: root

    spacing: Theme.space24

    PageHeader {
        title: "Maya"
        subtitle: "Last seen 2 days ago"
        backShown: true
        Layout.fillWidth: true

        IconButton { label: "Look for"; glyph: Icons.search }
        IconButton {
            id: more
            label: "More"
            glyph: Icons.more
            onClicked: menu.popup(more)
        }
    }
    Shelf {
        title: "Over the page"
        Button { text: "A question"; onClicked: question.open() }
        Button { text: "Something final"; onClicked: erasing.open() }
        Button { text: "A menu"; onClicked: menu.popup(this) }
    }
    NavigationBar {
        places: [
            NavigationPlace { label: "Today"; glyph: Icons.home },
            NavigationPlace { label: "Class"; glyph: Icons.schoolClass },
            NavigationPlace { label: "Samples"; glyph: Icons.pages },
            NavigationPlace { label: "Sheet"; glyph: Icons.sheet; badge: "3" },
            NavigationPlace { label: "Settings"; glyph: Icons.settings }
        ]
        Layout.fillWidth: true
    }
    NavigationRail {
        Layout.preferredHeight: implicitHeight

        NavigationItem { label: "Today"; glyph: Icons.home; selected: true; Layout.fillWidth: true }
        NavigationItem { label: "Class"; glyph: Icons.schoolClass; Layout.fillWidth: true; showHovered: true }
        NavigationItem { label: "Samples"; glyph: Icons.pages; badge: "3"; Layout.fillWidth: true }
        NavigationItem { label: "Sheet"; glyph: Icons.sheet; showFocused: true; Layout.fillWidth: true }
    }

    readonly property alias question: question
    readonly property alias menu: menu

    Dialog {
        id: question
        title: "Name the class"
        message: "Everyone who joins sees this name."
        acceptText: "Start"
        initialFocus: name

        TextField { id: name; label: "Name"; Layout.fillWidth: true }
    }
    Dialog {
        id: erasing
        title: "Erase Maya?"
        message: "Her pages and notes go from every device. This cannot be taken back."
        acceptText: "Erase"
        rejectText: "Keep"
        danger: true
    }
    Menu {
        id: menu

        MenuEntry { text: "Edit"; glyph: Icons.edit }
        MenuEntry { text: "Share with the next teacher"; glyph: Icons.share }
        MenuEntry { text: "Not now"; glyph: Icons.print; enabled: false }
        MenuEntry { text: "Erase"; glyph: Icons.trash; danger: true }
    }
}
