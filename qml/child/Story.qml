import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Child

// What happened with this writer, told: noticed, asked, nudged, tried, alone, let go.
ColumnLayout {
    id: root

    required property string studentId

    spacing: Theme.space8
    visible: lines.count > 0

    StoryList {
        id: lines
        workspace: Workspace
        studentId: root.studentId
    }
    SectionHeader {
        title: qsTr("The story so far")
        Layout.fillWidth: true
    }
    Repeater {
        model: lines

        Loader {
            id: place

            required property int index
            required property int kind
            required property string words
            required property int level
            required property bool trying
            required property int outcome
            required property string heading
            required property bool talk
            readonly property bool isMark: kind === StoryList.Heading && heading === ""

            sourceComponent: kind !== StoryList.Heading ? line : isMark ? null : head
            visible: !isMark
            Layout.fillWidth: true
            Layout.topMargin: kind === StoryList.Heading && index > 0 ? Theme.space12 : 0

            Component {
                id: line
                StoryLine {
                    kind: place.kind
                    words: place.words
                    level: place.level
                    trying: place.trying
                    outcome: place.outcome
                }
            }
            Component {
                id: head
                StoryHeading {
                    heading: place.heading
                    talk: place.talk
                    level: place.level
                }
            }
        }
    }
    Button {
        kind: Button.Quiet
        text: qsTr("Earlier")
        visible: lines.more
        onClicked: lines.atMost += 60
    }
}
