import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    spacing: Theme.space16

    Shelf {
        title: "The main thing"
        Button { text: "Keep this page"; glyph: Icons.check; kind: Button.Primary }
        Button { text: "Pointed at"; kind: Button.Primary; showHovered: true }
        Button { text: "Pressed"; kind: Button.Primary; showPressed: true }
        Button { text: "Keyboard"; kind: Button.Primary; showFocused: true }
        Button { text: "Not now"; kind: Button.Primary; enabled: false }
    }
    Shelf {
        title: "Beside it"
        Button { text: "Choose a file"; glyph: Icons.importFile }
        Button { text: "Pointed at"; showHovered: true }
        Button { text: "Pressed"; showPressed: true }
        Button { text: "Keyboard"; showFocused: true }
        Button { text: "Not now"; enabled: false }
    }
    Shelf {
        title: "Quiet"
        Button { text: "Show all"; kind: Button.Quiet }
        Button { text: "Pointed at"; kind: Button.Quiet; showHovered: true }
        Button { text: "Next"; kind: Button.Quiet; glyph: Icons.forward; directional: true }
        Button { text: "Not now"; kind: Button.Quiet; enabled: false }
    }
    Shelf {
        title: "What cannot be taken back"
        Button { text: "Erase this student"; kind: Button.Danger; glyph: Icons.trash }
        Button { text: "Keyboard"; kind: Button.Danger; showFocused: true }
    }
    Shelf {
        title: "Many words"
        Button {
            text: "Copy everything that is only on this tablet to the folder on the classroom computer"
            glyph: Icons.sendUp
            kind: Button.Primary
        }
    }
    Shelf {
        title: "Pictures alone"
        IconButton { label: "Turn left"; glyph: Icons.rotateLeft }
        IconButton { label: "Pointed at"; glyph: Icons.rotateRight; showHovered: true }
        IconButton { label: "Pressed"; glyph: Icons.crop; showPressed: true }
        IconButton { label: "Keyboard"; glyph: Icons.undo; directional: true; showFocused: true }
        IconButton { label: "Chosen"; glyph: Icons.filter; selected: true }
        IconButton { label: "Not now"; glyph: Icons.redo; directional: true; enabled: false }
    }
    Shelf {
        title: "At the thumb"
        RoundAction { label: "Snap"; glyph: Icons.camera }
        RoundAction { label: "Snap"; glyph: Icons.camera; round: true; showFocused: true }
    }
}
