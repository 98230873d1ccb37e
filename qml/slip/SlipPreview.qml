import QtQuick
import QtQuick.Templates as T
import Inkstep.Slip
import Inkstep.Ui

// The sheets, as they will come out.
ListView {
    id: root

    required property SlipPress press
    readonly property real sheetWidth: Math.min(width - 2 * Theme.space24, Theme.readable)

    model: press.sheets
    clip: true
    spacing: Theme.space24
    topMargin: Theme.space12
    bottomMargin: Theme.space24
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    // Sheets that come late do not hide the edge of the first.
    onCountChanged: if (contentY <= 0) positionViewAtBeginning()
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Sheets to print")
    T.ScrollBar.vertical: ScrollEdge {}

    delegate: Item {
        id: one

        required property int index

        width: root.width
        height: sheet.height
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Sheet %1 of %2").arg(index + 1).arg(root.count)

        CardSurface {
            anchors.fill: sheet
            lifted: true
        }
        SlipSheet {
            id: sheet
            opacity: Theme.paperOpacity
            anchors.horizontalCenter: parent.horizontalCenter
            width: root.sheetWidth
            height: Math.round(width * root.press.ratio)
            press: root.press
            sheet: one.index
        }
    }
    Label {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, parent.width - 2 * Theme.space24)
        text: qsTr("Choose who gets a slip to see the sheets here.")
        quiet: true
        horizontalAlignment: Text.AlignHCenter
        visible: root.count === 0
    }
}
