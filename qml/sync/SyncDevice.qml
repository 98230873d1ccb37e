import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// One tablet of the notebook: what it has, and what to do when it is lost or silent.
RowLayout {
    id: root

    required property string deviceId
    required property string name
    required property string standing
    required property bool self
    required property bool out
    required property bool silent

    signal takeOutAsked(string id)
    signal notWaitedFor(string id)
    signal named(string name)

    readonly property string shown: self ? qsTr("%1 (this tablet)").arg(name) : name

    spacing: Theme.space12
    Accessible.role: Accessible.ListItem
    Accessible.name: Theme.listed([shown, standing])

    Icon {
        glyph: Icons.tablet
        color: Theme.pencil
        opacity: root.out ? Theme.paleOpacity : 1
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Label {
            text: root.shown
            quiet: root.out
            Layout.fillWidth: true
        }
        Label {
            visible: text !== ""
            text: root.standing
            quiet: true
            role: Label.Small
            Layout.fillWidth: true
        }
    }
    IconButton {
        objectName: "nameTablet"
        visible: root.self
        label: qsTr("Change this tablet's name")
        glyph: Icons.edit
        color: Theme.pencil
        onClicked: {
            field.text = root.name;
            naming.open();
            field.selectAll();
        }
    }
    Dialog {
        id: naming
        title: qsTr("What is this tablet called?")
        message: qsTr("A name like “Maria's tablet” tells everybody which one is meant, should one be lost. The others read it after the next sync.")
        acceptText: qsTr("Keep the name")
        acceptEnabled: field.text.trim() !== ""
        initialFocus: field
        onAccepted: root.named(field.text)

        TextField {
            id: field
            objectName: "tabletName"
            label: qsTr("Name of this tablet")
            maximumLength: 80
            Layout.fillWidth: true
            onAccepted: if (naming.acceptEnabled) naming.tryAccept()
        }
    }
    IconButton {
        id: more
        objectName: "moreDevice-" + root.name
        visible: !root.self && !root.out
        label: qsTr("More for %1").arg(root.name)
        glyph: Icons.more
        color: Theme.pencil
        onClicked: menu.popup(more)
    }
    Menu {
        id: menu
        label: root.name

        MenuEntry {
            objectName: "takeOut"
            text: qsTr("Lost, or not ours: take it out")
            glyph: Icons.lock
            onTriggered: question.open()
        }
        MenuEntry {
            objectName: "doNotWait"
            visible: !root.silent
            text: qsTr("Do not wait for it")
            glyph: Icons.skip
            onTriggered: root.notWaitedFor(root.deviceId)
        }
    }
    Dialog {
        id: question
        title: qsTr("Take %1 out?").arg(root.name)
        message: qsTr("The other tablets get new keys, and it gets nothing more. What it already had can still be read on it, and what it wrote stays here. Join codes nobody has used are closed. If it knew the server's password, change that too.")
        acceptText: qsTr("Take it out")
        danger: true
        onAccepted: root.takeOutAsked(root.deviceId)
    }
}
