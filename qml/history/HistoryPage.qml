import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Data
import Inkstep.History
import Inkstep.Ui

// Everything that was done in this notebook, newest first.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("History")
    // Under the curtain only names show.
    readonly property bool aboutChildren: true

    signal go(string place, var args)
    signal back()

    HistoryList {
        id: history
        workspace: Workspace
    }

    ListView {
        id: list
        width: Math.min(parent.width - Theme.space16 * 2, Theme.readable)
        anchors { top: parent.top; bottom: parent.bottom; horizontalCenter: parent.horizontalCenter }
        model: history
        focus: true
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        bottomMargin: Theme.space32
        Accessible.role: Accessible.List
        Accessible.name: root.title

        T.ScrollBar.vertical: ScrollEdge {}

        header: PageHeader {
            id: head
            property real before: 0
            width: list.width
            // Words that come late or wrap make it higher: who is at the top stays there.
            onHeightChanged: {
                if (Math.abs(list.contentY + before) <= 1)
                    list.positionViewAtBeginning();
                before = height;
            }
            title: root.title
            subtitle: history.count > 0 ? qsTr("Undo any of it, however long ago. What somebody wrote since stays.") : ""
        }

        section.property: "day"
        section.delegate: Label {
            required property string section
            width: list.width
            text: section
            strong: true
            role: Label.Title
            topPadding: Theme.space24
            bottomPadding: Theme.space4
        }

        delegate: HistoryEntry {
            width: list.width
            // The last of a part only tells that there are older ones.
            visible: !history.more || index < history.count - 1
            height: visible ? implicitHeight : 0
            onUndoAsked: history.undo(index)
        }

        footer: Item {
            width: list.width
            implicitHeight: history.more ? more.implicitHeight + Theme.space16 * 2 : 0

            Button {
                id: more
                objectName: "more"
                visible: history.more
                text: qsTr("Show older ones")
                kind: Button.Quiet
                anchors.centerIn: parent
                onClicked: history.showMore()
            }
        }
    }

    EmptyState {
        visible: history.ready && history.count === 0
        width: Math.min(Theme.dialogWidth, root.width - Theme.space24 * 2)
        anchors.centerIn: parent
        room: parent.height
        glyph: Icons.history
        sentence: qsTr("Every change of this notebook shows here, and each can be undone.")
        actionText: qsTr("To today")
        onActionTriggered: root.go("today", {})
    }
}
