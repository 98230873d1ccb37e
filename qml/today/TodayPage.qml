import QtQuick
import QtQuick.Layouts
import Inkstep.Block
import Inkstep.Checkback
import Inkstep.Data
import Inkstep.Plan
import Inkstep.Today
import Inkstep.Ui

// Home: the class, who needs to be seen, and the shutter under the thumb.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Today")
    // Names only, when the screen is mirrored or carried.
    readonly property bool curtain: Preferences.covered
    readonly property bool compact: widthClass === Theme.Compact
    readonly property real bottomRoom: snap.visible ? snap.height + Theme.space8 : 0
    readonly property bool empty: list.ready && list.count === 0

    signal go(string place, var args)
    signal back()

    ClassList {
        id: list
        workspace: Workspace
    }

    BlockNow {
        id: writing
        workspace: Workspace
    }
    PlanList {
        id: todaysPlan
        workspace: Workspace
        ofToday: true
        suggests: false
    }
    PlanList {
        id: nextPlan
        workspace: Workspace
    }
    RoundList {
        id: samplingRound
        workspace: Workspace
    }
    StepList {
        id: openSteps
        workspace: Workspace
    }

    TodayHead {
        id: head
        list: list
        block: writing
        compact: root.compact
        empty: root.empty
        curtain: root.curtain
        anchors {
            left: parent.left; right: pane.visible ? pane.left : parent.right; top: parent.top
            leftMargin: Theme.space16; rightMargin: Theme.space8; topMargin: Theme.space4
        }
        onCurtainToggled: on => Preferences.covered = on
        onBlockAsked: root.go("block", {})
    }
    Component {
        id: chips
        Item {
            readonly property Flickable view: parent ? parent.parent as Flickable : null
            property real before: 0
            property bool made: false // until then the list is making it, and must not be moved

            width: view ? view.width : 0
            height: row.height + Theme.space8
            // What comes late makes it higher: the list stays at its top.
            onHeightChanged: {
                if (made && view && Math.abs(view.contentY + before) <= 1)
                    view.contentY = -height;
                before = height;
            }
            Component.onCompleted: made = true

            TodayChips {
                id: row
                block: writing
                today: todaysPlan
                tomorrow: nextPlan
                round: samplingRound
                steps: openSteps
                anchors {
                    left: parent.left; right: parent.right
                    leftMargin: root.compact ? Theme.space16 : 0; rightMargin: Theme.space12
                }
                onGo: (place, args) => root.go(place, args)
            }
        }
    }
    readonly property Component chipsAbove: !pane.visible && !curtain ? chips : null

    CheckBackStrip {
        id: strip
        visible: any && !pane.visible && !root.curtain
        anchors { left: parent.left; right: parent.right; top: head.bottom }
        onClicked: root.go("checkBacks", {})
    }

    // Tiles where there is width, lines on a phone.
    Loader {
        id: students
        active: list.count > 0
        focus: active
        anchors {
            left: parent.left; right: pane.visible ? pane.left : parent.right; top: strip.bottom; bottom: parent.bottom
            leftMargin: root.compact ? 0 : Theme.space16; rightMargin: root.compact ? 0 : Theme.space4
            topMargin: Theme.space8
        }
        sourceComponent: root.compact ? rows : tiles
    }
    Component {
        id: tiles
        TodayGrid {
            objectName: "class"
            header: root.chipsAbove
            model: list
            curtain: root.curtain
            focus: true
            below: snap.height + Theme.space24
            onStudentAsked: id => root.go("student", { "studentId": id })
            onCameraAsked: id => root.go("camera", { "studentId": id })
        }
    }
    Component {
        id: rows
        ListView {
            id: lines
            objectName: "classRows"
            header: root.chipsAbove
            model: list
            clip: true
            focus: true
            keyNavigationEnabled: true
            bottomMargin: snap.height + Theme.space16 * 2
            boundsBehavior: Flickable.DragOverBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Class")

            delegate: TodayRow {
                width: lines.width
                curtain: root.curtain
                focus: ListView.isCurrentItem
                onClicked: root.go("student", { "studentId": studentId })
                onCameraAsked: root.go("camera", { "studentId": studentId })
            }
        }
    }

    Loader {
        id: pane
        // Beside the class only where both keep a good width.
        active: (root.widthClass === Theme.Expanded || (!root.compact && root.width / 3 > Theme.body * 14))
                && !root.empty && !root.curtain
        visible: active
        width: Math.min(Theme.dialogWidth * 2 / 3, root.width / 3)
        anchors { right: parent.right; top: parent.top; bottom: parent.bottom }
        sourceComponent: TodayPane {
            today: todaysPlan
            tomorrow: nextPlan
            round: samplingRound
            steps: openSteps
            onGo: (place, args) => root.go(place, args)

            CheckBackList {
                Layout.fillWidth: true
                bottomPadding: Theme.space12
                onStudentAsked: id => root.go("student", { "studentId": id })
                onAllAsked: root.go("checkBacks", {})
            }
        }
    }

    Loader {
        active: root.empty
        focus: active
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom }
        sourceComponent: TodayEmpty {
            focus: true
            onAddAsked: root.go("addStudents", {})
        }
    }

    RoundAction {
        id: snap
        objectName: "snap"
        visible: !root.empty && list.ready
        label: qsTr("Snap")
        accessibleDescription: qsTr("Photograph a page, choose the student after")
        glyph: Icons.camera
        // In the middle of the class, or at the corner where the thumb is.
        x: !root.compact ? students.x + (students.width - width) / 2
           : Preferences.leftHanded !== Theme.rightToLeft ? Theme.space16 : root.width - width - Theme.space16
        anchors { bottom: parent.bottom; bottomMargin: Theme.space16 }
        onClicked: root.go("camera", {})
    }
}
