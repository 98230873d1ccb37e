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
        GridLayout {
            id: inside
            readonly property bool stacked: action.visible
                && words.longest + action.implicitWidth + Theme.space32 > width
            columns: stacked ? 1 : 2
            columnSpacing: Theme.space8
            rowSpacing: 0
            Layout.fillWidth: true

            ColumnLayout {
                id: words
                readonly property real longest: Math.max(heading.implicitWidth, Math.min(sentence.implicitWidth, Theme.dialogWidth / 2))
                spacing: Theme.space2
                Layout.fillWidth: true
                Layout.topMargin: Theme.space12
                Layout.bottomMargin: Theme.space12

                Label {
                    id: heading
                    text: root.title
                    font.weight: Font.DemiBold
                    decorative: true
                    visible: text !== ""
                    Layout.fillWidth: true
                }
                Label {
                    id: sentence
                    text: root.text
                    decorative: true
                    Layout.fillWidth: true
                }
            }
            Button {
                id: action
                kind: Button.Quiet
                text: root.actionText
                visible: text !== ""
                Layout.maximumWidth: inside.width
                onClicked: root.actionTriggered()
            }
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
