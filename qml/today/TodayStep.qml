import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One open step: whose, how far, and its words.
TapArea {
    id: root

    required property string name
    required property string words
    required property int level

    objectName: "step-" + name
    accessibleName: level < 0 ? qsTr("%1: %2").arg(name).arg(words)
                              : qsTr("%1, %2: %3").arg(name).arg(Theme.supportLevelName(level)).arg(words)
    padding: Theme.space4

    background: Rectangle {
        radius: Theme.radiusNote
        color: root.isPressed ? Theme.press : root.isHovered ? Theme.hover : "transparent"
    }

    contentItem: RowLayout {
        spacing: Theme.space8

        Rectangle {
            color: Theme.noteColor(Theme.NextStep)
            radius: Theme.space2
            Layout.preferredWidth: Theme.space4
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            RowLayout {
                spacing: Theme.space8
                Label {
                    text: root.name
                    decorative: true
                    role: Label.Small
                    strong: true
                    Layout.fillWidth: true
                }
                LevelMark {
                    visible: root.level >= 0
                    filled: (Theme.NotYet - root.level) / Theme.NotYet
                    color: Theme.pencil
                    Layout.preferredWidth: Theme.iconSmall - Theme.space4
                    Layout.preferredHeight: Theme.iconSmall - Theme.space4
                }
            }
            ReadingText {
                text: root.words
                decorative: true
                role: Label.Small
                quiet: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }
}
