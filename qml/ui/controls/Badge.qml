import QtQuick
import Inkstep.Ui

// A word or a number on a small tinted ground.
Rectangle {
    id: root

    required property string text
    // One of Theme.Calm, Theme.Info, Theme.Alert, Theme.Good.
    property int tone: Theme.Calm
    // Filled, to be seen from far: a count on an icon.
    property bool loud: false
    property string glyph: ""

    implicitWidth: Math.max(implicitHeight, face.implicitWidth + Theme.space8 * 2)
    implicitHeight: face.implicitHeight + Theme.space2 * 2
    radius: Math.min(height / 2, Theme.radiusCard)
    color: loud ? (tone === Theme.Alert ? Theme.alert : tone === Theme.Good ? Theme.good : Theme.action)
                : Theme.toneTint(tone)
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    IconAndWords {
        id: face
        anchors.fill: parent
        anchors.leftMargin: Theme.space8
        anchors.rightMargin: Theme.space8
        glyph: root.glyph
        text: root.text
        role: Label.Small
        spacing: Theme.space4
        color: root.loud ? (root.tone === Theme.Alert ? Theme.onAlert : root.tone === Theme.Good ? Theme.onGood : Theme.onAction)
                         : Theme.toneColor(root.tone)
    }
}
