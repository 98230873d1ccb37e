import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// Pages from files for the writer or the sample at hand, by picker, drop or paste, with how far they are.
PictureImport {
    id: root

    onNothingThere: nothing.visible = true

    ImportProgress {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.bigTarget + Theme.space12
        width: Math.min(root.width - 2 * Theme.space16, Theme.dialogWidth)
    }
    Banner {
        id: nothing
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: Theme.bigTarget + Theme.space12
        width: Math.min(root.width - 2 * Theme.space16, Theme.dialogWidth)
        text: qsTr("There is no picture on the clipboard. Copy one first.")
        visible: false
        closable: true
        onClosed: visible = false
    }
}
