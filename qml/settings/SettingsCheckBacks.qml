import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Settings
import Inkstep.Ui

// How check-backs announce themselves: silently, unless somebody wants more.
Card {
    id: root

    SectionHeader {
        title: qsTr("Check-backs")
        Layout.fillWidth: true
    }
    Ways {
        id: ways
        workspace: Workspace
    }
    SegmentedChoice {
        objectName: "checkBackMinutes"
        readonly property list<int> minutes: [5, 10, 15]
        label: qsTr("Usually after")
        options: Array.from(minutes).map(one => qsTr("%1 min").arg(one))
        currentIndex: Array.from(minutes).indexOf(ways.checkBackMinutes)
        Layout.fillWidth: true
        onChosen: index => ways.setCheckBackMinutes(minutes[index])
    }
    Switch {
        objectName: "checkBackSound"
        text: qsTr("A soft sound")
        subtitle: qsTr("In this class, when a check-back is due. Off, so that nobody who writes is disturbed.")
        checked: ways.checkBackSound
        Layout.fillWidth: true
        onToggled: ways.setCheckBackSound(checked)
    }
    Switch {
        objectName: "namesInNotifications"
        text: qsTr("Names in notifications")
        subtitle: qsTr("Says whose check-back is due while Inkstep is not in front, also on a locked screen.")
        checked: Preferences.namesInNotifications
        Layout.fillWidth: true
        onToggled: Preferences.namesInNotifications = checked
    }
}
