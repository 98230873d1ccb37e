import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// Always in sight: which notebook this is, and what of it is only here.
Item {
    id: root

    required property int widthClass
    required property bool canGoBack
    required property Places places
    // Check-backs that are due and not shown, and whose the first is.
    property int due: 0
    property string dueName: ""

    signal dueAsked()
    signal back()
    signal go(string place, var args)

    property FrameNotebooks notebooks: null // made when it is first asked for

    function showNotebooks(): void {
        if (notebooks === null)
            notebooks = maker.createObject(root) as FrameNotebooks;
        notebooks.popup(name);
    }

    implicitHeight: row.implicitHeight + Theme.space4 * 2

    RowLayout {
        id: row
        anchors {
            left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
            leftMargin: Theme.space8; rightMargin: Theme.space8
        }
        spacing: Theme.space4

        IconButton {
            objectName: "back"
            visible: root.canGoBack
            label: qsTr("Back")
            glyph: Icons.back
            directional: true
            onClicked: root.back()
        }
        TapArea {
            id: name
            objectName: "notebook"
            text: Workspace.notebookName === "" ? qsTr("Notebook without a name") : Workspace.notebookName
            accessibleName: qsTr("Notebook %1").arg(text)
            accessibleDescription: qsTr("Switch notebook, history")
            accessibleRole: Accessible.ButtonMenu
            leftPadding: Theme.space8
            rightPadding: Theme.space8
            onClicked: root.showNotebooks()
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            background: RowGround {
                hovered: name.isHovered
                pressed: name.isPressed
            }
            contentItem: RowLayout {
                spacing: Theme.space4

                Label {
                    text: name.text
                    decorative: true
                    strong: true
                    elides: true
                    Layout.fillWidth: true
                }
                Icon {
                    glyph: Icons.down
                    size: Theme.iconSmall
                    color: Theme.pencil
                    Layout.preferredWidth: size
                    Layout.preferredHeight: size
                }
            }
        }
        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
        }
        FrameDue {
            visible: root.due > 0
            due: root.due
            name: root.dueName
            onClicked: root.dueAsked()
        }
        // The tray brings the sync room with it, in builds that have one.
        Loader {
            id: tray
            active: root.places.has("sync")
            source: "FrameTray.qml"
            Layout.maximumWidth: root.width / 2

            Binding {
                target: tray.item
                property: "small"
                value: root.widthClass === Theme.Compact
                when: tray.item !== null
            }
            Connections {
                target: tray.item
                ignoreUnknownSignals: true
                function onClicked(): void {
                    root.go("sync", {});
                }
            }
        }
    }

    Component {
        id: maker
        FrameNotebooks {
            places: root.places
            onGo: (place, args) => root.go(place, args)
        }
    }
}
