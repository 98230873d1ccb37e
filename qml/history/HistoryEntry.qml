import QtQuick
import QtQuick.Layouts
import Inkstep.History
import Inkstep.Ui

// One thing that was done: what, when, where, and the way back.
FocusScope {
    id: root

    required property int index
    required property string label
    required property string time
    required property string who
    required property bool takenBack
    required property bool undoes

    signal undoAsked()

    implicitHeight: grid.implicitHeight + Theme.space8
    Accessible.role: Accessible.ListItem
    Accessible.name: takenBack ? qsTr("%1, %2, %3, taken back").arg(label).arg(time).arg(who)
                               : qsTr("%1, %2, %3").arg(label).arg(time).arg(who)

    GridLayout {
        id: grid
        readonly property bool stacked: action.visible && action.implicitWidth > width / 2
        width: parent.width
        anchors.verticalCenter: parent.verticalCenter
        columns: stacked ? 1 : 2
        columnSpacing: Theme.space12
        rowSpacing: 0

        ColumnLayout {
            spacing: Theme.space2
            Layout.fillWidth: true

            Label {
                text: root.label
                decorative: true
                quiet: root.takenBack
                font.strikeout: root.takenBack
                Layout.fillWidth: true
            }
            Label {
                text: root.takenBack ? qsTr("%1 · %2 · taken back").arg(root.time).arg(root.who)
                                     : qsTr("%1 · %2").arg(root.time).arg(root.who)
                decorative: true
                role: Label.Small
                quiet: true
                Layout.fillWidth: true
            }
        }
        Button {
            id: action
            objectName: "undo-" + root.index
            visible: !root.takenBack
            focus: true
            text: root.undoes ? qsTr("Redo") : qsTr("Undo")
            accessibleName: root.undoes ? qsTr("Redo what was taken back: %1").arg(root.label)
                                        : qsTr("Undo: %1").arg(root.label)
            kind: Button.Quiet
            // The one short word stays whole; what was done wraps beside it.
            Layout.minimumWidth: Math.min(Math.ceil(implicitWidth), root.width)
            onClicked: root.undoAsked()
        }
    }
}
