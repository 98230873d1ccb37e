import QtQuick
import Inkstep.Ui
import Inkstep.Sample

// One note on the page: its card, the tail and the tail's end, which can be dragged apart. Each drag is one change.
FocusScope {
    id: root

    required property string noteId
    required property int kind
    required property string words
    required property string skillName
    required property real anchorX
    required property real anchorY
    required property real cardX
    required property real cardY
    required property int author
    required property int step
    required property int level
    required property int versions
    required property bool draft

    required property PageNotes notes
    required property real pageWidth
    required property real pageHeight
    required property rect desk
    required property bool small
    required property real cardWidth
    required property bool open
    // As they are in the field just now, while it is open.
    required property string typed
    required property string stateName

    readonly property string told: open ? typed : words
    // The card, or the end of its tail, is under a finger.
    readonly property bool held: cardDrag.active || tipDrag.active

    signal opened()
    signal removed()
    signal focusedNote()

    // What the hand or the keys have done and the notebook has not yet given back.
    property bool ahead: false
    property point aheadTip
    property point aheadCard
    readonly property real reach: Theme.space24
    readonly property point tip: Qt.point((ahead ? aheadTip.x : anchorX) * pageWidth + (tipDrag.active ? tipDrag.activeTranslation.x : 0),
                                          (ahead ? aheadTip.y : anchorY) * pageHeight + (tipDrag.active ? tipDrag.activeTranslation.y : 0))
    readonly property point wished: Qt.point((ahead ? aheadCard.x : cardX) * pageWidth, (ahead ? aheadCard.y : cardY) * pageHeight)
    readonly property point rest: notes.clearPlace(Qt.rect(wished.x, wished.y, card.width, card.height), tip, reach, desk)
    readonly property point place: cardDrag.active ? Qt.point(cardDrag.from.x + cardDrag.activeTranslation.x, cardDrag.from.y + cardDrag.activeTranslation.y)
                                                   : rest

    function onPage(at: point): point {
        return Qt.point(at.x / pageWidth, at.y / pageHeight);
    }
    function nudge(across: real, down: real): void {
        const tipAt = ahead ? aheadTip : Qt.point(anchorX, anchorY);
        const cardAt = onPage(rest);
        aheadTip = Qt.point(Math.max(0, Math.min(1, tipAt.x + across)), Math.max(0, Math.min(1, tipAt.y + down)));
        aheadCard = Qt.point(cardAt.x + across, cardAt.y + down);
        ahead = true;
        nudged = true;
    }
    property bool nudged: false

    onAnchorXChanged: ahead = false
    onAnchorYChanged: ahead = false
    onCardXChanged: ahead = false
    onCardYChanged: ahead = false
    z: held ? 3 : open || card.activeFocus ? 2 : 1

    NoteTail {
        tip: root.tip
        card: Qt.rect(root.place.x, root.place.y, card.width, card.height)
        kind: root.kind
        grasped: tipDrag.active
    }
    // Its end, on the word.
    Item {
        id: end
        x: root.tip.x - width / 2
        y: root.tip.y - height / 2
        width: Theme.target
        height: Theme.target

        HoverHandler {
            cursorShape: Qt.CrossCursor
        }
        DragHandler {
            id: tipDrag
            target: null
            dragThreshold: Theme.space4
            grabPermissions: PointerHandler.CanTakeOverFromAnything
            onActiveChanged: {
                if (active)
                    return;
                // Worked out from where it lay: whether the tip still counts the drag depends on who hears first.
                const lay = root.ahead ? root.aheadTip : Qt.point(root.anchorX, root.anchorY);
                const at = Qt.point(lay.x + lastX / root.pageWidth, lay.y + lastY / root.pageHeight);
                root.aheadTip = Qt.point(Math.max(0, Math.min(1, at.x)), Math.max(0, Math.min(1, at.y)));
                root.aheadCard = root.onPage(root.rest);
                root.ahead = true;
                root.notes.movePoint(root.noteId, root.aheadTip);
            }
            property real lastX: 0
            property real lastY: 0
            onTranslationChanged: {
                lastX = activeTranslation.x;
                lastY = activeTranslation.y;
            }
        }
    }

    NoteCard {
        id: card
        x: root.place.x
        y: root.place.y
        width: root.cardWidth
        height: Math.max(Theme.target, implicitHeight)
        kind: root.kind
        words: root.told === "" && root.skillName === "" ? qsTr("…") : root.told
        skillName: root.skillName
        stateName: root.stateName
        author: root.author === 1 ? qsTr("by the writer") : ""
        small: root.small
        selected: root.open
        angle: Theme.tilt(root.noteId)
        focus: true
        activeFocusOnTab: true
        accessibleName: Theme.listed([Theme.noteKindName(root.kind) + ": " + (root.told !== "" ? root.told : qsTr("no words yet")),
                                      root.skillName, root.stateName, root.versions > 1 ? qsTr("two versions") : ""])
        onClicked: root.opened()
        onVisualFocusChanged: if (visualFocus) root.focusedNote()

        Keys.onPressed: event => {
            const step = 0.02;
            event.accepted = true;
            if (event.key === Qt.Key_Left)
                root.nudge(-step, 0);
            else if (event.key === Qt.Key_Right)
                root.nudge(step, 0);
            else if (event.key === Qt.Key_Up)
                root.nudge(0, -step);
            else if (event.key === Qt.Key_Down)
                root.nudge(0, step);
            else if (event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace)
                root.removed();
            else
                event.accepted = false;
        }
        Keys.onReleased: event => {
            if (event.isAutoRepeat || !root.nudged)
                return;
            root.nudged = false;
            root.notes.moveBoth(root.noteId, root.aheadTip, root.aheadCard);
        }

        // How the step stands, and that two tablets disagree: on the corner, so that one line is enough for the words.
        Row {
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.topMargin: -Theme.space8
            anchors.rightMargin: -Theme.space4
            spacing: Theme.space4

            CornerMark {
                kind: root.kind
                visible: root.versions > 1

                Icon {
                    anchors.centerIn: parent
                    glyph: Icons.swap
                    size: Theme.small
                    color: Theme.noteInk
                }
            }
            CornerMark {
                kind: root.kind
                visible: root.kind === Theme.NextStep && root.level >= 0

                LevelMark {
                    anchors.centerIn: parent
                    width: Theme.space16
                    height: width
                    filled: (Theme.NotYet - root.level) / Theme.NotYet
                    color: Theme.noteInk
                    line: Theme.stroke
                }
            }
        }

        DragHandler {
            id: cardDrag
            target: null
            dragThreshold: Theme.space4
            grabPermissions: PointerHandler.CanTakeOverFromAnything
            property point from
            property point last
            onActiveChanged: {
                if (active) {
                    from = root.rest;
                    last = from;
                    return;
                }
                root.aheadTip = root.ahead ? root.aheadTip : Qt.point(root.anchorX, root.anchorY);
                root.aheadCard = root.onPage(last);
                root.ahead = true;
                root.notes.moveCard(root.noteId, root.aheadCard);
            }
            onTranslationChanged: last = Qt.point(from.x + activeTranslation.x, from.y + activeTranslation.y)
        }
    }
}
