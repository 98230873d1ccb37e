import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Slip
import Inkstep.Ui

// Who gets a slip.
ListView {
    id: root

    required property SlipList list

    model: list
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    keyNavigationEnabled: true
    leftMargin: Theme.space12
    rightMargin: Theme.space12
    bottomMargin: Theme.space16
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Who gets a slip")
    T.ScrollBar.vertical: ScrollEdge {}

    header: FlowRow {
        width: root.width - root.leftMargin - root.rightMargin
        bottomPadding: Theme.space8

        Chip {
            objectName: "slipAll"
            text: qsTr("All")
            onClicked: root.list.chooseAll()
        }
        Chip {
            objectName: "slipNone"
            text: qsTr("None")
            onClicked: root.list.chooseNone()
        }
        Chip {
            objectName: "slipToday"
            text: qsTr("Seen today: %1").arg(root.list.conferredCount)
            accessibleName: qsTr("Those with a conference today: %1").arg(root.list.conferredCount)
            visible: root.list.conferredCount > 0
            onClicked: root.list.chooseConferred()
        }
    }
    delegate: CheckBox {
        id: row

        required property string studentId
        required property string name
        required property string step
        required property string compliment
        required property string languageName

        width: root.width - root.leftMargin - root.rightMargin
        text: name
        subtitle: Theme.listed([step !== "" ? step : compliment, languageName], " · ")
        checked: root.list.chosen[studentId] === true
        onClicked: {
            root.list.choose(studentId, checked);
            checked = Qt.binding(() => root.list.chosen[row.studentId] === true);
        }
        contentItem: RowLayout {
            spacing: Theme.space12

            CheckMark {
                on: row.checked
                Layout.alignment: Qt.AlignVCenter
            }
            ColumnLayout {
                spacing: Theme.space2
                Layout.fillWidth: true

                Label {
                    text: row.name
                    font.weight: Font.Medium
                    decorative: true
                    elides: true
                    Layout.fillWidth: true
                }
                Label {
                    text: row.subtitle
                    role: Label.Small
                    quiet: true
                    decorative: true
                    elides: true
                    Layout.fillWidth: true
                }
            }
        }
    }
}
