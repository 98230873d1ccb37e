import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Slip
import Inkstep.Ui

// Slips on paper: who gets one, the sheets as they will come out, and the way to the printer.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Slips to print")
    // Printing stays in reach while a bar says what was done.
    readonly property real bottomRoom: bar.visible ? bar.height : 0
    readonly property bool leadsBack: true
    // Under the curtain only names show.
    readonly property bool aboutChildren: true
    readonly property bool wide: widthClass === Theme.Expanded
    readonly property bool empty: slips.ready && slips.count === 0
    // Where there is room for one: the list, or the sheets.
    property bool sheetsShown: false

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    SlipList {
        id: slips
        workspace: Workspace
    }
    SlipPress {
        id: slipPress
        list: slips
        onFileNeeded: bar.saveAsked()
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        PageHeader {
            title: root.title
            subtitle: slips.chosenCount === 0 ? qsTr("Nobody is chosen yet")
                      : slips.chosenCount === 1 ? qsTr("1 slip on 1 sheet")
                      : slipPress.sheets === 0 ? qsTr("%1 slips").arg(slips.chosenCount)
                      : slipPress.sheets === 1 ? qsTr("%1 slips on 1 sheet").arg(slips.chosenCount)
                      : qsTr("%1 slips on %2 sheets").arg(slips.chosenCount).arg(slipPress.sheets)
            backShown: true
            Layout.fillWidth: true
            Layout.margins: Theme.space12
            onBackRequested: root.back()
        }
        SegmentedChoice {
            objectName: "slipView"
            label: qsTr("What to look at")
            options: [qsTr("Who"), qsTr("Sheets")]
            currentIndex: root.sheetsShown ? 1 : 0
            visible: !root.wide && !root.empty
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
            onChosen: index => root.sheetsShown = index === 1
        }
        RowLayout {
            spacing: 0
            visible: !root.empty
            Layout.fillWidth: true
            Layout.fillHeight: true

            SlipChoices {
                list: slips
                focus: true
                visible: root.wide || !root.sheetsShown
                Layout.fillWidth: !root.wide
                Layout.fillHeight: true
                Layout.preferredWidth: Math.min(Theme.dialogWidth, root.width / 2)
            }
            SlipPreview {
                press: slipPress
                visible: root.wide || root.sheetsShown
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
        Item {
            visible: root.empty
            Layout.fillHeight: true
            Layout.fillWidth: true

            EmptyState {
                anchors.centerIn: parent
                room: parent.height
                width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
                glyph: Icons.print
                sentence: qsTr("A slip carries a child’s latest compliment and open next step. Put a note on a page of writing and it can be printed here.")
                actionText: qsTr("Back")
                onActionTriggered: root.back()
            }
        }
        SlipActions {
            id: bar
            press: slipPress
            visible: !root.empty
            Layout.fillWidth: true
        }
    }
}
