import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Child

// Who it is, and what can be done for this child at once; under the name where the window is narrow.
GridLayout {
    id: root

    required property ChildDetails child
    required property ConferenceKeeper talk
    required property bool narrow
    readonly property bool usable: child.ready && !child.gone
    // What can be done has no room beside the name.
    readonly property bool tight: narrow || actions.oneLine > width * 0.6

    signal leaving()
    signal importWanted()
    signal comeBackWanted()
    signal go(string place, var args)

    Ways {
        id: ways
        workspace: Workspace
    }

    columns: tight ? 1 : 2
    rowSpacing: Theme.space8
    columnSpacing: Theme.space8

    PageHeader {
        title: root.child.name
        subtitle: root.talk.running ? (root.talk.minutes < 1 ? qsTr("Conference, just begun; leaving saves")
                                                             : qsTr("Conference, %1 min; leaving saves").arg(root.talk.minutes))
                  : Theme.listed([root.child.grade, root.child.lastSeen === "" ? "" : qsTr("last page %1").arg(root.child.lastSeen),
                                  root.child.about], " · ")
        backShown: true
        Layout.fillWidth: true
        onBackRequested: root.leaving()
    }
    GridLayout {
        id: actions

        readonly property real oneLine: icons.implicitWidth + comeBack.implicitWidth + snap.implicitWidth + 2 * Theme.space4

        columns: root.tight && oneLine > root.width ? 1 : 2
        rowSpacing: Theme.space4
        columnSpacing: Theme.space4
        Layout.fillWidth: root.tight
        Layout.alignment: Qt.AlignTop

        RowLayout {
            id: icons
            spacing: Theme.space4

            IconButton {
                label: qsTr("Edit student")
                glyph: Icons.edit
                enabled: root.usable
                onClicked: root.go("editStudent", { studentId: root.child.studentId })
            }
            IconButton {
                label: qsTr("Bring in pictures")
                glyph: Icons.importFile
                enabled: root.usable
                onClicked: root.importWanted()
            }
            IconButton {
                objectName: "childSlip"
                label: qsTr("Slip")
                glyph: Icons.noteText
                enabled: root.usable
                onClicked: root.go("slip", { studentId: root.child.studentId })
            }
        }
        GridLayout {
            // Large words get a line of their own rather than being broken.
            columns: root.tight && comeBack.implicitWidth + snap.implicitWidth + Theme.space4 > root.width ? 1 : 2
            rowSpacing: Theme.space4
            columnSpacing: Theme.space4
            Layout.fillWidth: root.tight

            Button {
                id: comeBack
                objectName: "comeBack"
                glyph: Icons.clock
                text: qsTr("Come back")
                accessibleName: qsTr("Come back to %1 in %2 minutes").arg(root.child.name).arg(ways.checkBackMinutes)
                enabled: root.usable
                leftPadding: Theme.space16
                Layout.fillWidth: root.tight
                onClicked: root.comeBackWanted()
            }
            Button {
                id: snap
                kind: Button.Primary
                glyph: Icons.camera
                text: qsTr("Snap")
                accessibleName: qsTr("Photograph a page of %1").arg(root.child.name)
                enabled: root.usable
                leftPadding: Theme.space16
                Layout.fillWidth: root.tight
                onClicked: root.go("camera", { studentId: root.child.studentId })
            }
        }
    }
}
