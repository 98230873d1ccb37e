import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// A page with notes under fingers, keys and disagreement.
Item {
    id: root

    width: 1280
    height: 800

    property string student
    property string page
    property string second
    property string lead
    property string spaces
    property string asked
    property var askedWith
    property PagePage shown: null

    Component {
        id: pageComponent
        PagePage {
            anchors.fill: parent
            widthClass: Theme.widthClass(width)
            onGo: (place, args) => {
                root.asked = place;
                root.askedWith = args;
            }
        }
    }

    TestCase {
        id: test
        name: "PageWithNotes"
        when: windowShown

        function named(name: string): Item {
            const found = Hand.all(root, one => one.Accessible.name === name && one.enabled && !one.Accessible.ignored);
            return found.length > 0 ? found[0] : null;
        }
        function starting(name: string): Item {
            const found = Hand.all(root, one => one.Accessible.name.startsWith(name) && one.enabled && !one.Accessible.ignored);
            return found.length > 0 ? found[0] : null;
        }
        function tap(item: Item): void {
            verify(item !== null);
            // What was just laid out has to have come to rest.
            let last = Qt.point(-1, -1);
            tryVerify(() => {
                const now = item.mapToItem(root, 0, 0);
                const still = now.x === last.x && now.y === last.y;
                last = now;
                return still;
            });
            const at = item.mapToItem(root, item.width / 2, item.height / 2);
            touchEvent(root).press(0, root, at.x, at.y).commit();
            touchEvent(root).release(0, root, at.x, at.y).commit();
        }
        function drag(fromX: real, fromY: real, toX: real, toY: real): void {
            touchEvent(root).press(0, root, fromX, fromY).commit();
            for (let i = 1; i <= 10; ++i)
                touchEvent(root).move(0, root, fromX + (toX - fromX) * i / 10, fromY + (toY - fromY) * i / 10).commit();
            touchEvent(root).release(0, root, toX, toY).commit();
        }
        function canvas(): Item {
            return starting("Page of ");
        }
        // A place of the page, 0 to 1, in the window.
        function place(x: real, y: real): point {
            const view = canvas();
            return view.mapToItem(root, view.pageRect.x + x * view.pageWidth, view.pageRect.y + y * view.pageHeight);
        }
        // The window has its new size and every picture is there.
        function settle(): void {
            tryVerify(() => root.Window.width === root.width && root.Window.height === root.height);
            tryVerify(() => Hand.all(root, one => one.status === Image.Loading && one.sourceSize !== undefined).length === 0);
        }
        function look(name: string): void {
            const path = Scratch.pathFor(name);
            if (path === "")
                return;
            settle();
            wait(Theme.busyDelay);
            grabImage(root).save(path);
        }

        function initTestCase(): void {
            Scratch.startClass();
            tryCompare(Workspace, "state", Workspace.Open, 30000);
            root.student = Scratch.student("Maya", "Grade 2");
            root.spaces = Scratch.skill("Spaces between words", "conventions", "You left a space after every word.", "Leave a finger's space after each word.");
            root.lead = Scratch.skill("A lead that hooks", "organization", "Your first line made me want to read on.", "Start with a sound or a question.");
            Scratch.skill("Small details", "elaboration", "I could see it because of your details.", "Add what you saw there.", [root.lead]);
        }
        function init(): void {
            failOnWarning(/.?/);
            Theme.textScale = 1;
            root.width = 1280;
            root.height = 800;
            root.asked = "";
            root.page = Scratch.page(root.student);
            open();
        }
        function open(): void {
            if (root.shown)
                root.shown.destroy();
            root.shown = null;
            tryVerify(() => canvas() === null);
            settle();
            root.shown = pageComponent.createObject(root, { pageId: root.page });
            tryVerify(() => canvas() !== null && canvas().pageWidth > 100 && !canvas().loading);
            tryVerify(() => named("Add note: Noticed") !== null || named("Add note: " + Theme.noteKindName(0)) !== null);
        }
        function cleanup(): void {
            if (root.shown)
                root.shown.destroy();
            root.shown = null;
            wait(0);
        }
        function tray(kind: int): Item {
            return named("Add note: " + Theme.noteKindName(kind));
        }

        function test_complimentAndStepInFourTaps(): void {
            const before = Scratch.edits();
            tap(tray(Theme.Noticed));                                  // 1
            tryVerify(() => starting("A lead that hooks") !== null);
            tap(starting("A lead that hooks"));                        // 2
            tryVerify(() => Scratch.notes(root.page).length === 1);
            tap(tray(Theme.NextStep));                                 // 3
            tryVerify(() => starting("Spaces between words") !== null);
            tap(starting("Spaces between words"));                     // 4
            tryVerify(() => Scratch.notes(root.page).length === 2);
            const notes = Scratch.notes(root.page);
            compare(notes[0].words, "Your first line made me want to read on.");
            compare(notes[0].skill, root.lead);
            compare(notes[1].kind, Theme.NextStep);
            compare(notes[1].words, "Leave a finger's space after each word.");
            compare(Scratch.edits(), before + 2);
            look("page-editor.png");
            tryCompare(Workspace, "undoLabel", "Add note");
            tap(starting("Undo: "));                                   // one tap takes the whole note back
            tryVerify(() => Scratch.notes(root.page).length === 1);
        }
        function test_tapAColorThenThePlace(): void {
            tap(tray(Theme.Wonder));
            const at = place(0.3, 0.4);
            tryVerify(() => named("Close") !== null);
            const there = place(0.3, 0.4);
            touchEvent(root).press(0, root, there.x, there.y).commit();
            touchEvent(root).release(0, root, there.x, there.y).commit();
            tap(named("Close"));
            tryVerify(() => Scratch.notes(root.page).length === 1);
            fuzzyCompare(Scratch.notes(root.page)[0].x, 0.3, 0.02);
            fuzzyCompare(Scratch.notes(root.page)[0].y, 0.4, 0.02);
        }
        function test_leavingAnUntouchedNoteKeepsNothing(): void {
            const before = Scratch.edits();
            tap(tray(Theme.Wonder));
            tryVerify(() => named("Close") !== null);
            tap(named("Close"));
            tryVerify(() => starting("I wonder: no words yet") === null);
            compare(Scratch.notes(root.page).length, 0);
            compare(Scratch.edits(), before);
        }
        function test_dragAColorOntoTheWriting(): void {
            const from = tray(Theme.NextStep).mapToItem(root, 24, 24);
            const to = place(0.25, 0.6);
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => named("Close") !== null);
            tap(named("Close"));
            tryVerify(() => Scratch.notes(root.page).length === 1);
            const note = Scratch.notes(root.page)[0];
            compare(note.kind, Theme.NextStep);
            fuzzyCompare(note.x, 0.25, 0.03);
            fuzzyCompare(note.y, 0.6, 0.03);
        }
        function test_dragACardIsOneChange(): void {
            Scratch.note(root.page, Theme.Noticed, "Look at that", 0.3, 0.3);
            tryVerify(() => starting("Noticed: Look at that") !== null);
            const before = Scratch.edits();
            const card = starting("Noticed: Look at that");
            const from = card.mapToItem(root, card.width / 2, card.height / 2);
            drag(from.x, from.y, from.x + 80, from.y + 150);
            tryVerify(() => Scratch.edits() === before + 1);
            const note = Scratch.notes(root.page)[0];
            compare(note.x, 0.3);
            verify(note.cardY > 0.35);
        }
        function test_dragTheTailsEnd(): void {
            Scratch.note(root.page, Theme.Noticed, "Here", 0.3, 0.7);
            tryVerify(() => starting("Noticed: Here") !== null);
            const from = place(0.3, 0.7);
            const to = place(0.5, 0.8);
            const before = Scratch.edits();
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => Scratch.edits() === before + 1);
            const note = Scratch.notes(root.page)[0];
            fuzzyCompare(note.x, 0.5, 0.02);
            fuzzyCompare(note.y, 0.8, 0.02);
        }
        function test_cardNeverHidesItsWords(): void {
            const id = Scratch.note(root.page, Theme.Noticed, "Right on it", 0.5, 0.5);
            tryVerify(() => starting("Noticed: Right on it") !== null);
            const card = starting("Noticed: Right on it");
            const from = card.mapToItem(root, card.width / 2, card.height / 2);
            const to = place(0.5, 0.5);
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => Math.abs(Scratch.notes(root.page)[0].cardY - 0.4) > 0.01);
            const at = root.mapToItem(card, to.x, to.y);
            tryVerify(() => {
                const now = root.mapToItem(card, place(0.5, 0.5).x, place(0.5, 0.5).y);
                return !card.contains(Qt.point(now.x, now.y));
            });
        }
        function test_editRecolorDeleteUndo(): void {
            Scratch.note(root.page, Theme.Noticed, "First words", 0.3, 0.3);
            tryVerify(() => starting("Noticed: First words") !== null);
            tap(starting("Noticed: First words"));
            tryVerify(() => named("Words on the note") !== null);
            const field = named("Words on the note");
            field.forceActiveFocus();
            field.text = "Other words";
            tap(named(Theme.noteKindName(Theme.Wonder)));
            tryVerify(() => Scratch.notes(root.page)[0].kind === Theme.Wonder);
            compare(Scratch.notes(root.page)[0].words, "Other words");
            tap(named("Close"));
            const card = starting(Theme.noteKindName(Theme.Wonder) + ": Other words");
            card.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Delete);
            tryVerify(() => Scratch.notes(root.page).length === 0);
            tap(starting("Undo: "));
            tryVerify(() => Scratch.notes(root.page).length === 1);
        }
        function test_leavingThePageSavesWhatWasTyped(): void {
            Scratch.note(root.page, Theme.Noticed, "Old", 0.3, 0.3);
            tryVerify(() => starting("Noticed: Old") !== null);
            tap(starting("Noticed: Old"));
            tryVerify(() => named("Words on the note") !== null);
            named("Words on the note").text = "Typed and left";
            root.shown.destroy();
            root.shown = null;
            tryVerify(() => Scratch.notes(root.page)[0].words === "Typed and left");
        }
        function test_answerInOneTap(): void {
            const id = Scratch.note(root.page, Theme.NextStep, "Try it", 0.3, 0.3, root.spaces);
            tryVerify(() => starting("Next step: Try it") !== null);
            tap(starting("Next step: Try it"));
            tryVerify(() => named(Theme.supportLevelName(Theme.WithModel)) !== null);
            tap(named(Theme.supportLevelName(Theme.WithModel)));
            tryVerify(() => Scratch.answers(id).length === 1);
            compare(Scratch.answers(id)[0].level, "model");
            tryVerify(() => starting("Next step: Try it, Spaces between words, tried with help") !== null);
            look("page-step.png");
        }
        function test_turningKeepsNotesOnTheirWords(): void {
            Scratch.note(root.page, Theme.Noticed, "On the word", 0.2, 0.3);
            tryVerify(() => starting("Noticed: On the word") !== null);
            const note = () => Hand.all(root, one => one.anchorX !== undefined && one.words === "On the word")[0];
            fuzzyCompare(note().anchorX, 0.2, 0.001);
            tap(named("Turn right"));
            tryVerify(() => Math.abs(note().anchorX - 0.7) < 0.001);   // (x, y) → (1 − y, x)
            fuzzyCompare(note().anchorY, 0.2, 0.001);
            compare(Scratch.notes(root.page)[0].x, 0.2);
            compare(Scratch.pageFacts(root.page).rotation, 1);
            tap(named("Turn left"));
            tryVerify(() => Math.abs(note().anchorX - 0.2) < 0.001);
        }
        function test_disagreementIsShownAndSettled(): void {
            const id = Scratch.note(root.page, Theme.Noticed, "Before", 0.3, 0.3);
            Scratch.disagree(id, "Mine", "Theirs");
            tryVerify(() => starting("Noticed: ") !== null && starting("Noticed: ").Accessible.name.includes("two versions"));
            tap(starting("Noticed: "));
            tryVerify(() => starting("Take: Mine") !== null && starting("Take: Theirs") !== null);
            look("page-versions.png");
            tap(named("Take both"));
            tryVerify(() => Scratch.notes(root.page)[0].words.includes("Mine") && Scratch.notes(root.page)[0].words.includes("Theirs"));
            tryVerify(() => starting("Take: Mine") === null);
        }
        function test_keyboardOnly(): void {
            root.shown.forceActiveFocus();
            keyClick(Qt.Key_N);
            tryVerify(() => starting("A lead that hooks") !== null);
            const chip = starting("A lead that hooks");
            chip.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            tryVerify(() => Scratch.notes(root.page).length === 1);
            keyClick(Qt.Key_Escape);
            tryVerify(() => named("Close") === null);
            const card = starting("Noticed: Your first line");
            for (let i = 0; i < 40 && !card.activeFocus; ++i)
                keyClick(Qt.Key_Tab);
            verify(card.activeFocus);
            const x = Scratch.notes(root.page)[0].x;
            keyClick(Qt.Key_Right);
            tryVerify(() => Scratch.notes(root.page)[0].x > x);
            keyClick(Qt.Key_Return);
            tryVerify(() => named("Words on the note") !== null);
        }
        function test_zoomKeysAndDoubleTap(): void {
            canvas().forceActiveFocus();
            compare(canvas().zoom, 1);
            keyClick(Qt.Key_Plus);
            verify(canvas().zoom > 1.2);
            keyClick(Qt.Key_0);
            compare(canvas().zoom, 1);
            const at = place(0.5, 0.5);
            for (let i = 0; i < 2; ++i) {
                touchEvent(root).press(0, root, at.x, at.y).commit();
                touchEvent(root).release(0, root, at.x, at.y).commit();
            }
            verify(canvas().zoom > 2);
            look("page-zoomed.png");
        }
        function test_pinchZoomsAroundTheFingers(): void {
            const at = place(0.5, 0.5);
            const touch = touchEvent(root);
            touch.press(0, root, at.x - 40, at.y).press(1, root, at.x + 40, at.y).commit();
            for (let i = 1; i <= 12; ++i)
                touch.move(0, root, at.x - 40 - i * 8, at.y).move(1, root, at.x + 40 + i * 8, at.y).commit();
            touch.release(0, root, at.x - 136, at.y).release(1, root, at.x + 136, at.y).commit();
            verify(canvas().zoom > 1.3);
            const now = place(0.5, 0.5);
            fuzzyCompare(now.x, at.x, 60);
        }
        function test_pictureElsewhereIsSaid(): void {
            Scratch.takePictureAway(root.page);
            tryVerify(() => Hand.all(root, one => one.text !== undefined && String(one.text).includes("still on another tablet")).length > 0);
        }
        function test_looks(): void {
            Scratch.note(root.page, Theme.Noticed, "Your first line made me want to read on.", 0.35, 0.2, root.lead);
            Scratch.note(root.page, Theme.Wonder, "I wonder what the dog did then", 0.4, 0.75);
            const step = Scratch.note(root.page, Theme.NextStep, "Leave a finger's space after each word.", 0.3, 0.5, root.spaces);
            Scratch.answer(step, Theme.WithModel);
            Scratch.page(root.student, Scratch.sampleOf(root.page));
            tryVerify(() => starting("Wonder: I wonder what") !== null);
            look("page-1280.png");
            Theme.dark = true;
            look("page-1280-dark.png");
            Theme.dark = false;
            root.width = 800;
            root.height = 1280;
            settle();
            look("page-800.png");
            root.width = 390;
            root.height = 844;
            settle();
            look("page-390.png");
            tap(tray(Theme.NextStep));
            tryVerify(() => named("Close") !== null);
            look("page-390-editor.png");
        }
        function test_thePageAloneMovesToAnotherSample(): void {
            const leo = Scratch.student("Leo");
            const other = Scratch.sampleOf(Scratch.page(leo));
            tap(named("More about this page"));
            tryVerify(() => Hand.all(root.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else").length > 0);
            Hand.all(root.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else")[0].activate();
            // The menu takes every touch until it has closed.
            tryVerify(() => Hand.all(root.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else").length === 0);
            tryVerify(() => named("Only this page") !== null);
            tap(named("Only this page"));
            tryVerify(() => named("Only this page").selected);
            tryVerify(() => named("Leo") !== null);
            tap(named("Leo"));
            tryVerify(() => starting("In progress, ") !== null);
            tap(starting("In progress, "));
            tryVerify(() => Scratch.sampleOf(root.page) === other);
            tryCompare(Workspace, "undoLabel", "Move page");
            Workspace.undo();
            tryVerify(() => Scratch.sampleOf(root.page) !== other);
        }
        function test_pagesAreReorderedByDragAndByMenu(): void {
            const next = Scratch.page(root.student, Scratch.sampleOf(root.page));
            tryVerify(() => starting("Page 2 of 2") !== null);
            settle();
            const tile = starting("Page 2 of 2");
            const from = tile.mapToItem(root, tile.width / 2, tile.height / 2);
            drag(from.x, from.y, from.x - 90, from.y);
            tryVerify(() => Scratch.pageFacts(next).position === 0);
            tryVerify(() => starting("Page 1 of 2") !== null && starting("Page 1 of 2").pageId === next);
            tap(starting("Page 1 of 2"));
            compare(root.asked, "page");
            compare(root.askedWith.pageId, next);
        }
        function test_everyControlHasANameAndARole(): void {
            Scratch.note(root.page, Theme.NextStep, "Try it", 0.3, 0.3, root.spaces);
            tryVerify(() => starting("Next step: Try it") !== null);
            tap(starting("Next step: Try it"));
            tryVerify(() => named("Words on the note") !== null);
            for (const one of Hand.all(root, item => item.activeFocusOnTab)) {
                verify(one.Accessible.name !== "" || one.children.length > 0, one + " has no name");
                if (one.Accessible.focusable)
                    verify(one.Accessible.name !== "", one + " has no name");
            }
        }
        function test_largeTextInTheNarrowestWindow(): void {
            Scratch.note(root.page, Theme.NextStep, "Leave a finger's space after each word.", 0.3, 0.3, root.spaces);
            root.width = 390;
            root.height = 844;
            Theme.textScale = 2;
            open();
            look("page-390-200.png");
            tap(tray(Theme.Noticed));
            tryVerify(() => named("Close") !== null);
            look("page-390-200-editor.png");
            for (const one of Hand.all(root, item => item.truncated !== undefined && item.text !== undefined && !item.elides)) {
                verify(!one.truncated, "cut: " + one.text);
                if (one.parent)
                    verify(one.mapToItem(root, 0, 0).x >= -1 && one.mapToItem(root, one.width, 0).x <= root.width + 1, "beyond the edge: " + one.text + " in " + one.parent.parent);
            }
        }
    }
}
