import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The line under a field: what helps, or what is wrong, with a shape so that it reads without color.
RowLayout {
    id: root

    property string help: ""
    property string error: ""

    spacing: Theme.space4
    visible: help !== "" || error !== ""

    Icon {
        glyph: Icons.warning
        size: Theme.small
        color: Theme.alert
        visible: root.error !== ""
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Theme.space2
        Layout.preferredWidth: size
        Layout.preferredHeight: size
    }
    Label {
        text: root.error !== "" ? root.error : root.help
        role: Label.Small
        color: root.error !== "" ? Theme.alert : Theme.pencil
        Layout.fillWidth: true
    }
}
