import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One thing to do, in a Menu. triggered() comes after the menu has begun to close.
TapArea {
    id: root

    property string glyph: ""
    property bool danger: false
    property bool selected: false

    signal triggered()

    readonly property color wordColor: danger ? Theme.alert : selected ? Theme.action : Theme.ink

    accessibleRole: Accessible.MenuItem
    leftPadding: Theme.space12
    rightPadding: Theme.space24
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    ringRadius: Theme.space8
    Layout.fillWidth: true
    onClicked: {
        const column = parent as MenuColumn;
        if (column)
            column.chosen();
        triggered();
    }

    contentItem: IconAndWords {
        glyph: root.glyph !== "" ? root.glyph : root.selected ? Icons.check : ""
        text: root.text
        color: root.wordColor
        strong: false
        spacing: Theme.space12
        centered: false
    }
    background: RowGround {
        hovered: root.isHovered || root.activeFocus
        pressed: root.isPressed
    }
}
