import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// One quiet line under a next step that may be too much at once. Says nothing for most, and stops nobody.
RowLayout {
    id: root

    required property string studentId
    required property string words
    property string skillId: ""
    readonly property alias text: hint.text

    spacing: Theme.space8
    visible: hint.text !== ""

    StepHint {
        id: hint
        workspace: Workspace
        studentId: root.studentId
        skillId: root.skillId
        words: root.words
    }
    Icon {
        glyph: Icons.lightbulb
        size: Theme.iconSmall
        color: Theme.pencil
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignTop
    }
    Label {
        text: hint.text
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
}
