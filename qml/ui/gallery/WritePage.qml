import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

ColumnLayout {
    spacing: Theme.space24

    TextField {
        label: "Name of the notebook"
        text: "Room 12"
        help: "The others who join will see it."
        Layout.fillWidth: true
    }
    TextField {
        label: "Address of the server"
        placeholderText: "https://"
        Layout.fillWidth: true
    }
    TextField {
        label: "Join code"
        text: "maple-fern-12"
        error: "This code was used already. Ask for a new one on the other tablet."
        Layout.fillWidth: true
    }
    TextField {
        label: "Folder"
        text: "Not now"
        enabled: false
        Layout.fillWidth: true
    }
    SearchField { Layout.fillWidth: true }
    SearchField { text: "dialogue"; Layout.fillWidth: true }
    TextArea {
        label: "What you noticed"
        text: "You gave the dog a voice. I could hear him."
        reading: true
        Layout.fillWidth: true
    }
    TextArea {
        label: "Next step"
        placeholderText: "One small thing to try"
        Layout.fillWidth: true
    }
    Slider {
        label: "Size of text"
        from: 1
        to: 2
        value: 1.2
        valueText: Math.round(value * 100) + " %"
        Layout.fillWidth: true
    }
    Slider {
        label: "Not now"
        value: 0.5
        enabled: false
        Layout.fillWidth: true
    }
}
