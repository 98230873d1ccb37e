import QtQuick
import Inkstep.Ui

// The inside of NavigationItem: a picture in a pill, its name below.
Item {
    id: root

    property string glyph
    property string text
    property string badge
    property bool selected: false
    property bool hovered: false
    property bool pressed: false

    readonly property real wordsWidth: Math.ceil(words.implicitWidth)

    readonly property real pillWidth: Theme.iconSize + Theme.space32

    implicitWidth: Math.max(pillWidth, wordsWidth)
    implicitHeight: pill.height + (text !== "" ? Theme.space4 + words.implicitHeight : 0)

    Rectangle {
        id: pill
        anchors.horizontalCenter: parent.horizontalCenter
        y: root.text !== "" ? 0 : Math.round((parent.height - height) / 2)
        width: Math.min(root.pillWidth, root.width)
        height: Theme.iconSize + Theme.space8
        radius: height / 2
        color: root.pressed ? Theme.press : root.selected ? Theme.actionTint
               : root.hovered ? Theme.hover : "transparent"

        Behavior on color {
            ColorAnimation { duration: Theme.quick }
        }

        Icon {
            anchors.centerIn: parent
            glyph: root.glyph
            color: root.selected ? Theme.action : Theme.pencil
        }
        Loader {
            active: root.badge !== ""
            anchors.left: parent.horizontalCenter
            anchors.leftMargin: Theme.space4
            anchors.bottom: parent.verticalCenter
            sourceComponent: Badge {
                text: root.badge
                loud: true
                Accessible.ignored: true
            }
        }
    }
    Label {
        id: words
        anchors.top: pill.bottom
        anchors.topMargin: Theme.space4
        width: parent.width
        text: root.text
        role: Label.Small
        color: root.selected ? Theme.action : Theme.pencil
        font.weight: root.selected ? Font.DemiBold : Font.Medium
        horizontalAlignment: Text.AlignHCenter
        decorative: true
        visible: text !== ""
    }
}
