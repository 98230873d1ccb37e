import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// What was sent and fetched, when, and what went wrong; newest first.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Earlier syncs")

    signal go(string place, var args)
    signal back()

    Component.onCompleted: SyncService.readHistory()

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space12

        PageHeader {
            title: root.title
            backShown: true
            onBackRequested: root.back()
            Layout.fillWidth: true
        }
        EmptyState {
            objectName: "noRuns"
            visible: SyncService.history.length === 0
            glyph: Icons.history
            sentence: qsTr("Nothing has been sent or fetched yet. Every sync that moves something is listed here, and every one that fails.")
            Layout.fillWidth: true
        }
        Repeater {
            model: SyncService.history

            SyncRunRow {
                required property var modelData
                when: modelData.when
                what: modelData.what
                trouble: modelData.trouble
                Layout.fillWidth: true
            }
        }
    }
}
