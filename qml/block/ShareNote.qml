import QtQuick
import Inkstep.Block
import Inkstep.Ui

// One thing to share. A tap opens it for other words.
NoteCard {
    id: root

    required property string noteId
    required words

    signal written(string words)
    signal removed()

    objectName: "share-" + words
    stateName: kind === Theme.Noticed ? qsTr("to celebrate") : qsTr("to talk about")
    onClicked: editor.open()

    Dialog {
        id: editor
        title: root.kind === Theme.Noticed ? qsTr("To celebrate") : qsTr("To talk about")
        acceptText: qsTr("Keep")
        initialFocus: field.input
        onAboutToShow: field.text = root.words
        onAccepted: root.written(field.text)
        body: [
            TextArea {
                id: field
                label: qsTr("Words")
                labelShown: false
                reading: true
                width: parent ? parent.width : implicitWidth
            },
            Button {
                text: qsTr("Take away")
                kind: Button.Quiet
                glyph: Icons.trash
                onClicked: {
                    editor.close();
                    root.removed();
                }
            }
        ]
    }
}
