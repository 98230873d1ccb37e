import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Ui

// While a block runs: minutes gone of those planned, and Stop. When one was left running: how long was it held?
// One line at the top of Today; a tap on it opens the block.
FocusScope {
    id: root

    required property BlockNow block
    readonly property bool asks: block.leftRunning

    signal asked()
    // Somebody stopped it here: now comes what ended it.
    signal stopped()

    visible: block.running
    implicitHeight: visible ? row.implicitHeight : 0
    Layout.preferredHeight: implicitHeight

    CardSurface {
        anchors.fill: parent
    }
    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.space4

        TapArea {
            id: face
            objectName: "blockBar"
            accessibleName: root.asks ? qsTr("The block of %1 was not stopped. How long did they write?").arg(root.block.startedOn)
                                      : qsTr("Writing block, %1 of %2 minutes").arg(root.block.passed).arg(root.block.planned)
            leftPadding: Theme.space16
            rightPadding: Theme.space8
            topPadding: Theme.space8
            bottomPadding: Theme.space8
            Layout.fillWidth: true
            onClicked: root.asked()
            contentItem: ColumnLayout {
                spacing: Theme.space4

                Label {
                    text: root.asks ? face.accessibleName
                                    : qsTr("Writing · %1 of %2 min").arg(root.block.passed).arg(root.block.planned)
                    decorative: true
                    font.weight: Font.Medium
                    Layout.fillWidth: true
                }
                ProgressBar {
                    visible: !root.asks
                    label: face.accessibleName
                    value: root.block.planned > 0 ? root.block.passed / root.block.planned : 0
                    implicitHeight: Theme.space4
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
        }
        Button {
            objectName: "stop"
            kind: Button.Quiet
            text: root.asks ? qsTr("%1 min").arg(root.block.planned) : qsTr("Stop")
            accessibleName: root.asks ? qsTr("It was held %1 minutes, as planned").arg(root.block.planned) : qsTr("Stop the block")
            onClicked: {
                if (root.asks) {
                    root.block.stopAfter(root.block.planned);
                } else {
                    root.block.stop();
                    root.stopped();
                }
            }
        }
    }
}
