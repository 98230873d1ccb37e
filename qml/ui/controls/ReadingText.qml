import QtQuick
import Inkstep.Ui

// Words a child reads, and the words on notes: Andika, always with room between the lines.
Label {
    font.family: Theme.readingFont
    font.letterSpacing: 0
    font.weight: strong ? Font.Bold : Font.Normal
}
