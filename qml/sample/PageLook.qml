import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Sample

// How the page is shown, one tap each: the photograph as it was taken, the sheet lying flat, the sheet with its writing
// strong. Beside it, where the sheet's edges are.
RowLayout {
    id: root

    required property PageDetails details
    required property bool usable
    // Pictures only, where words would not fit.
    property bool tight: false

    signal edgesWanted()

    spacing: Theme.space4

    SegmentedChoice {
        id: choice
        objectName: "pageLook"
        label: qsTr("How the page is shown")
        options: [qsTr("As shot"), qsTr("Page"), qsTr("Clear")]
        glyphs: root.tight ? [] : [Icons.image, Icons.page, Icons.contrast]
        enabled: root.usable
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        onChosen: index => root.details.setLook(index)

        // Also after undo, and when another tablet chose.
        Binding on currentIndex {
            value: root.details.look
        }
    }
    IconButton {
        objectName: "pageEdges"
        label: qsTr("Edges of the page")
        glyph: Icons.crop
        enabled: root.usable
        onClicked: root.edgesWanted()
    }
}
