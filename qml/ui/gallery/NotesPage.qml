import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    spacing: Theme.space24

    Shelf {
        title: "Sticky notes"

        NoteCard { kind: Theme.Noticed; skillName: "A lead that hooks"; words: "You began in the middle of the storm. I had to read on."; author: "Ms. Ade" }
        NoteCard { kind: Theme.Wonder; words: "What did the boat sound like when it turned?"; showHovered: true }
        NoteCard { kind: Theme.NextStep; skillName: "Speech marks"; words: "Put marks around what Grandpa says."; stateName: "tried with help" }
        NoteCard { kind: Theme.NextStep; skillName: "Spaces"; words: "One finger between words."; selected: true; showFocused: true }
    }
    Shelf {
        title: "From afar"

        NoteCard { kind: Theme.Noticed; words: "You began in the middle of the storm. I had to read on."; small: true }
        NoteCard { kind: Theme.Wonder; words: "What did the boat sound like?"; small: true }
        NoteCard { kind: Theme.NextStep; words: "Put marks around what Grandpa says."; small: true }
    }
    Shelf {
        title: "How much help"

        SupportButton { level: Theme.Alone }
        SupportButton { level: Theme.WithPrompt; showHovered: true }
        SupportButton { level: Theme.WithModel; showFocused: true }
        SupportButton { level: Theme.Together; selected: true }
        SupportButton { level: Theme.NotYet }
        SupportButton { level: Theme.Blank }
        SupportButton { level: Theme.WithPrompt; pale: true }
        SupportButton { level: Theme.Alone; trying: true }
    }
    Card {
        Layout.fillWidth: true

        Label { text: "How did the last step go?"; strong: true; Layout.fillWidth: true }
        SupportPicker {
            label: "How did the last step go?"
            level: Theme.WithModel
            Layout.fillWidth: true
        }
    }
}
