import QtQuick
import Inkstep.Ui

// How much help there was, as a filled circle. Shows only; SupportButton can be pressed.
Item {
    id: root

    // One of Theme.Blank, Theme.Alone, Theme.WithPrompt, Theme.WithModel, Theme.Together, Theme.NotYet.
    required property int level
    // The ladder's own word for it.
    property string levelName: Theme.supportLevelName(level)
    property int size: Theme.iconSize
    property color color: Theme.ink
    // An earlier mark, still there.
    property bool pale: false
    // An approximation: a small stroke under the circle.
    property bool trying: false

    implicitWidth: size
    implicitHeight: size

    Accessible.role: Accessible.Graphic
    Accessible.name: trying ? qsTr("%1, trying").arg(levelName) : levelName

    LevelMark {
        anchors.fill: parent
        filled: root.level < 0 ? 0 : (Theme.NotYet - root.level) / Theme.NotYet
        color: root.color
        line: Theme.stroke
        opacity: root.pale ? Theme.paleOpacity : 1
        visible: root.level >= 0
    }
    Rectangle {
        anchors.centerIn: parent
        width: Theme.space4
        height: width
        radius: width / 2
        color: Theme.outline
        opacity: Theme.paleOpacity
        visible: root.level < 0
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.bottom
        anchors.topMargin: Theme.space2
        width: parent.width / 2
        height: Theme.stroke
        radius: height / 2
        color: root.color
        opacity: root.pale ? Theme.paleOpacity : 1
        visible: root.trying
    }
}
