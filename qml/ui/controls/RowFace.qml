import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// What a row shows: something before, words, something after.
RowLayout {
    id: root

    property string title: ""
    property string subtitle: ""
    property string note: ""
    property bool strong: false
    property string glyph: ""
    property color glyphColor: Theme.pencil
    property string avatarName: ""
    property bool chevron: false
    property Component leading: null
    property Component trailing: null

    spacing: Theme.space12

    Avatar {
        name: root.avatarName
        visible: name !== ""
        Layout.alignment: Qt.AlignVCenter
    }
    Icon {
        glyph: root.glyph
        color: root.glyphColor
        visible: glyph !== ""
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignVCenter
    }
    Loader {
        sourceComponent: root.leading
        visible: root.leading !== null
        Layout.alignment: Qt.AlignVCenter
    }
    RowWords {
        title: root.title
        subtitle: root.subtitle
        strong: root.strong
    }
    Label {
        text: root.note
        role: Label.Small
        quiet: true
        decorative: true
        visible: text !== ""
        horizontalAlignment: Text.AlignRight
        // Its bounds know nothing of the row's width: what decides it must not depend on it. In a narrow row it wraps.
        readonly property real most: Math.min(Math.ceil(implicitWidth), Theme.body * 6)
        Layout.fillWidth: true
        Layout.minimumWidth: Math.min(most, Theme.body * 2)
        Layout.preferredWidth: most
        Layout.maximumWidth: most
    }
    Loader {
        sourceComponent: root.trailing
        visible: root.trailing !== null
        Layout.alignment: Qt.AlignVCenter
    }
    Icon {
        glyph: Icons.next
        directional: true
        color: Theme.pencil
        visible: root.chevron
        Layout.preferredWidth: size
        Layout.preferredHeight: size
        Layout.alignment: Qt.AlignVCenter
    }
}
