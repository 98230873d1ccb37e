import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Settings
import Inkstep.Ui

// Appearance, size of text, hand, motion, curtain. Everything works at once; nothing has to be saved.
Card {
    id: root

    // The size the slider shows follows the finger, the page only when it is let go: it must not move under it.
    readonly property real shownScale: size.pressed ? size.value / 100 : Theme.textScale

    SectionHeader {
        title: qsTr("On this device")
        Layout.fillWidth: true
    }

    Label {
        text: qsTr("Appearance")
        font.weight: Font.Medium
        Layout.fillWidth: true
        Layout.bottomMargin: -Theme.space8
    }
    SegmentedChoice {
        objectName: "appearance"
        label: qsTr("Appearance")
        options: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
        glyphs: [Icons.contrast, Icons.sun, Icons.moon]
        currentIndex: Preferences.appearance
        Layout.fillWidth: true
        onChosen: index => Preferences.appearance = index
    }

    Slider {
        id: size
        objectName: "textSize"
        label: qsTr("Size of text")
        valueText: qsTr("%1 %").arg(Math.round(root.shownScale * 100))
        from: 100
        to: 200
        stepSize: 5
        snapMode: Slider.SnapAlways
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        onMoved: if (!pressed) Preferences.textScale = value / 100
        onPressedChanged: if (!pressed) Preferences.textScale = value / 100

        Binding on value {
            value: Math.round(Theme.textScale * 100)
            when: !size.pressed
            restoreMode: Binding.RestoreNone
        }
    }
    Rectangle {
        color: Theme.inset
        radius: Theme.radiusCard
        implicitHeight: sample.implicitHeight + Theme.space12 * 2
        Layout.fillWidth: true

        ReadingText {
            id: sample
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space12 }
            text: qsTr("Your lead made me want to read on.")
            font.pixelSize: Math.round(Theme.body / Theme.textScale * root.shownScale)
        }
    }
    Button {
        objectName: "systemTextSize"
        visible: Preferences.textScale > 0
        text: qsTr("Follow the system’s size")
        kind: Button.Quiet
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        onClicked: Preferences.textScale = 0
    }

    Label {
        text: qsTr("The hand that taps")
        font.weight: Font.Medium
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: -Theme.space8
    }
    SegmentedChoice {
        objectName: "hand"
        label: qsTr("The hand that taps")
        options: [qsTr("Left"), qsTr("Right")]
        currentIndex: Preferences.leftHanded ? 0 : 1
        Layout.fillWidth: true
        onChosen: index => Preferences.leftHanded = index === 0
    }

    Switch {
        id: motion
        objectName: "reducedMotion"
        text: qsTr("Less motion")
        checked: Preferences.reducedMotion
        Layout.fillWidth: true
        onToggled: Preferences.reducedMotion = checked
    }
    Switch {
        id: dim
        objectName: "dim"
        text: qsTr("Dim among writers")
        subtitle: qsTr("Near black and still, so that a carried tablet disturbs nobody. Also on the sheet.")
        checked: Preferences.dim
        Layout.fillWidth: true
        onToggled: Preferences.dim = checked
    }
    Switch {
        id: curtain
        objectName: "curtainAlways"
        text: qsTr("Names only at the start")
        subtitle: qsTr("Opens with the curtain drawn: no notes, no marks, no days, until it is lifted.")
        checked: Preferences.curtain
        Layout.fillWidth: true
        onToggled: Preferences.curtain = checked
    }
}
