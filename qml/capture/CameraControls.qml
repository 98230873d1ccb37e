import QtQuick
import QtQuick.Layouts
import Inkstep.Capture
import Inkstep.Ui

// At the thumb: the last shot, the shutter, import, and where the next shot goes.
Item {
    id: root

    required property bool wide
    required property bool canCapture
    required property bool saving
    required property string lastPageId
    required property int pages
    required property bool newSample
    property string caption: ""

    signal snap()
    signal showLast()
    signal importAsked()
    signal nextSample()

    // Room for a thumbnail and a line below it.
    readonly property int beside: Theme.bigTarget + Theme.target + Theme.space4

    implicitWidth: grid.implicitWidth + Theme.space12 * 2
    implicitHeight: grid.implicitHeight + Theme.space12 * 2

    GridLayout {
        id: grid
        anchors.centerIn: parent
        width: root.wide ? implicitWidth : parent.width - Theme.space24 * 2
        flow: root.wide ? GridLayout.TopToBottom : GridLayout.LeftToRight
        rows: root.wide ? 3 : 1
        columns: root.wide ? 1 : 3
        rowSpacing: Theme.space24
        columnSpacing: Theme.space24

        // As large as what is on the other side, so that the shutter stays in the middle, shot or none.
        LastShot {
            pageId: root.lastPageId
            pages: root.pages
            newSample: root.newSample
            caption: root.caption
            onShow: root.showLast()
            onNextSample: root.nextSample()
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: !root.wide
            Layout.preferredWidth: root.beside
            Layout.preferredHeight: root.beside
        }
        ShutterButton {
            objectName: "shutter"
            enabled: root.canCapture
            saving: root.saving
            onClicked: root.snap()
            Layout.alignment: Qt.AlignCenter
        }
        Item {
            Layout.fillWidth: !root.wide
            Layout.preferredWidth: root.beside
            Layout.preferredHeight: root.beside

            IconButton {
                objectName: "import"
                anchors.centerIn: parent
                label: qsTr("Import pictures")
                glyph: Icons.image
                color: Theme.onNight
                onClicked: root.importAsked()
            }
        }
    }
}
