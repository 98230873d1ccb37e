import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Every control in every state; the bar at the bottom leads from group to group.
Rectangle {
    id: root

    property int section: 0
    readonly property list<string> sections: ["Press", "Write", "Choose", "Cards", "Notes", "Tell", "Places"]
    readonly property Item page: loader.item as Item

    color: Theme.paper
    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true

    FlowRow {
        id: top
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16

        Chip { text: "Dark"; checkable: true; checked: Theme.dark; onToggled: Theme.dark = checked }
        Chip { text: "Large"; checkable: true; checked: Theme.textScale > 1; onToggled: Theme.textScale = checked ? 2 : 1 }
        Chip { text: "Right to left"; checkable: true; checked: Theme.rightToLeft; onToggled: Theme.rightToLeft = checked }
    }
    ScrollColumn {
        anchors.top: top.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: places.top
        maximumWidth: Theme.readable * 3 / 2

        Loader {
            id: loader
            source: root.sections[root.section] + "Page.qml"
            Layout.fillWidth: true
        }
    }
    NavigationBar {
        id: places
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        currentIndex: root.section
        places: [
            NavigationPlace { label: "Press"; glyph: Icons.target },
            NavigationPlace { label: "Write"; glyph: Icons.pen },
            NavigationPlace { label: "Choose"; glyph: Icons.checkCircle },
            NavigationPlace { label: "Cards"; glyph: Icons.pages },
            NavigationPlace { label: "Notes"; glyph: Icons.note },
            NavigationPlace { label: "Tell"; glyph: Icons.comment },
            NavigationPlace { label: "Places"; glyph: Icons.home }
        ]
        onChosen: index => root.section = index
    }
}
