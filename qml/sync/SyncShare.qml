import QtQuick
import QtQuick.Layouts
import Inkstep.Sync
import Inkstep.Ui

// Who shares this notebook, whom to take out of it, and the one-time code for the next tablet.
Card {
    id: root

    signal failed(string sentence)

    spacing: Theme.space12

    DeviceDecisions {
        id: decisions
        service: SyncService
        onFailed: sentence => root.failed(sentence)
        Component.onCompleted: lookForInvites()
    }
    Connections {
        target: SyncService
        function onInviteChanged(): void { decisions.lookForInvites(); }
        function onNewDevice(name: string): void { decisions.lookForInvites(); }
    }

    SectionHeader {
        title: qsTr("Tablets with this notebook")
        Layout.fillWidth: true
    }
    Repeater {
        model: SyncService.devices

        SyncDevice {
            required property var modelData
            deviceId: modelData.id
            name: modelData.name
            standing: modelData.standing
            self: modelData.self
            out: modelData.out
            silent: modelData.silent
            onTakeOutAsked: id => decisions.takeOut(id)
            onNotWaitedFor: id => decisions.doNotWaitFor(id)
            onNamed: name => decisions.nameThisTablet(name)
            Layout.fillWidth: true
        }
    }
    SyncInvite {
        openInvites: decisions.openInvites
        onCloseAsked: decisions.closeInvites()
        Layout.fillWidth: true
    }
}
