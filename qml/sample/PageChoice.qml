import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Which page to lay beside: the writer's other samples, the newest first.
Item {
    id: root

    required property string studentId
    required property string except

    signal chosen(string pageId)

    SampleList {
        id: samples
        workspace: Workspace
        studentId: root.studentId
    }
    Label {
        id: question
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        padding: Theme.space16
        text: qsTr("Which page beside it?")
        role: Label.Title
        horizontalAlignment: Text.AlignHCenter
    }
    GridView {
        id: grid
        anchors.top: question.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.space12
        visible: !nothing.visible
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        cellWidth: Math.floor(width / Math.max(2, Math.floor(width / (Theme.target * 4))))
        cellHeight: Math.round(cellWidth * 0.95) + Theme.body * 2 + Theme.space24
        model: samples
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: question.text

        delegate: SampleTile {
            width: grid.cellWidth - Theme.space12
            height: grid.cellHeight - Theme.space12
            enabled: pageId !== "" && pageId !== root.except
            onClicked: root.chosen(pageId)
        }
    }
    EmptyState {
        id: nothing
        anchors.centerIn: grid
        room: grid.height
        width: Math.min(grid.width, Theme.dialogWidth)
        visible: samples.ready && samples.count < 2
        glyph: Icons.images
        sentence: qsTr("There is no other sample of this writer yet.")
    }
}
