import QtQuick
import Inkstep.Today
import Inkstep.Ui

// Beside the class, where there is width: what to look for, and who is in the two-weekly sample.
Item {
    id: root

    required property ClassList list

    signal studentAsked(string id)

    Rectangle {
        width: Theme.hairline
        color: Theme.line
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom; topMargin: Theme.space8; bottomMargin: Theme.space16 }
    }

    Flickable {
        anchors { fill: parent; leftMargin: Theme.space16; rightMargin: Theme.space16 }
        contentHeight: column.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true

        Column {
            id: column
            width: parent.width
            topPadding: Theme.space8
            bottomPadding: Theme.space24
            spacing: Theme.space8

            Label {
                text: qsTr("Two-weekly sample")
                strong: true
                role: Label.Title
                width: parent.width
            }
            Label {
                text: qsTr("%1 of %2 students").arg(root.list.sampled).arg(root.list.count)
                width: parent.width
            }
            Rectangle {
                width: parent.width
                height: Theme.space8
                radius: height / 2
                color: Theme.inset
                border { width: Theme.hairline; color: Theme.line }
                Accessible.role: Accessible.ProgressBar
                Accessible.name: qsTr("Two-weekly sample: %1 of %2 students").arg(root.list.sampled).arg(root.list.count)

                Rectangle {
                    width: root.list.count > 0 ? parent.width * root.list.sampled / root.list.count : 0
                    height: parent.height
                    radius: parent.radius
                    color: Theme.good
                    anchors.left: parent.left
                }
            }
            Label {
                visible: root.list.missing.length > 0
                text: qsTr("Still missing: %1").arg(Theme.listed(root.list.missing, qsTr(", ")))
                role: Label.Small
                quiet: true
                width: parent.width
            }

            Item {
                width: parent.width
                height: Theme.space12
            }
            Label {
                text: qsTr("To look for")
                strong: true
                role: Label.Title
                width: parent.width
            }
            Label {
                visible: root.list.steps === 0
                text: qsTr("Next steps you offer wait here until the writer can do them alone.")
                quiet: true
                width: parent.width
            }

            Repeater {
                model: root.list

                TodayStep {
                    width: column.width
                    onClicked: root.studentAsked(studentId)
                }
            }
        }
    }
}
