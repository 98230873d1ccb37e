import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Child

// Who it is, and what can be done for this child at once.
PageHeader {
    id: root

    required property ChildDetails child
    required property bool narrow

    signal leaving()
    signal importWanted()
    signal go(string place, var args)

    title: child.name
    subtitle: Theme.listed([child.grade, child.lastSeen === "" ? "" : qsTr("last page %1").arg(child.lastSeen), child.about], " · ")
    backShown: true
    onBackRequested: root.leaving()

    IconButton {
        label: qsTr("Edit student")
        glyph: Icons.edit
        enabled: root.child.ready && !root.child.gone
        onClicked: root.go("editStudent", { studentId: root.child.studentId })
    }
    IconButton {
        label: qsTr("Bring in pictures")
        glyph: Icons.importFile
        enabled: root.child.ready && !root.child.gone
        onClicked: root.importWanted()
    }
    Button {
        kind: Button.Primary
        glyph: Icons.camera
        text: qsTr("Snap")
        accessibleName: qsTr("Photograph a page of %1").arg(root.child.name)
        enabled: root.child.ready && !root.child.gone
        onClicked: root.go("camera", { studentId: root.child.studentId })
    }
}
