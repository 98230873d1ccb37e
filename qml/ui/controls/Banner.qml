import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// Something to know, at the top of a page: what happened, what is safe, what to do.
Rectangle {
    id: root

    required property string text
    // One of Theme.Calm, Theme.Info, Theme.Alert, Theme.Good.
    property int tone: Theme.Info
    property string title: ""
    property string glyph: tone === Theme.Alert ? Icons.warning : tone === Theme.Good ? Icons.checkCircle : Icons.info
    property string actionText: ""
    property bool closable: false

    signal actionTriggered()
    signal closed()

    // The action stands beside the sentence only where the sentence keeps a good width.
    readonly property bool beside: width - aside.implicitWidth > Theme.dialogWidth

    implicitWidth: Theme.dialogWidth
    implicitHeight: row.implicitHeight + Theme.space8 * 2
    radius: Theme.radiusCard
    color: Theme.toneTint(tone)
    border.width: Theme.dark ? Theme.hairline : 0
    border.color: Theme.line

    Accessible.role: Accessible.AlertMessage
    Accessible.name: Theme.listed([title, text], ". ")

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Theme.space8
        anchors.leftMargin: Theme.space16
        spacing: Theme.space12

        Icon {
            glyph: root.glyph
            color: Theme.toneColor(root.tone)
            Layout.preferredWidth: size
            Layout.preferredHeight: size
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.space12
        }
        Column {
            topPadding: Theme.space12
            bottomPadding: root.actionText !== "" && !root.beside ? 0 : Theme.space12
            spacing: Theme.space2
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignVCenter

            Label {
                width: parent.width
                text: root.title
                font.weight: Font.DemiBold
                decorative: true
                visible: text !== ""
            }
            Label {
                width: parent.width
                text: root.text
                decorative: true
            }
            Button {
                id: below
                // Its words begin where the sentence begins.
                x: Theme.rightToLeft ? parent.width - width + leftPadding : -leftPadding
                width: Math.min(Math.ceil(implicitWidth), parent.width + leftPadding)
                kind: Button.Quiet
                text: root.actionText
                visible: text !== "" && !root.beside
                onClicked: root.actionTriggered()
            }
        }
        Button {
            id: aside
            kind: Button.Quiet
            text: root.actionText
            visible: text !== "" && root.beside
            onClicked: root.actionTriggered()
        }
        IconButton {
            label: qsTr("Close")
            glyph: Icons.close
            size: Theme.iconSmall
            visible: root.closable
            Layout.alignment: Qt.AlignTop
            onClicked: root.closed()
        }
    }
}
