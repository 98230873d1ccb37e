import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sample
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

    PageDetails {
        id: details
        workspace: Workspace
        pageId: root.pageId
    }
    TapArea {
        id: shot
        objectName: "lastShot"
        visible: root.pageId !== ""
        accessibleName: mark.visible ? qsTr("Last page, kept. %1 Show it").arg(details.hintWords) : qsTr("Last page, kept. Show it")
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
            source: details.ready && !details.gone ? "image://photo/" + details.pageId + "/thumbnail/" + details.turns + "/plain/" + details.picture : ""
            sourceSize { width: shot.width * 2; height: shot.height * 2 }
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            clip: true

            // A look may be worth it; nothing is asked, and the next shutter is where it was.
            Rectangle {
                id: mark
                objectName: "lastShotHint"
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                width: Theme.iconSmall + Theme.space8
                height: width
                radius: width / 2
                color: Theme.night
                visible: details.ready && !details.gone && details.hintWords !== ""

                Icon {
                    anchors.centerIn: parent
                    glyph: Icons.warning
                    size: Theme.iconSmall
                    color: Theme.onNight
                }
            }
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
