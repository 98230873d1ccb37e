import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// A page of writing and the notes on it.
FocusScope {
    id: root

    property int widthClass: Theme.Expanded
    required property string pageId
    readonly property string title: thePage.studentName

    signal go(string place, var args)
    signal back()

    readonly property bool narrow: widthClass === Theme.Compact
    property string openNote: ""
    readonly property Item panel: editor.item ? editor.item : sheet.item

    function openEditor(note: string): void {
        closeEditor();
        sheet.kind = "";
        openNote = note;
    }
    function closeEditor(): void {
        if (editor.item)
            editor.item.keep();
        const left = openNote;
        openNote = "";
        if (left !== "")
            theNotes.leave(left);
    }
    // A new note where nobody pointed yet: a free spot in view, its card beside it, the bank open.
    function takeNote(kind: int): void {
        const spot = theNotes.anchorFor(canvas.seen, Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight));
        beginNote(kind, spot, false);
    }
    function beginNote(kind: int, spot: point, byHand: bool): void {
        closeEditor();
        const card = Qt.size(Theme.readable / 5, Theme.target);
        const place = theNotes.placeFor(spot, card, Theme.space24, Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight), canvas.seen);
        openEditor(theNotes.begin(kind, Qt.point(spot.x / canvas.pageWidth, spot.y / canvas.pageHeight),
                               Qt.point(place.x / canvas.pageWidth, place.y / canvas.pageHeight), byHand));
    }
    function aim(note: string, at: point): void {
        const spot = Qt.point(at.x * canvas.pageWidth, at.y * canvas.pageHeight);
        const place = theNotes.placeFor(spot, Qt.size(Theme.readable / 5, Theme.target), Theme.space24,
                                     Qt.rect(0, 0, canvas.pageWidth, canvas.pageHeight), canvas.seen);
        theNotes.moveBoth(note, at, Qt.point(place.x / canvas.pageWidth, place.y / canvas.pageHeight));
    }
    function leave(): void {
        closeEditor();
        back();
    }

    Component.onDestruction: closeEditor()
    onPageIdChanged: closeEditor()
    Keys.onEscapePressed: root.leave()
    Keys.onPressed: event => {
        if (event.key !== Qt.Key_N || event.modifiers !== Qt.NoModifier)
            return;
        event.accepted = true;
        root.takeNote(Theme.Noticed);
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
        onLeaving: root.leave()
        onSheetWanted: kind => {
            root.closeEditor();
            sheet.kind = kind;
        }
        onGo: (place, args) => root.go(place, args)
    }
    PageCanvas {
        id: canvas
        anchors.top: bar.bottom
        anchors.left: parent.left
        anchors.right: root.narrow || !root.panel ? parent.right : aside.left
        anchors.bottom: root.narrow && root.panel ? aside.top : strip.top
        details: thePage
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
            onOpened: note => root.openEditor(note)
            onRemoved: note => {
                if (note === root.openNote)
                    root.openNote = "";
                theNotes.remove(note);
            }
        }
    }
    PageTrouble {
        anchors.centerIn: canvas
        width: Math.min(canvas.width - 2 * Theme.space32, Theme.dialogWidth)
        details: thePage
        canvas: canvas
        onLeaving: root.leave()
    }
    NoteTray {
        id: tray
        lying: root.narrow
        visible: thePage.ready && !thePage.gone
        x: lying ? Math.round((canvas.width - width) / 2) : Theme.rightToLeft ? Theme.space16 : canvas.x + canvas.width - width - Theme.space16
        y: lying ? canvas.y + canvas.height - height - Theme.space8 : canvas.y + Math.round((canvas.height - height) * 0.6)
        waiting: theNotes.draftId !== "" && editor.item ? editor.item.kind : Theme.Plain
        onTaken: kind => root.takeNote(kind)
        onDropped: (kind, scene) => {
            const at = canvas.onPage(canvas.mapFromItem(null, scene.x, scene.y));
            if (at.x >= 0 && at.x <= 1 && at.y >= 0 && at.y <= 1)
                root.beginNote(kind, Qt.point(at.x * canvas.pageWidth, at.y * canvas.pageHeight), true);
        }
    }
    PageStrip {
        id: strip
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: thePage.ready && !thePage.gone
        pages: thePages
        currentPage: root.pageId
        onChosen: pageId => root.go("page", { pageId: pageId })
        onAddWanted: root.go("camera", { studentId: thePage.studentId, sampleId: thePage.sampleId })
    }
    Item {
        id: aside
        readonly property real side: Math.min(Theme.dialogWidth, root.width * 0.45)
        width: root.narrow ? root.width : side
        height: root.narrow ? root.height * 0.56 : root.height - bar.height
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.panel !== null

        Loader {
            id: editor
            anchors.fill: parent
            active: root.openNote !== ""
            sourceComponent: NoteEditor {
                lying: root.narrow
                notes: theNotes
                noteId: root.openNote
                studentId: thePage.studentId
                onClosed: {
                    root.closeEditor();
                    canvas.forceActiveFocus();
                }
            }
        }
        Loader {
            id: sheet
            property string kind: ""
            anchors.fill: parent
            active: kind !== ""
            sourceComponent: kind === "move" ? move : facts
        }
    }
    Component {
        id: facts
        SampleSheet {
            lying: root.narrow
            details: thePage
            onClosed: sheet.kind = ""
        }
    }
    Component {
        id: move
        MovePanel {
            lying: root.narrow
            details: thePage
            onClosed: sheet.kind = ""
        }
    }
}
