import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sync
import Inkstep.Ui

// Everything of one child gone for good, on every tablet: what that means, what stays, and the name typed to be sure.
Item {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Compact
    property string title: qsTr("Erase for good")
    property string studentId: ""
    property string trouble: ""
    property bool gone: false

    signal go(string place, var args)
    signal back()

    StudentErasing {
        id: erasing
        service: SyncService
        workspace: Workspace
        studentId: root.studentId
        onErased: root.gone = true
        onFailed: sentence => root.trouble = sentence
        Component.onCompleted: look()
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Theme.space16
        maximumWidth: Theme.dialogWidth

        PageHeader {
            title: root.gone ? qsTr("Erased") : erasing.ready ? qsTr("Erase %1 for good?").arg(erasing.name) : root.title
            backShown: !root.gone
            onBackRequested: root.back()
            Layout.fillWidth: true
        }
        Banner {
            objectName: "trouble"
            visible: root.trouble !== ""
            text: root.trouble
            tone: Theme.Alert
            Layout.fillWidth: true
        }
        Label {
            visible: !root.gone
            text: qsTr("Pages, notes, marks, recordings and the name go from this tablet now, and from each of the others when it next syncs. Copies of the folder made earlier can no longer be opened with any key. Nobody can bring it back.")
            Layout.fillWidth: true
        }
        Label {
            visible: !root.gone
            text: qsTr("To take a child out of the class and keep the writing, archive them instead. To be able to undo it, delete them.")
            quiet: true
            Layout.fillWidth: true
        }
        Card {
            visible: !root.gone && erasing.mentions.length > 0
            spacing: Theme.space8
            Layout.fillWidth: true

            Label {
                text: qsTr("The name also stands in words about others. They stay; look at them first.")
                strong: true
                Layout.fillWidth: true
            }
            Repeater {
                model: erasing.mentions

                Label {
                    required property string modelData
                    text: "“" + modelData + "”"
                    Layout.fillWidth: true
                }
            }
        }
        TextField {
            id: name
            objectName: "nameTyped"
            visible: !root.gone && erasing.ready
            label: qsTr("Type %1 to be sure").arg(erasing.name)
            onEdited: root.trouble = ""
            Layout.fillWidth: true
        }
        Button {
            objectName: "erase"
            visible: !root.gone
            text: erasing.working ? qsTr("Erasing") : qsTr("Erase for good")
            glyph: Icons.trash
            kind: Button.Danger
            enabled: erasing.ready && !erasing.working && erasing.isName(name.text)
            onClicked: {
                root.trouble = "";
                erasing.erase();
            }
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        Label {
            objectName: "erasedWords"
            visible: root.gone
            text: SyncService.connected ? qsTr("It is gone from this tablet. The Sync page shows which of the others have erased it too.")
                                        : qsTr("It is gone from this tablet, and it was nowhere else.")
            Layout.fillWidth: true
        }
        Button {
            objectName: "toClass"
            visible: root.gone
            text: qsTr("To the class")
            kind: Button.Primary
            onClicked: root.go("class", {})
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
        }
        BusyDot {
            running: erasing.working
        }
    }
}
