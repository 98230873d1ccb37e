import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The six words, numbered and large enough to be copied by hand.
Card {
    id: root

    required property var words // a list of strings

    spacing: Theme.space12
    Accessible.role: Accessible.StaticText
    Accessible.name: Array.from(words).map((word, i) => (i + 1) + " " + word).join(", ")

    GridLayout {
        columns: root.width > Theme.dialogWidth ? 3 : 2
        columnSpacing: Theme.space24
        rowSpacing: Theme.space12
        Layout.fillWidth: true

        Repeater {
            model: root.words

            RowLayout {
                id: one
                required property string modelData
                required property int index

                spacing: Theme.space8
                Layout.fillWidth: true

                Label {
                    text: one.index + 1
                    quiet: true
                    decorative: true
                }
                Label {
                    text: one.modelData
                    role: Label.Title
                    strong: true
                    decorative: true
                    Layout.fillWidth: true
                }
            }
        }
    }
}
