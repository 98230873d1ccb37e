import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One open step: whose, its words, how far.
TapArea {
    id: root

    required property string name
    required property string words
    required property int level

    objectName: "look-" + name
    accessibleName: level < 0 ? qsTr("%1: %2").arg(name).arg(words)
                              : qsTr("%1, %2: %3").arg(name).arg(Theme.supportLevelName(level)).arg(words)
    leftPadding: Theme.space8
    rightPadding: Theme.space8
    topPadding: Theme.space4
    bottomPadding: Theme.space4
    background: RowGround {
        hovered: root.isHovered
        pressed: root.isPressed
    }
    contentItem: RowLayout {
        spacing: Theme.space12

        Rectangle {
            color: Theme.noteColor(Theme.NextStep)
            radius: Theme.space2
            Layout.preferredWidth: Theme.space4
            Layout.fillHeight: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.name
                font.weight: Font.Medium
                decorative: true
                elides: true
                Layout.fillWidth: true
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
        LevelMark {
            visible: root.level >= 0
            filled: (Theme.NotYet - root.level) / Theme.NotYet
            color: Theme.pencil
            Layout.preferredWidth: Theme.iconSmall - Theme.space4
            Layout.preferredHeight: Theme.iconSmall - Theme.space4
        }
    }
}
