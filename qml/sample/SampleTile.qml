import QtQuick
import Inkstep.Ui

// One sample in the gallery. Thousands pass by in a flick: few items, no bindings that make objects, its picture small and
// decoded elsewhere.
TapArea {
    id: root

    required property string sampleId
    required property string pageId
    required property string name
    required property string heading
    required property string day
    required property int turns
    required property string look
    required property int noticed
    required property int wonders
    required property int steps
    required property bool openStep

    readonly property int textHeight: nameLine.height + dayLine.height + Theme.space8

    accessibleRole: Accessible.ListItem
    accessibleName: qsTr("%1, %2, %3, notes: %4").arg(name).arg(heading).arg(day).arg(noticed + wonders + steps)
    Accessible.description: openStep ? qsTr("a next step is open") : ""

    background: Rectangle {
        radius: Theme.radiusCard
        color: root.isPressed ? Theme.inset : Theme.card
        border.width: Theme.hairline
        border.color: root.isHovered ? Theme.outline : Theme.line
    }

    Image {
        id: picture
        x: Theme.space8
        y: Theme.space8
        width: parent.width - 2 * Theme.space8
        height: parent.height - root.textHeight - 2 * Theme.space8
        asynchronous: true
        opacity: Theme.paperOpacity
        fillMode: Image.PreserveAspectCrop
        verticalAlignment: Image.AlignTop
        // It comes in the screen's own pixels: nothing is left to be smoothed while dozens of them pass by.
        smooth: false
        sourceSize {
            width: Math.round(width * Screen.devicePixelRatio)
            height: Math.round(height * Screen.devicePixelRatio)
        }
        source: root.pageId === "" || width <= 0 || height <= 0 ? ""
                : "image://photo/" + root.pageId + "/thumbnail/" + root.turns + "/filled/" + root.look
    }
    Rectangle {
        anchors.fill: picture
        color: Theme.inset
        visible: picture.status !== Image.Ready

        Icon {
            anchors.centerIn: parent
            glyph: picture.status === Image.Error ? Icons.tablet : Icons.image
            color: Theme.pencil
        }
    }
    Label {
        id: nameLine
        x: Theme.space12
        anchors.top: picture.bottom
        anchors.topMargin: Theme.space4
        width: parent.width - 2 * Theme.space12
        text: root.name
        font.weight: Font.DemiBold
        elides: true
        decorative: true
        renderType: Text.NativeRendering
    }
    Label {
        id: dayLine
        x: Theme.space12
        anchors.top: nameLine.bottom
        width: parent.width - 2 * Theme.space12 - (dots.width > 0 ? dots.width + Theme.space8 : 0)
        text: root.day + " · " + root.heading
        role: Label.Small
        quiet: true
        elides: true
        decorative: true
        renderType: Text.NativeRendering
    }
    Row {
        id: dots
        anchors.right: parent.right
        anchors.rightMargin: Theme.space12
        anchors.verticalCenter: dayLine.verticalCenter
        spacing: Theme.space2

        NoteDot {
            kind: Theme.Noticed
            count: root.noticed
        }
        NoteDot {
            kind: Theme.Wonder
            count: root.wonders
        }
        NoteDot {
            kind: Theme.NextStep
            count: root.steps
            ringed: root.openStep
        }
    }
}
