import QtQuick
import Inkstep.Ui

Rectangle {
    color: Theme.paper
    Button { text: "Hello"; glyph: Icons.camera; kind: Button.Primary; anchors.centerIn: parent }
}
