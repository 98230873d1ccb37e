import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The inside of RoundAction.
Item {
    id: root

    property string glyph
    property string text

    implicitWidth: Math.ceil(row.implicitWidth)
    implicitHeight: row.implicitHeight

    RowLayout {
        id: row
        anchors.centerIn: parent
        width: Math.min(Math.ceil(implicitWidth), root.width)
        spacing: Theme.space12

        Icon {
            glyph: root.glyph
            size: Theme.iconLarge
            color: Theme.onAction
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Label {
            text: root.text
            role: Label.Title
            strong: true
            decorative: true
            color: Theme.onAction
            visible: text !== ""
            Layout.fillWidth: true
        }
    }
}
