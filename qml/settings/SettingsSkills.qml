import QtQuick
import QtQuick.Layouts
import Inkstep.Settings
import Inkstep.Ui

// The way to what a class teaches with: its skills, traits, ladder and thresholds.
Card {
    id: root

    signal bankAsked()

    SectionHeader {
        title: qsTr("Skills and support")
        Layout.fillWidth: true
    }
    ListRow {
        objectName: "bank"
        title: qsTr("Skill bank, ladder and thresholds")
        subtitle: qsTr("What notes are made from with one tap, in which languages, and what your marks mean")
        glyph: Icons.bookmark
        chevron: true
        Layout.fillWidth: true
        onClicked: root.bankAsked()
    }
}
