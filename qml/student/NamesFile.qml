import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A file of names: picked here, or dropped anywhere on the page.
ColumnLayout {
    id: root

    signal chosen(url file)

    spacing: Theme.space4

    Button {
        objectName: "chooseFile"
        text: qsTr("Choose a CSV file")
        glyph: Icons.importFile
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: picker.active ? (picker.item as NamesPicker).open() : (picker.active = true)
    }
    // The file dialog brings a whole style with it: made when it is asked for.
    Loader {
        id: picker
        active: false
        source: "NamesPicker.qml"
        onLoaded: (item as NamesPicker).open()

        Connections {
            target: picker.item
            ignoreUnknownSignals: true
            function onChosen(file: url): void {
                root.chosen(file);
            }
        }
    }
}
