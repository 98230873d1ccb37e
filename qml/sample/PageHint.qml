import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Sample

// What one may want to photograph the page again for, while the paper is still at hand: small, beside the page where
// there is desk, in nobody's way.
Item {
    id: root

    required property PageDetails details
    required property bool wanted
    // In one row over a narrow page.
    required property bool narrow

    signal retakeWanted()

    implicitWidth: Theme.dialogWidth / 2
    implicitHeight: grid.implicitHeight + 2 * Theme.space4
    visible: wanted && details.ready && !details.gone && details.hintWords !== ""
    Accessible.role: Accessible.AlertMessage
    Accessible.name: details.hintWords

    CardSurface {
        anchors.fill: parent
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.space4
        anchors.leftMargin: Theme.space12
        columns: root.narrow ? 4 : 3
        columnSpacing: Theme.space8
        rowSpacing: 0

        Icon {
            glyph: Icons.camera
            size: Theme.iconSmall
            color: Theme.pencil
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Label {
            text: root.details.hintWords
            role: Label.Small
            decorative: true
            Layout.fillWidth: true
        }
        IconButton {
            label: qsTr("It is good as it is")
            glyph: Icons.close
            size: Theme.iconSmall
            Layout.row: 0
            Layout.column: root.narrow ? 3 : 2
            onClicked: root.details.dropHints()
        }
        Button {
            kind: Button.Quiet
            text: qsTr("Retake")
            Layout.row: root.narrow ? 0 : 1
            Layout.column: root.narrow ? 2 : 1
            Layout.leftMargin: root.narrow ? 0 : -leftPadding
            onClicked: root.retakeWanted()
        }
    }
}
