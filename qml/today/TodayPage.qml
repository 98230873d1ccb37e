import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Today
import Inkstep.Ui

// Home: the class, who needs to be seen, and the shutter under the thumb.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Today")
    // Names only, when the screen is mirrored or carried.
    property bool curtain: Preferences.curtain
    readonly property bool compact: widthClass === Theme.Compact
    readonly property bool empty: list.ready && list.count === 0

    signal go(string place, var args)
    signal back()

    ClassList {
        id: list
        workspace: Workspace
    }

    RowLayout {
        id: head
        anchors {
            left: parent.left; right: pane.visible ? pane.left : parent.right; top: parent.top
            leftMargin: Theme.space16; rightMargin: Theme.space8; topMargin: Theme.space4
        }
        spacing: Theme.space8

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Label {
                text: list.partOfDay === 0 ? qsTr("Good morning") : list.partOfDay === 1 ? qsTr("Good afternoon")
                                                                                       : qsTr("Good evening")
                role: root.compact ? Label.Title : Label.Headline
                strong: true
                Layout.fillWidth: true
            }
            Label {
                text: list.today
                quiet: true
                Layout.fillWidth: true
            }
        }
        TapArea {
            id: curtainSwitch
            objectName: "curtain"
            visible: !root.empty
            checkable: true
            checked: root.curtain
            accessibleName: qsTr("Names only")
            onToggled: root.curtain = checked
            Layout.alignment: Qt.AlignVCenter
            background: Rectangle {
                radius: Theme.radiusCard
                color: curtainSwitch.checked ? Theme.actionTint : curtainSwitch.isPressed ? Theme.press
                       : curtainSwitch.isHovered ? Theme.hover : "transparent"
            }
            contentItem: Icon {
                glyph: root.curtain ? Icons.eyeOff : Icons.eye
                color: root.curtain ? Theme.action : Theme.pencil
            }
        }
    }

    TodayGrid {
        id: grid
        objectName: "class"
        visible: !root.compact && list.count > 0
        model: visible ? list : null
        curtain: root.curtain
        focus: visible
        below: snap.height + Theme.space24
        anchors {
            left: parent.left; right: pane.visible ? pane.left : parent.right
            top: head.bottom; bottom: parent.bottom
            leftMargin: Theme.space16; rightMargin: Theme.space4; topMargin: Theme.space8
        }
        onStudentAsked: id => root.go("student", { "studentId": id })
        onCameraAsked: id => root.go("camera", { "studentId": id })
    }

    ListView {
        id: rows
        objectName: "classRows"
        visible: root.compact && list.count > 0
        model: visible ? list : null
        clip: true
        focus: visible
        keyNavigationEnabled: true
        bottomMargin: snap.height + Theme.space16 * 2
        boundsBehavior: Flickable.DragOverBounds
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; topMargin: Theme.space8 }
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Class")

        delegate: TodayRow {
            width: rows.width
            curtain: root.curtain
            focus: ListView.isCurrentItem
            onClicked: root.go("student", { "studentId": studentId })
            onCameraAsked: root.go("camera", { "studentId": studentId })
        }
    }

    TodayPane {
        id: pane
        list: list
        visible: root.widthClass === Theme.Expanded && !root.empty && !root.curtain
        width: Math.min(Theme.dialogWidth * 2 / 3, root.width / 3)
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        onStudentAsked: id => root.go("student", { "studentId": id })
    }

    TodayEmpty {
        visible: root.empty
        focus: visible
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
        onAddAsked: root.go("addStudents", {})
    }

    RoundAction {
        id: snap
        objectName: "snap"
        visible: !root.empty && list.ready
        label: qsTr("Snap")
        accessibleDescription: qsTr("Photograph a page, choose the student after")
        glyph: Icons.camera
        // In the middle of the class, or at the corner where the thumb is.
        x: !root.compact ? grid.x + (grid.width - width) / 2
           : Preferences.leftHanded !== Theme.rightToLeft ? Theme.space16 : root.width - width - Theme.space16
        anchors { bottom: parent.bottom; bottomMargin: Theme.space16 }
        onClicked: root.go("camera", {})
    }
}
