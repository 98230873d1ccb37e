import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// Somebody is to be looked at again: who, what was expected, and the answer in one tap. Others that are due lie under it.
Item {
    id: root

    required property CheckBackRows rows
    readonly property int beneath: Math.min(2, rows.dueCount - 1)

    signal folded()

    implicitHeight: inside.implicitHeight + 2 * Theme.space12 + Math.max(0, beneath) * Theme.space8
    Accessible.role: Accessible.AlertMessage
    Accessible.name: Preferences.covered ? qsTr("Check-back: %1").arg(rows.dueName)
                                         : qsTr("Check-back: %1. %2").arg(rows.dueName).arg(rows.dueWords)

    // The edges of the next ones.
    Repeater {
        model: Math.max(0, root.beneath)

        CardSurface {
            required property int index
            readonly property real inset: Theme.space12 * (root.beneath - index)
            z: index - root.beneath
            x: inset
            width: root.width - 2 * inset
            y: Theme.space24
            height: card.height - Theme.space24 + Theme.space8 * (root.beneath - index)
        }
    }
    CardSurface {
        id: card
        width: parent.width
        height: inside.implicitHeight + 2 * Theme.space12
        lifted: true
    }
    ColumnLayout {
        id: inside
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: Theme.space12 }
        spacing: Theme.space4

        RowLayout {
            spacing: Theme.space12
            Layout.fillWidth: true

            Icon {
                glyph: Icons.clock
                color: Theme.action
                Layout.preferredWidth: size
                Layout.preferredHeight: size
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: Theme.space12
                Layout.leftMargin: Theme.space4
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Label {
                    text: root.rows.dueCount > 1 ? qsTr("%1, and %2 more").arg(root.rows.dueName).arg(root.rows.dueCount - 1)
                                                 : root.rows.dueName
                    strong: true
                    decorative: true
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    Layout.fillWidth: true
                }
                ReadingText {
                    text: root.rows.dueWords
                    decorative: true
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    visible: !Preferences.covered && text !== ""
                    Layout.fillWidth: true
                }
            }
            IconButton {
                objectName: "foldCheckBack"
                label: qsTr("Answer it later")
                glyph: Icons.up
                color: Theme.pencil
                Layout.alignment: Qt.AlignTop
                onClicked: root.folded()
            }
        }
        OutcomeButtons {
            rows: root.rows
            checkBackId: root.rows.dueId
            name: root.rows.dueName
            Layout.fillWidth: true
        }
    }
}
