import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// What narrows the gallery, and its order. Each chip is one tap on and one tap off.
ColumnLayout {
    id: root

    required property SampleList samples
    property bool unfolded: false

    spacing: Theme.space8

    PageDetails {
        id: words
        workspace: Workspace
    }
    SampleGenres {
        id: genres
        workspace: Workspace
    }
    StudentChoices {
        id: students
        workspace: Workspace
    }
    Flow {
        spacing: Theme.space4
        Layout.fillWidth: true

        Chip {
            text: qsTr("Open step")
            selected: root.samples.openStep
            onClicked: root.samples.openStep = !root.samples.openStep
        }
        Chip {
            text: qsTr("This week")
            selected: root.samples.period === SampleList.ThisWeek
            onClicked: root.samples.period = selected ? SampleList.Always : SampleList.ThisWeek
        }
        Chip {
            text: qsTr("This term")
            selected: root.samples.period === SampleList.ThisTerm
            onClicked: root.samples.period = selected ? SampleList.Always : SampleList.ThisTerm
        }
        Chip {
            text: root.samples.order === SampleList.ByName ? qsTr("By name")
                  : root.samples.order === SampleList.OldestFirst ? qsTr("Oldest first") : qsTr("Newest first")
            glyph: Icons.sort
            accessibleName: qsTr("Order: %1").arg(text)
            onClicked: root.samples.order = (root.samples.order + 1) % 3
        }
        Chip {
            text: root.unfolded ? qsTr("Fewer filters") : qsTr("More filters")
            glyph: Icons.filter
            onClicked: root.unfolded = !root.unfolded
        }
        Chip {
            text: qsTr("Show all")
            glyph: Icons.close
            visible: root.samples.narrowed
            onClicked: root.samples.clearFilters()
        }
    }
    Flow {
        spacing: Theme.space4
        visible: root.unfolded
        Layout.fillWidth: true

        Repeater {
            model: root.unfolded ? words.kindNames() : []

            Chip {
                required property int index
                required property string modelData

                text: modelData
                selected: root.samples.kind === index
                onClicked: root.samples.kind = selected ? -1 : index
            }
        }
        Repeater {
            model: root.unfolded ? genres : null

            Chip {
                required property string name

                text: name
                glyph: Icons.bookmark
                selected: root.samples.genre === name
                onClicked: root.samples.genre = selected ? "" : name
            }
        }
        Repeater {
            model: root.unfolded ? students : null

            Chip {
                required property string studentId
                required property string name

                text: name
                glyph: Icons.student
                selected: root.samples.studentId === studentId
                onClicked: root.samples.studentId = selected ? "" : studentId
            }
        }
    }
}
