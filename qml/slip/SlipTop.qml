import QtQuick
import QtQuick.Layouts
import Inkstep.Slip
import Inkstep.Ui

// The edge of a slip: a small way back, whose slip it is, and the languages it can be read in.
FocusScope {
    id: root

    required property ChildSlip slip
    readonly property var tags: Array.from(slip.languages)
    readonly property string shownName: {
        const one = tags.find(language => language.tag === slip.language);
        return one ? one.name : qsTr("As written");
    }

    signal leaving()

    implicitHeight: row.implicitHeight

    RowLayout {
        id: row
        anchors.fill: parent
        spacing: Theme.space8

        IconButton {
            label: qsTr("Back")
            objectName: "slipBack"
            glyph: Icons.back
            size: Theme.iconSmall
            color: Theme.pencil
            directional: true
            focus: true
            Layout.alignment: Qt.AlignTop
            onClicked: root.leaving()
        }
        ReadingText {
            text: root.slip.name
            role: Label.Title
            color: Theme.pencil
            elides: true
            maximumLineCount: 1
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.minimumHeight: Theme.target
        }
        Button {
            id: language
            objectName: "slipLanguage"
            kind: Button.Quiet
            glyph: Icons.translate
            // Where words have no room the picture stands for them; the screen reader still says them.
            text: root.width > Theme.dialogWidth * 0.75 ? root.shownName : ""
            accessibleName: qsTr("Language: %1").arg(root.shownName)
            accessibleRole: Accessible.ButtonMenu
            visible: root.tags.length > 1
            Layout.maximumWidth: Math.min(Math.ceil(implicitWidth), root.width / 2)
            Layout.alignment: Qt.AlignTop
            onClicked: menu.popup(language)
        }
        // The name stays in the middle where nothing stands at the end.
        Item {
            visible: !language.visible
            Layout.preferredWidth: Theme.target
        }
    }
    Menu {
        id: menu
        label: qsTr("Language")

        Repeater {
            model: root.tags

            MenuEntry {
                required property var modelData

                text: modelData.name
                selected: modelData.tag === root.slip.language
                onTriggered: root.slip.language = modelData.tag
            }
        }
    }
}
