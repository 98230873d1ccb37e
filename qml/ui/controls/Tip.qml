import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// A few words above the thing the pointer rests on or a finger holds.
T.ToolTip {
    id: root

    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: -height - Theme.space4
    width: Math.min(implicitWidth, Theme.dialogWidth / 2)
    implicitWidth: Math.ceil(implicitContentWidth) + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    margins: Theme.space8
    leftPadding: Theme.space12
    rightPadding: Theme.space12
    topPadding: Theme.space8
    bottomPadding: Theme.space8
    delay: Theme.tipDelay
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent | T.Popup.CloseOnReleaseOutsideParent

    contentItem: Label {
        text: root.text
        role: Label.Small
        color: Theme.onBar
        decorative: true
    }
    background: Rectangle {
        color: Theme.bar
        radius: Theme.space8
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }
}
