import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Where a conference or a day of the story begins.
RowLayout {
    id: root

    required property string heading
    required property bool talk
    required property int level

    spacing: Theme.space8
    Accessible.role: Accessible.Heading
    Accessible.name: level >= 0 ? qsTr("%1, most help: %2").arg(heading).arg(Theme.supportLevelName(level)) : heading

    Label {
        text: root.heading
        strong: true
        color: root.talk ? Theme.ink : Theme.pencil
        decorative: true
        Layout.fillWidth: true
    }
    LevelMark {
        filled: (Theme.NotYet - root.level) / Theme.NotYet
        color: Theme.pencil
        line: Theme.stroke
        visible: root.level >= 0
        Layout.preferredWidth: Theme.space16
        Layout.preferredHeight: Theme.space16
    }
    Label {
        text: Theme.supportLevelName(root.level)
        role: Label.Small
        quiet: true
        decorative: true
        visible: root.level >= 0
    }
}
