import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// A value on a line, with its name and how it reads.
T.Slider {
    id: root

    required property string label
    // How the value reads, as in "120 %"; also for the screen reader.
    property string valueText: ""

    implicitWidth: Theme.dialogWidth / 2
    implicitHeight: topPadding + Theme.target
    topPadding: words.height
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : Theme.disabledOpacity

    Accessible.role: Accessible.Slider
    Accessible.name: label
    Accessible.description: valueText
    Accessible.onIncreaseAction: { increase(); moved(); }
    Accessible.onDecreaseAction: { decrease(); moved(); }

    Item {
        id: words
        width: root.width
        height: Math.max(name.implicitHeight, reading.implicitHeight)

        Label {
            id: name
            anchors.left: parent.left
            width: parent.width - (reading.visible ? reading.implicitWidth + Theme.space8 : 0)
            text: root.label
            font.weight: Font.Medium
            decorative: true
        }
        Label {
            id: reading
            anchors.right: parent.right
            text: root.valueText
            quiet: true
            decorative: true
            visible: text !== ""
        }
    }

    background: Item {
        x: root.leftPadding
        y: root.topPadding
        width: root.availableWidth
        height: root.availableHeight

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: Theme.space4
            radius: height / 2
            color: Theme.line
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            x: root.mirrored ? parent.width - width : 0
            width: root.position * parent.width
            height: Theme.space4
            radius: height / 2
            color: Theme.action
        }
    }
    handle: Item {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: root.topPadding + (root.availableHeight - height) / 2
        implicitWidth: Theme.iconSize
        implicitHeight: Theme.iconSize

        SoftShadow {
            anchors.fill: parent
            anchors.topMargin: Theme.space2
            radius: height / 2
            blur: Theme.space8
            color: Theme.shadow
            strength: Theme.shadowStrength * 2
        }
        Rectangle {
            anchors.fill: parent
            radius: height / 2
            color: Theme.action
            scale: root.pressed ? 1 + Theme.space2 / Theme.space12 : 1

            Behavior on scale {
                NumberAnimation { duration: Theme.quick }
            }
        }
        FocusRing {
            shown: root.visualFocus
            around: parent.height / 2
        }
    }
}
