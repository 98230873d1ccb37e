import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Slip
import Inkstep.Ui

// A page to hand to a child: what went well and the one next step, large, in the child's language. Nothing else of the
// class is on it and nothing leads to it but the small way back at the edge.
FocusScope {
    id: root

    required property string studentId
    property string noteId: ""
    property int widthClass: Theme.Compact
    readonly property string title: slip.name
    readonly property bool leadsBack: true
    readonly property bool fullScreen: true
    // What the frame shows over pages may name other children: not here.
    readonly property bool childSafe: true
    readonly property bool sideBySide: width > height && widthClass !== Theme.Compact
    readonly property bool empty: slip.ready && !slip.gone && slip.compliment === "" && slip.step === ""

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    ChildSlip {
        id: slip
        workspace: Workspace
        studentId: root.studentId
        noteId: root.noteId
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    SlipTop {
        id: top
        anchors { top: parent.top; left: parent.left; right: parent.right; margins: Theme.space8 }
        slip: slip
        focus: true
        onLeaving: root.back()
    }
    Flickable {
        id: desk
        anchors { top: top.bottom; bottom: parent.bottom; left: parent.left; right: parent.right }
        contentHeight: Math.max(height, notes.implicitHeight + 2 * notes.y)
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height
        clip: interactive
        visible: slip.ready && !slip.gone && !root.empty

        GridLayout {
            id: notes

            readonly property int shown: (compliment.visible ? 1 : 0) + (step.visible ? 1 : 0)
            readonly property real edge: root.widthClass === Theme.Compact ? Theme.space16 : Theme.space32

            x: edge
            y: Theme.space12
            width: desk.width - 2 * edge
            height: Math.max(implicitHeight, desk.height - y - edge)
            columns: root.sideBySide ? 2 : 1
            columnSpacing: Theme.space32
            rowSpacing: Theme.space24

            SlipNote {
                id: compliment
                kind: Theme.Noticed
                words: slip.compliment
                visible: words !== ""
                alone: notes.shown < 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target
            }
            SlipNote {
                id: step
                kind: Theme.NextStep
                words: slip.step
                visible: words !== ""
                alone: notes.shown < 2
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: Theme.target
            }
        }
    }
    EmptyState {
        anchors.centerIn: parent
        room: parent.height
        width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
        visible: root.empty || slip.gone
        glyph: slip.gone ? Icons.studentOff : Icons.noteOutline
        sentence: slip.gone ? qsTr("This student is not in the class any more. The history can bring a student back.")
                            : qsTr("A compliment or a next step on a page of writing shows here, large enough to read together.")
        actionText: qsTr("Back")
        onActionTriggered: root.back()
    }
}
