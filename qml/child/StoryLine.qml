import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Child

// One line of the story: what was done, and its words.
GridLayout {
    id: root

    required property int kind
    required property string words
    required property int level
    required property bool trying
    required property int outcome

    readonly property bool stacked: width < Theme.dialogWidth * 0.8
    readonly property bool note: kind >= StoryList.Noticed && kind <= StoryList.Nudged
    readonly property string verb: {
        switch (kind) {
        case StoryList.Noticed:
            return qsTr("Noticed");
        case StoryList.Asked:
            return qsTr("Asked");
        case StoryList.Nudged:
            return qsTr("Nudged");
        case StoryList.LetGo:
            return qsTr("Let go");
        case StoryList.Answered:
            return level === Theme.Alone || level === Theme.NotYet ? Theme.supportLevelName(level)
                                                                   : qsTr("Tried, %1").arg(Theme.supportLevelName(level));
        case StoryList.Checked:
            return trying ? qsTr("Sheet: %1, trying").arg(Theme.supportLevelName(level))
                          : qsTr("Sheet: %1").arg(Theme.supportLevelName(level));
        case StoryList.CameBack:
            return [qsTr("Coming back for"), qsTr("Came back: seen"), qsTr("Came back: started"), qsTr("Came back: not yet"),
                    qsTr("Check-back, let drop")][outcome];
        }
        return "";
    }

    columns: stacked ? 2 : 3
    columnSpacing: Theme.space8
    rowSpacing: 0
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(verb).arg(words)

    Item {
        implicitWidth: Theme.iconSmall
        implicitHeight: Theme.iconSmall
        Layout.alignment: Qt.AlignTop
        Layout.rowSpan: root.stacked ? 2 : 1

        Rectangle {
            anchors.centerIn: parent
            width: Theme.space12
            height: width
            radius: Theme.space2
            color: Theme.noteColor(root.note ? root.kind - StoryList.Noticed : Theme.Plain)
            border { width: Theme.hairline; color: Theme.outline }
            visible: root.note
        }
        LevelMark {
            anchors.centerIn: parent
            width: Theme.space16
            height: width
            filled: (Theme.NotYet - root.level) / Theme.NotYet
            color: Theme.ink
            line: Theme.stroke
            visible: root.level >= 0
        }
        Icon {
            anchors.centerIn: parent
            glyph: root.kind === StoryList.LetGo ? Icons.leaf : Icons.clock
            size: Theme.iconSmall
            color: root.kind === StoryList.LetGo ? Theme.good : Theme.pencil
            visible: root.kind === StoryList.LetGo || root.kind === StoryList.CameBack
        }
    }
    Label {
        text: root.verb
        role: Label.Small
        quiet: true
        decorative: true
        verticalAlignment: Text.AlignVCenter
        Layout.fillWidth: root.stacked
        Layout.preferredWidth: root.stacked ? -1 : Theme.dialogWidth / 3.2
        Layout.minimumHeight: Theme.iconSmall
        Layout.alignment: Qt.AlignTop
    }
    ReadingText {
        text: root.words
        decorative: true
        color: root.kind === StoryList.CameBack || root.kind === StoryList.Checked ? Theme.pencil : Theme.ink
        maximumLineCount: 3
        elide: Text.ElideRight
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
    }
}
