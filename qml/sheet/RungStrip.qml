import QtQuick
import Inkstep.Sheet
import Inkstep.Ui

// The rungs under a finger that rests on a cell: slide to one and lift. Lifted without sliding, the menu opens.
Item {
    id: root

    required property ClassSheet sheet
    // What the points come from.
    required property Item field
    property int row: -1
    property int column: -1
    property point from
    // The rung the finger is at; -1 before it slides, and far from the rungs.
    property int chosen: -1
    property bool slides: false

    signal menuAsked(int row, int column)

    readonly property real reach: Theme.bigTarget

    function show(cell: rect, toRow: int, toColumn: int, at: point): void {
        row = toRow;
        column = toColumn;
        from = at;
        chosen = -1;
        slides = false;
        const place = root.mapFromItem(field, cell.x, cell.y, cell.width, cell.height);
        board.x = Math.max(Theme.space8, Math.min(place.x + place.width / 2 - board.width / 2, width - board.width - Theme.space8));
        board.y = place.y - board.height - Theme.space8 >= 0 ? place.y - board.height - Theme.space8
                                                            : place.y + place.height + Theme.space8;
        board.visible = true;
    }
    function slide(at: point): void {
        if (!board.visible)
            return;
        slides = slides || Math.abs(at.x - from.x) + Math.abs(at.y - from.y) > Theme.space12;
        const spot = board.mapFromItem(field, at.x, at.y);
        const near = spot.x >= -Theme.space16 && spot.x <= board.width + Theme.space16
                     && spot.y >= -reach && spot.y <= board.height + reach * 2;
        const index = Math.max(0, Math.min(sheet.rungs.length - 1, Math.floor((spot.x - rungs.x) / (rungs.width / sheet.rungs.length))));
        chosen = slides && near ? sheet.rungs[Theme.rightToLeft ? sheet.rungs.length - 1 - index : index] : -1;
    }
    function finish(at: point): void {
        if (!board.visible)
            return;
        slide(at);
        board.visible = false;
        if (chosen >= 0)
            sheet.mark(row, column, chosen);
        else if (!slides)
            root.menuAsked(row, column);
    }
    function hide(): void {
        board.visible = false;
    }

    CardSurface {
        id: board
        objectName: "rungStrip"
        lifted: true
        visible: false
        width: Math.min(root.width - Theme.space16, rungs.implicitWidth + Theme.space8 * 2)
        height: words.implicitHeight + Theme.space8 * 2
        Accessible.ignored: true

        Column {
            id: words
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: Theme.space8 }
            spacing: Theme.space4

            Label {
                objectName: "rungName"
                width: parent.width
                decorative: true
                horizontalAlignment: Text.AlignHCenter
                role: Label.Small
                strong: root.chosen >= 0
                quiet: root.chosen < 0
                text: root.chosen >= 0 ? root.sheet.levelNames[root.chosen] : qsTr("Slide to how much help")
            }
            Row {
                id: rungs
                anchors.horizontalCenter: parent.horizontalCenter

                Repeater {
                    model: root.sheet.rungs

                    Rectangle {
                        id: rung
                        required property int modelData
                        width: Theme.target + Theme.space8
                        height: Theme.target
                        radius: Theme.radiusCard
                        color: modelData === root.chosen ? Theme.actionTint : "transparent"

                        SupportCircle {
                            anchors.centerIn: parent
                            level: rung.modelData
                            size: Theme.iconSize
                            color: rung.modelData === root.chosen ? Theme.action : Theme.ink
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
