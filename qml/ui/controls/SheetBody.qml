import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The inside of a dialog: title, sentence, body that scrolls when it must, buttons that always stay in view.
Item {
    id: root

    property string title
    property string message
    property string acceptText
    property string rejectText
    property bool acceptEnabled: true
    property bool danger: false
    property alias body: column.data
    readonly property alias lift: lift

    signal acceptPressed()
    signal rejectPressed()

    readonly property bool hasButtons: acceptText !== "" || rejectText !== ""
    readonly property real gap: Theme.space24
    readonly property bool stacked: acceptText !== "" && rejectText !== ""
                                    && accept.implicitWidth + reject.implicitWidth + Theme.space12 > width

    implicitHeight: column.implicitHeight + (root.hasButtons ? buttons.implicitHeight + gap : 0)
    LayoutMirroring.enabled: Theme.rightToLeft
    LayoutMirroring.childrenInherit: true
    transform: Translate {
        id: lift
    }

    ScrollColumn {
        id: scroll
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: root.hasButtons ? buttons.top : parent.bottom
        anchors.bottomMargin: root.hasButtons ? root.gap : 0
        margin: 0

        ColumnLayout {
            id: column
            spacing: Theme.space12
            Layout.fillWidth: true

            Label {
                text: root.title
                role: Label.Title
                strong: true
                visible: text !== ""
                Layout.fillWidth: true
            }
            Label {
                text: root.message
                quiet: true
                visible: text !== ""
                Layout.fillWidth: true
            }
        }
    }
    GridLayout {
        id: buttons
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: root.stacked ? root.width : Math.min(root.width, implicitWidth)
        columns: root.stacked ? 1 : 2
        rowSpacing: Theme.space8
        columnSpacing: Theme.space12
        visible: root.hasButtons

        Button {
            id: reject
            kind: Button.Quiet
            text: root.rejectText
            visible: text !== ""
            Layout.row: root.stacked ? 1 : 0
            Layout.column: 0
            Layout.fillWidth: root.stacked
            onClicked: root.rejectPressed()
        }
        Button {
            id: accept
            kind: root.danger ? Button.Danger : Button.Primary
            text: root.acceptText
            enabled: root.acceptEnabled
            visible: text !== ""
            Layout.row: 0
            Layout.column: root.stacked ? 0 : 1
            Layout.fillWidth: root.stacked
            onClicked: root.acceptPressed()
        }
    }
}
