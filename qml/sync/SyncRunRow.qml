import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One sync: when, what went through, and what was wrong.
Card {
    id: root

    required property string when
    required property string what
    required property string trouble

    spacing: Theme.space4
    Accessible.role: Accessible.ListItem
    Accessible.name: Theme.listed([when, what, trouble])

    Label {
        text: root.when
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
    Label {
        text: root.what
        Layout.fillWidth: true
    }
    Label {
        visible: root.trouble !== ""
        text: root.trouble
        color: Theme.alert
        Layout.fillWidth: true
    }
}
