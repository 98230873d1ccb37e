import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// A child's pieces of writing in a row, the newest first.
ColumnLayout {
    id: root

    required property string studentId

    signal go(string place, var args)

    spacing: Theme.space8

    SampleList {
        id: samples
        workspace: Workspace
        studentId: root.studentId
    }
    SectionHeader {
        title: qsTr("Samples")
        subtitle: samples.count > 0 ? qsTr("Pieces of writing: %1").arg(samples.count) : ""
        actionText: samples.count > 4 ? qsTr("Show all") : ""
        Layout.fillWidth: true
        onActionTriggered: root.go("samples", { studentId: root.studentId })
    }
    ListView {
        id: strip
        readonly property int side: Theme.target * 3
        orientation: ListView.Horizontal
        clip: true
        spacing: Theme.space12
        reuseItems: true
        model: samples
        boundsBehavior: Flickable.StopAtBounds
        visible: samples.count > 0
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Samples")
        Layout.fillWidth: true
        Layout.preferredHeight: side + Theme.body * 4

        delegate: SampleTile {
            width: strip.side
            height: strip.height
            onClicked: if (pageId !== "") root.go("page", { pageId: pageId })
        }
    }
    Label {
        text: qsTr("Nothing is here yet. One page every two weeks shows how a writer grows.")
        quiet: true
        visible: samples.ready && samples.count === 0
        Layout.fillWidth: true
    }
}
