import QtQuick
import QtQuick.Layouts
import Inkstep.Data
import Inkstep.Sheet
import Inkstep.Ui

// A photo that shows what a mark says: one of the child's last pages, or a new one.
Dialog {
    id: root

    required property ClassSheet sheet
    property int row: -1
    property int column: -1
    property var about: ({})

    signal go(string place, var args)

    function show(toRow: int, toColumn: int): void {
        row = toRow;
        column = toColumn;
        about = sheet.about(toRow, toColumn);
        open();
    }

    objectName: "evidence"
    title: qsTr("A photo that shows it")
    message: qsTr("%1, %2").arg(about.student ?? "").arg(about.skill ?? "")
    acceptText: qsTr("Photograph a page")
    onAccepted: {
        root.sheet.awaitEvidence(root.row, root.column);
        root.go("camera", { "studentId": root.about.studentId });
    }

    StudentPages {
        id: pages
        workspace: Workspace
        studentId: root.about.studentId ?? ""
    }
    Flow {
        spacing: Theme.space8
        visible: pages.count > 0
        Layout.fillWidth: true

        Repeater {
            model: pages

            TapArea {
                id: leaf
                required property int index
                required property string pageId
                required property string picture
                required property string day
                required property int turns

                objectName: "evidence-" + index
                accessibleName: qsTr("Page of %1").arg(day)
                padding: Theme.space4
                onClicked: {
                    root.sheet.setEvidence(root.row, root.column, pageId);
                    root.close();
                }
                background: RowGround {
                    hovered: leaf.isHovered
                    pressed: leaf.isPressed
                }
                contentItem: Column {
                    spacing: Theme.space4

                    Rectangle {
                        width: Theme.bigTarget
                        height: Math.round(width * Math.SQRT2)
                        radius: Theme.radiusNote
                        color: Theme.inset
                        border { width: Theme.hairline; color: Theme.line }

                        Image {
                            anchors { fill: parent; margins: Theme.hairline }
                            asynchronous: true
                            opacity: Theme.paperOpacity
                            fillMode: Image.PreserveAspectCrop
                            sourceSize { width: 320; height: 320 }
                            source: "image://photo/" + leaf.pageId + "/thumbnail/" + leaf.turns + "/plain/" + leaf.picture
                        }
                    }
                    Label {
                        text: leaf.day
                        role: Label.Small
                        quiet: true
                        decorative: true
                    }
                }
            }
        }
    }
    Label {
        text: qsTr("There is no page of this child yet.")
        quiet: true
        visible: pages.ready && pages.count === 0
        Layout.fillWidth: true
    }
}
