import QtQuick
import QtQuick.Layouts
import Inkstep.Today
import Inkstep.Ui

// A part of today's plan: a tap starts it, the box says it is done.
RowLayout {
    id: root

    required property list<string> names
    required property string skillName
    required property string step
    required property int minutes
    required property bool done
    required property bool isGroup
    required property list<string> away
    readonly property string who: Theme.listed(names)
    readonly property string facts: Theme.listed([isGroup ? skillName : step,
                                                  away.length > 0 ? qsTr("%1 away today").arg(Theme.listed(away)) : "",
                                                  qsTr("%1 min").arg(minutes)], qsTr(" · "))

    signal started()
    signal doneAsked(bool done)

    spacing: 0

    TapArea {
        objectName: "done-" + root.who
        checkable: true
        checked: root.done
        accessibleName: qsTr("Done: %1").arg(root.who)
        onClicked: root.doneAsked(!root.done)
        contentItem: Item {
            CheckMark {
                on: root.done
                anchors.centerIn: parent
            }
        }
    }
    TapArea {
        id: face
        objectName: "begin-" + root.who
        accessibleName: Theme.listed([root.isGroup ? qsTr("Group: %1").arg(root.who) : qsTr("Conference: %1").arg(root.who),
                                      root.facts, root.done ? qsTr("done") : ""])
        accessibleDescription: qsTr("Begin")
        padding: Theme.space4
        opacity: root.done ? Theme.disabledOpacity : 1
        Layout.fillWidth: true
        onClicked: root.started()
        background: RowGround {
            hovered: face.isHovered
            pressed: face.isPressed
        }
        contentItem: ColumnLayout {
            spacing: 0

            Label {
                text: root.who
                decorative: true
                font.weight: Font.Medium
                font.strikeout: root.done
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
            Label {
                text: root.facts
                decorative: true
                role: Label.Small
                quiet: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Layout.fillWidth: true
            }
        }
    }
}
