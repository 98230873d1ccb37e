import QtQuick
import Inkstep.Ui

// A place of the app, on the rail or the bar.
TapArea {
    id: root

    required property string label
    required property string glyph
    property bool selected: false
    // A short word or number on the picture; empty for none.
    property string badge: ""
    property bool labelShown: true

    text: label
    accessibleName: badge !== "" ? qsTr("%1, %2").arg(label).arg(badge) : label
    accessibleRole: Accessible.PageTab
    leftPadding: Theme.space4
    rightPadding: Theme.space4
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    implicitHeight: Math.max(Theme.target + Theme.space12, implicitContentHeight + topPadding + bottomPadding)

    Accessible.selectable: true
    Accessible.selected: selected

    background: Item {}
    contentItem: NavigationFace {
        glyph: root.glyph
        text: root.labelShown ? root.label : ""
        badge: root.badge
        selected: root.selected
        hovered: root.isHovered
        pressed: root.isPressed
    }
}
