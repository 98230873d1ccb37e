import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// What is known about a piece of writing. Every field keeps itself.
SidePanel {
    id: root

    required property PageDetails details
    readonly property var sample: details.sample
    readonly property list<string> lines: ["title", "genre", "stage", "unit", "chosenBy", "audience", "purpose", "mentorText"]
    readonly property list<string> names: [qsTr("Title"), qsTr("Genre"), qsTr("Stage"), qsTr("Unit"), qsTr("Who chose it"),
                                           qsTr("For whom"), qsTr("What for"), qsTr("Mentor text")]

    title: qsTr("About this sample")

    Label {
        text: qsTr("Kind")
        role: Label.Small
        decorative: true
    }
    Flow {
        spacing: Theme.space4
        Layout.fillWidth: true
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Kind")

        Repeater {
            model: root.details.kindNames()

            Chip {
                required property int index
                required property string modelData

                text: modelData
                selected: root.sample.kind === index
                onClicked: root.details.setSample("kind", index)
            }
        }
    }
    KeptField {
        label: qsTr("Date, as year-month-day")
        kept: root.sample.date
        error: text === "" || /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? "" : qsTr("Write it like 2026-03-24.")
        Layout.fillWidth: true
        onWritten: words => root.details.setSample("date", words)
    }
    Repeater {
        model: root.lines

        KeptField {
            required property int index
            required property string modelData

            label: root.names[index]
            kept: root.sample[modelData] ?? ""
            Layout.fillWidth: true
            onWritten: words => root.details.setSample(modelData, words)
        }
    }
    KeptField {
        label: qsTr("Lines")
        kept: root.sample.lines > 0 ? String(root.sample.lines) : ""
        input.inputMethodHints: Qt.ImhDigitsOnly
        Layout.fillWidth: true
        onWritten: words => root.details.setSample("lines", Number.parseInt(words) || 0)
    }
    KeptField {
        label: qsTr("Words")
        kept: root.sample.words > 0 ? String(root.sample.words) : ""
        input.inputMethodHints: Qt.ImhDigitsOnly
        Layout.fillWidth: true
        onWritten: words => root.details.setSample("words", Number.parseInt(words) || 0)
    }
}
