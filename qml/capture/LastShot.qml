import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The corner that says: it is kept. Tap to see it; or begin the next piece of writing.
ColumnLayout {
    id: root

    required property string pageId
    required property int pages
    required property bool newSample
    // Whose it is, where the next shot is another child's; then no more pages are offered.
    property string caption: ""

    signal show()
    signal nextSample()

    spacing: Theme.space4
    opacity: pageId === "" ? 0 : 1
    enabled: pageId !== ""

    TapArea {
        id: shot
        objectName: "lastShot"
        visible: root.pageId !== ""
        accessibleName: qsTr("Last page, kept. Show it")
        implicitWidth: Theme.bigTarget
        implicitHeight: Theme.bigTarget
        onClicked: root.show()
        Layout.alignment: Qt.AlignHCenter

        background: Rectangle {
            color: Theme.night
            radius: Theme.radiusNote
            border { width: Theme.stroke; color: Theme.onNight }
        }
        contentItem: Image {
            source: root.pageId === "" ? "" : "image://photo/" + root.pageId + "/thumbnail/0"
            sourceSize { width: shot.width * 2; height: shot.height * 2 }
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            clip: true
        }
    }
    TapArea {
        id: next
        objectName: "nextSample"
        visible: root.pageId !== "" && root.caption === ""
        enabled: !root.newSample
        accessibleName: root.newSample ? qsTr("The next shot begins a new piece of writing")
                                       : qsTr("The next shot is page %1 of this piece. Begin a new piece instead").arg(root.pages + 1)
        onClicked: root.nextSample()
        Layout.alignment: Qt.AlignHCenter
        contentItem: Label {
            text: root.newSample ? qsTr("New piece") : qsTr("Page %1 next").arg(root.pages + 1)
            role: Label.Small
            color: Theme.onNight
            decorative: true
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
        }
    }
    Label {
        visible: root.caption !== ""
        text: root.caption
        role: Label.Small
        color: Theme.onNight
        elides: true
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
