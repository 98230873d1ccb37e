import QtQuick
import QtQuick.Layouts
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// The two-weekly sample in the pane: how many are in, who is not, and the pile for those.
ColumnLayout {
    id: root

    required property RoundList round
    readonly property int mostNames: 8

    signal collectAsked()

    spacing: Theme.space8

    Label {
        text: qsTr("Two-weekly sample")
        strong: true
        role: Label.Title
        Layout.fillWidth: true
    }
    GridLayout {
        columns: root.width > Theme.body * 16 ? 2 : 1
        columnSpacing: Theme.space8
        rowSpacing: Theme.space8
        Layout.fillWidth: true

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: root.round.missing === 0 ? qsTr("Everybody is in.")
                                               : qsTr("%1 of %2 students").arg(root.round.inside).arg(root.round.count)
                Layout.fillWidth: true
            }
            Label {
                visible: root.round.missing > 0
                text: root.round.missing > root.mostNames
                      ? qsTr("By %1").arg(root.round.lastDay)
                      : qsTr("Still missing by %1: %2").arg(root.round.lastDay).arg(Theme.listed(root.round.missingNames))
                role: Label.Small
                quiet: true
                maximumLineCount: 3
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
        Button {
            objectName: "collect"
            visible: root.round.missing > 0
            text: qsTr("Collect %1").arg(root.round.missing)
            accessibleName: qsTr("Collect the %1 missing samples").arg(root.round.missing)
            glyph: Icons.camera
            leftPadding: Theme.space16
            Layout.maximumWidth: root.width
            onClicked: root.collectAsked()
        }
    }
    ProgressBar {
        label: qsTr("Two-weekly sample: %1 of %2 students").arg(root.round.inside).arg(root.round.count)
        value: root.round.count > 0 ? root.round.inside / root.round.count : 0
        color: Theme.good
        Layout.fillWidth: true
    }
}
