import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Students
import Inkstep.Ui

// Many students at once: paste, look, add.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Add students")
    readonly property bool wide: widthClass === Theme.Expanded

    signal go(string place, var args)
    signal back()

    NamesReader {
        id: reader
        objectName: "reader"
        workspace: Workspace
        onAdded: root.back()
        onTextChanged: if (names.text !== text) names.text = text
    }

    ScrollColumn {
        id: scroll
        anchors.fill: parent
        maximumWidth: root.wide ? Theme.readable * 2 : Theme.readable

        PageHeader {
            title: root.title
            subtitle: qsTr("A list as you have it: pasted, typed, or a CSV file.")
            Layout.fillWidth: true
        }
        GridLayout {
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.space32
            rowSpacing: Theme.space16
            Layout.fillWidth: true

            ColumnLayout {
                spacing: Theme.space12
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop

                TextArea {
                    id: names
                    objectName: "names"
                    label: qsTr("Names")
                    placeholderText: qsTr("Ana Silva\nLeo Park\nMaya Okafor")
                    lines: root.wide ? 12 : 5
                    error: reader.problem
                    focus: true
                    Layout.fillWidth: true
                    input.onTextChanged: reader.text = names.text
                }
                NamesFile {
                    Layout.fillWidth: true
                    onChosen: file => reader.readFile(file)
                }
            }
            NamesPreview {
                reader: reader
                Layout.fillWidth: true
                Layout.preferredWidth: Theme.dialogWidth
                Layout.alignment: Qt.AlignTop
            }
        }
        Button {
            objectName: "add"
            text: reader.chosen === 0 ? qsTr("Add students")
                  : reader.chosen === 1 ? qsTr("Add 1 student") : qsTr("Add %1 students").arg(reader.chosen)
            kind: Button.Primary
            glyph: Icons.plus
            enabled: reader.chosen > 0
            Layout.fillWidth: !root.wide
            Layout.alignment: Qt.AlignLeft
            onClicked: reader.add()
        }
    }

    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: drop => {
            if (drop.hasUrls && drop.urls.length > 0) {
                drop.accept(Qt.CopyAction);
                reader.readFile(drop.urls[0]);
            }
        }
    }
}
