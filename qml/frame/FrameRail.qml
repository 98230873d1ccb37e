import QtQuick
import QtQuick.Layouts
import Inkstep.Frame
import Inkstep.Ui

// The places down the side, where there is width for it.
NavigationRail {
    id: root

    required property var entries // of FramePlace
    required property string current

    signal chosen(string place)

    Repeater {
        model: root.entries

        NavigationItem {
            required property FramePlace modelData
            objectName: "rail-" + modelData.place
            label: modelData.label
            glyph: modelData.glyph
            badge: modelData.badge
            selected: modelData.place === root.current
            Layout.fillWidth: true
            onClicked: root.chosen(modelData.place)
        }
    }
}
