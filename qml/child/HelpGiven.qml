import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Sample
import Inkstep.Child

// The most help given in this conference, if one wants to keep it: one tap, the same tap again takes it back.
ColumnLayout {
    id: root

    required property ConferenceKeeper talk

    spacing: Theme.space4

    Label {
        text: qsTr("How much help did you give?")
        strong: true
        Layout.fillWidth: true
    }
    FiveCircles {
        level: root.talk.level
        circles: 4
        standing: qsTr("%1, as said")
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("How much help did you give?")
        Layout.fillWidth: true
        onChosen: level => root.talk.support(level)
    }
}
