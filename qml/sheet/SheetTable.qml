import QtQuick
import QtQuick.Templates as T
import Inkstep.Sheet
import Inkstep.Ui

// The names stay at the side, the skills at the top, what the class can do at the end; the circles scroll between.
FocusScope {
    id: root

    required property ClassSheet sheet
    property string openAt: ""
    // Names only: what the children can do is for nobody's eyes just now.
    property bool covered: false

    signal markMenuAsked(int row, int column, Item beside)
    signal nameMenuAsked(int row, Item beside)
    signal headMenuAsked(int column, Item beside)
    signal whoAsked(string skillId)
    signal uncovered()

    readonly property bool mirrored: Theme.rightToLeft
    readonly property real rowHeight: Math.max(Theme.target + Theme.space4, Math.ceil(Theme.body * 2.2))
    readonly property real nameWidth: Math.round(Math.min(width * 0.34, Math.max(Theme.body * 7, Math.min(width * 0.16, Theme.body * 14))))
    // Twelve columns fit a tablet; where they do not fit anyway, their names have more room.
    readonly property real narrowest: Math.round(Theme.small * (width >= Theme.small * 80 ? 5.9 : 7.5))
    readonly property real widest: Theme.small * 15
    readonly property real columnWidth: sheet.columns === 0 ? narrowest
        : Math.max(narrowest, Math.min(widest, Math.floor((width - nameWidth) / sheet.columns)))
    readonly property real gridWidth: columnWidth * sheet.columns
    readonly property real gridHeight: rowHeight * sheet.rows
    // On a very low window the ends of the columns come after the last name instead of staying in sight.
    readonly property bool endStays: height - heads.height - ends.height >= rowHeight * 3
    readonly property real sight: Math.max(0, height - heads.height - (endStays ? ends.height : 0))

    // The column that was asked for was shown once.
    property bool opened: false

    function reveal(part: rect): void {
        const left = grid.x + part.x, right = left + part.width;
        const from = flick.contentX + (mirrored ? 0 : nameWidth);
        const to = flick.contentX + width - (mirrored ? nameWidth : 0);
        if (left < from)
            flick.contentX = Math.max(0, flick.contentX - (from - left));
        else if (right > to)
            flick.contentX = Math.min(flick.contentWidth - width, flick.contentX + right - to);
        if (part.y < flick.contentY)
            flick.contentY = part.y;
        else if (part.y + part.height > flick.contentY + sight)
            flick.contentY = part.y + part.height - sight;
    }
    function openColumn(): void {
        const column = opened || openAt === "" ? -1 : sheet.columnOf(openAt);
        if (column < 0)
            return;
        opened = true;
        grid.goTo(grid.currentRow, column);
    }

    onSightChanged: if (grid.activeFocus && grid.keyboardUsed) reveal(grid.place(grid.currentRow, grid.currentColumn))

    Connections {
        target: root.sheet
        function onChanged(): void { root.openColumn(); }
    }

    Flickable {
        id: flick
        objectName: "flick"
        anchors.fill: parent
        contentWidth: Math.max(width, root.nameWidth + root.gridWidth)
        contentHeight: heads.height + root.gridHeight + ends.height
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        // Two directions at once would let a long list drift sideways.
        flickableDirection: Flickable.AutoFlickIfNeeded
        onContentWidthChanged: if (root.mirrored) contentX = contentWidth - width

        T.ScrollBar.vertical: ScrollEdge {}

        SheetGrid {
            id: grid
            objectName: "grid"
            sheet: root.sheet
            focus: visible
            visible: !root.covered
            x: root.mirrored ? flick.contentWidth - root.nameWidth - root.gridWidth : root.nameWidth
            y: heads.height
            width: root.gridWidth
            height: root.gridHeight
            rowHeight: root.rowHeight
            columnWidth: root.columnWidth
            circle: Theme.iconSize
            stroke: Theme.stroke
            ink: Theme.ink
            line: Theme.line
            dot: Theme.line
            paleOpacity: Theme.paleOpacity
            absentOpacity: Theme.paleOpacity
            mirrored: root.mirrored
            sightTop: flick.contentY
            sightHeight: root.sight
            onWanted: inSight => root.reveal(inSight)
            onMenuAsked: (row, column) => root.markMenuAsked(row, column, here)
            onAbsentTapped: (row, column) => root.markMenuAsked(row, column, here)
            onHeld: (row, column, at) => strip.show(place(row, column), row, column, at)
            onSlid: at => strip.slide(at)
            onSlideEnded: at => strip.finish(at)
            onSlideLost: strip.hide()

            Rectangle {
                readonly property rect cell: grid.place(grid.pressedRow, grid.pressedColumn)
                x: cell.x; y: cell.y; width: cell.width; height: cell.height
                color: Theme.press
                visible: grid.pressedRow >= 0
            }
            Item {
                id: here
                readonly property rect cell: root.sheet.rows * root.columnWidth * root.rowHeight > 0
                                             ? grid.place(grid.currentRow, grid.currentColumn) : Qt.rect(0, 0, 0, 0)
                x: cell.x; y: cell.y; width: cell.width; height: cell.height

                FocusRing {
                    shown: grid.activeFocus && grid.keyboardUsed
                    anchors.margins: Theme.space4
                    around: Theme.space4
                }
            }
        }

        // The names, and the paper the circles go under.
        Rectangle {
            id: side
            x: root.mirrored ? flick.contentX + flick.width - width : flick.contentX
            y: flick.contentY + heads.height
            width: root.nameWidth
            height: Math.max(0, Math.min(root.sight, root.gridHeight - flick.contentY))
            color: Theme.paper

            ListView {
                id: names
                anchors.fill: parent
                clip: true
                interactive: false
                reuseItems: true
                model: root.sheet.names
                contentY: originY + flick.contentY
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Students")

                delegate: SheetStudent {
                    width: names.width
                    height: root.rowHeight
                    onClicked: root.nameMenuAsked(index, this)
                }
            }
            Rectangle {
                width: Theme.hairline
                color: Theme.outline
                opacity: Theme.paleOpacity
                x: root.mirrored ? 0 : parent.width - width
                anchors { top: parent.top; bottom: parent.bottom }
            }
        }

        Rectangle {
            id: heads
            y: flick.contentY
            width: flick.contentWidth
            height: Math.max(Theme.target, headRow.height)
            color: Theme.paper

            Row {
                id: headRow
                x: grid.x
                anchors.bottom: parent.bottom

                Repeater {
                    model: root.sheet.skills

                    SheetHead {
                        width: root.columnWidth
                        enabled: !root.covered
                        anchors.bottom: parent ? parent.bottom : undefined
                        onClicked: root.headMenuAsked(index, this)
                    }
                }
            }
            Rectangle {
                x: side.x
                width: side.width
                height: parent.height
                color: Theme.paper
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Theme.hairline
                color: Theme.outline
                opacity: Theme.paleOpacity
            }
        }

        SheetEnds {
            id: ends
            objectName: "ends"
            sheet: root.sheet
            columnWidth: root.columnWidth
            gridX: grid.x
            sideX: side.x
            sideWidth: side.width
            visible: !root.covered
            y: root.endStays ? flick.contentY + Math.min(flick.height - height, heads.height + root.gridHeight)
                             : heads.height + root.gridHeight
            width: flick.contentWidth
            height: visible ? implicitHeight : 0
            onWhoAsked: skillId => root.whoAsked(skillId)
        }
    }

    SheetCurtain {
        visible: root.covered
        focus: visible
        x: root.mirrored ? 0 : root.nameWidth
        y: heads.height
        width: root.width - root.nameWidth
        height: root.height - heads.height
        onOpened: { root.uncovered(); grid.forceActiveFocus(Qt.OtherFocusReason); }
    }

    RungStrip {
        id: strip
        sheet: root.sheet
        field: grid
        anchors.fill: parent
        onMenuAsked: (row, column) => { grid.goTo(row, column); root.markMenuAsked(row, column, here); }
    }
}
