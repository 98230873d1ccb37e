import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Settings
import Inkstep.Ui

// Where things are, how they are protected, and what Inkstep is made with.
Card {
    id: root

    SectionHeader {
        title: qsTr("About")
        Layout.fillWidth: true
    }
    Label {
        text: Application.version === "" ? qsTr("Inkstep") : qsTr("Inkstep %1").arg(Application.version)
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Your notebooks on this device: %1").arg(Preferences.folder)
        visible: Preferences.folder !== ""
        wrapMode: Text.Wrap
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("On this device they are protected by its own disk encryption and its lock, so keep both on. What is sent anywhere is locked before it leaves.")
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Inkstep is free software under the Apache License 2.0. It is set in Inter and Andika; its pictures are Material Design Icons by Austin Andrews and Google, CC BY 4.0. All three fonts are under the SIL Open Font License 1.1.")
        role: Label.Small
        quiet: true
        Layout.fillWidth: true
    }
}
