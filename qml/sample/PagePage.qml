import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// A page of writing and the notes on it.
FocusScope {
    id: root

    readonly property bool leadsBack: true
    property int widthClass: Theme.Expanded
    required property string pageId
    // The camera has just brought it.
    property bool justShot: false
    readonly property string title: thePage.studentName
    // Under the curtain only names show; on a page just shot there is nothing else yet.
    readonly property bool aboutChildren: !justShot

    signal go(string place, var args)
    signal back()

    readonly property bool narrow: widthClass === Theme.Compact
    property string openNote: ""
    readonly property bool panel: aside.visible
    // Below are chips for the thumb, above is the writing: nothing may lie over either.
    readonly property bool ownUndo: narrow && panel || over.editing
    // The next page and, for the thumb, the colors are one tap away at once; so is what the panel offers.
    readonly property real bottomRoom: strip.visible ? strip.height + (tray.lying ? tray.height + Theme.space8 : 0) : 0
    readonly property real sideRoom: !narrow && panel ? aside.width : 0

    function openEditor(note: string): void {
        closeEditor();
        aside.kind = "";
        openNote = note;
        canvas.reveal(theNotes.anchorOf(note));
    }
    function closeEditor(): void {
        aside.keep();
        const left = openNote;
        openNote = "";
        if (left !== "")
            theNotes.leave(left);
    }
    // What will be in view once the editor lies over the lower part of a narrow window, above the tray.
    readonly property rect room: Qt.rect(canvas.seen.x, canvas.seen.y, canvas.seen.width,
                                         narrow ? canvas.height - aside.height + strip.height - tray.height - Theme.space16 : canvas.seen.height)

    // A new note where nobody pointed yet: a free spot in view, its card beside it, the bank open.
    function takeNote(kind: int): void {
        closeEditor();
        beginNote(kind, theNotes.anchorFor(room, Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight)), false, room);
    }
    function beginNote(kind: int, spot: point, byHand: bool, within: rect): void {
        const card = Qt.size(layer.cardWidth, Theme.target);
        const place = theNotes.placeFor(spot, card, Theme.space24, Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight), within);
        openEditor(theNotes.begin(kind, Qt.point(spot.x / canvas.pageWidth, spot.y / canvas.pageHeight),
                               Qt.point(place.x / canvas.pageWidth, place.y / canvas.pageHeight), byHand));
    }
    function aim(note: string, at: point): void {
        const spot = Qt.point(at.x * canvas.pageWidth, at.y * canvas.pageHeight);
        const place = theNotes.placeFor(spot, Qt.size(layer.cardWidth, Theme.target), Theme.space24,
                                     Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight), canvas.seen);
        theNotes.moveBoth(note, at, Qt.point(place.x / canvas.pageWidth, place.y / canvas.pageHeight));
    }
    // The one shown gives its place to its neighbor.
    function removePage(page: string): void {
        const at = thePages.indexOf(page);
        const next = page !== pageId ? pageId : thePages.idAt(at > 0 ? at - 1 : 1);
        thePages.remove(at);
        if (next === "")
            leave();
        else if (next !== pageId)
            go("page", { pageId: next });
    }
    function leave(): void {
        closeEditor();
        back();
    }
    // What Escape leaves before the page itself.
    function stepOut(): bool {
        if (over.stepOut())
            return true;
        if (!panel)
            return false;
        closeEditor();
        aside.kind = "";
        canvas.forceActiveFocus();
        return true;
    }

    Component.onDestruction: closeEditor()
    onPageIdChanged: {
        closeEditor();
        over.stepOut();
    }
    Keys.onEscapePressed: root.leave()
    Keys.onPressed: event => {
        const near = event.key === Qt.Key_PageDown ? 1 : event.key === Qt.Key_PageUp ? -1 : 0;
        const next = near === 0 ? "" : thePages.idAt(thePages.indexOf(pageId) + near);
        event.accepted = near !== 0 || (event.key === Qt.Key_N && event.modifiers === Qt.NoModifier);
        if (event.key === Qt.Key_N && event.accepted)
            root.takeNote(Theme.Noticed);
        else if (next !== "")
            root.go("page", { pageId: next });
    }

    PageDetails {
        id: thePage
        workspace: Workspace
        pageId: root.pageId
    }
    PageNotes {
        id: theNotes
        workspace: Workspace
        pageId: root.pageId
        turns: thePage.turns
        view: canvas.view
    }
    SamplePages {
        id: thePages
        workspace: Workspace
        sampleId: thePage.sampleId
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.inset
    }
    PageBar {
        id: bar
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        details: thePage
        pages: thePages
        narrow: root.narrow
        low: root.height < Theme.target * 8
        enabled: !over.editing
        onLeaving: root.leave()
        onSheetWanted: kind => {
            root.closeEditor();
            aside.kind = kind;
        }
        onRemoved: page => root.removePage(page)
        onEdgesWanted: {
            root.closeEditor();
            aside.kind = "";
            over.openEdges();
        }
        onGo: (place, args) => root.go(place, args)
    }
    PageCanvas {
        id: canvas
        anchors.top: bar.bottom
        anchors.left: parent.left
        anchors.right: root.narrow || !root.panel ? parent.right : aside.left
        anchors.bottom: strip.top
        covered: root.narrow && root.panel ? aside.height - strip.height : 0
        details: thePage
        enabled: !over.editing
        focus: true
        held: layer.held
        onTapped: at => {
            if (root.openNote === "")
                return;
            if (theNotes.draftId === root.openNote)
                root.aim(root.openNote, at);
            else
                root.closeEditor();
        }

        NoteLayer {
            id: layer
            anchors.fill: parent
            notes: theNotes
            canvas: canvas
            openNote: root.openNote
            typed: aside.typed
            narrow: root.narrow
            onOpened: note => root.openEditor(note)
            onRemoved: note => {
                if (note === root.openNote)
                    root.openNote = "";
                theNotes.remove(note);
            }
        }
    }
    NoteTray {
        id: tray
        lying: root.narrow
        enabled: !over.editing
        visible: thePage.ready && !thePage.gone
        x: lying ? Math.round((canvas.width - width) / 2) : Theme.rightToLeft ? Theme.space16 : canvas.x + canvas.width - width - Theme.space16
        y: lying ? canvas.y + canvas.height - canvas.covered - height - Theme.space8 : canvas.y + Math.round((canvas.height - height) * 0.6)
        waiting: theNotes.draftId !== "" ? theNotes.draftKind : Theme.Plain
        onTaken: kind => root.takeNote(kind)
        onDropped: (kind, scene) => {
            root.closeEditor();
            const at = canvas.onPage(canvas.mapFromItem(null, scene.x, scene.y));
            if (at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1)
                root.beginNote(kind, Qt.point(at.x * canvas.pageWidth, at.y * canvas.pageHeight), true, canvas.seen);
        }
    }
    PageStrip {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: thePage.ready && !thePage.gone
        pages: thePages
        enabled: !over.editing
        currentPage: root.pageId
        onChosen: pageId => root.go("page", { pageId: pageId })
        onRemoved: page => root.removePage(page)
        onFilesWanted: pictures.choose()
        onAddWanted: root.go("camera", { studentId: thePage.studentId, sampleId: thePage.sampleId })
    }
    PagePictures {
        id: pictures
        anchors.fill: parent
        studentId: thePage.studentId
        sampleId: thePage.sampleId
    }
    PageOver {
        id: over
        anchors.fill: parent
        z: 1
        details: thePage
        canvas: canvas
        narrow: root.narrow
        justShot: root.justShot
        onLeaving: root.leave()
        onRetakeWanted: root.go("camera", { studentId: thePage.studentId, sampleId: thePage.sampleId, retakeId: root.pageId })
    }
    PageAside {
        id: aside
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: narrow ? root.width : Math.min(Theme.dialogWidth, root.width * 0.45)
        height: narrow ? root.height * 0.56 : root.height - bar.height
        narrow: root.narrow
        details: thePage
        notes: theNotes
        noteId: root.openNote
        onNoteClosed: {
            root.closeEditor();
            canvas.forceActiveFocus();
        }
    }
}
