import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A picture and words side by side, the inside of buttons and chips. Centered in whatever room there is; the words wrap.
Item {
    id: root

    property string glyph: ""
    property string text: ""
    property color color: Theme.ink
    property int role: Label.Body
    property bool strong: true
    property bool directional: false
    property real spacing: Theme.space8
    property bool centered: true

    implicitWidth: Math.ceil(words.implicitWidth)
    implicitHeight: words.implicitHeight

    RowLayout {
        id: words
        x: root.centered ? Math.round((root.width - width) / 2) : Theme.rightToLeft ? root.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Math.ceil(implicitWidth), root.width)
        spacing: root.spacing

        Icon {
            glyph: root.glyph
            size: Theme.iconSmall
            color: root.color
            directional: root.directional
            visible: root.glyph !== ""
            Layout.preferredWidth: size
            Layout.preferredHeight: size
        }
        Label {
            text: root.text
            role: root.role
            decorative: true
            color: root.color
            font.weight: root.strong ? Font.DemiBold : Font.Medium
            horizontalAlignment: root.glyph === "" && root.centered ? Text.AlignHCenter : Text.AlignLeft
            visible: root.text !== ""
            Layout.fillWidth: true
        }
    }
}
