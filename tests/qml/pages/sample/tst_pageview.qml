import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// A page turned, zoomed, moved, in every size of window and of words.
Item {
    id: root

    width: 1280
    height: 800

    PageCase {
        name: "PageView"
        stage: root

        function test_turningKeepsNotesOnTheirWords(): void {
            Scratch.note(page, Theme.Noticed, "On the word", 0.2, 0.3);
            tryVerify(() => starting("Noticed: On the word") !== null);
            const note = () => Hand.all(stage, one => one.anchorX !== undefined && one.words === "On the word")[0];
            fuzzyCompare(note().anchorX, 0.2, 0.001);
            tap(named("Turn right"));
            tryVerify(() => Math.abs(note().anchorX - 0.7) < 0.001);   // (x, y) → (1 − y, x)
            fuzzyCompare(note().anchorY, 0.2, 0.001);
            compare(Scratch.notes(page)[0].x, 0.2);
            compare(Scratch.pageFacts(page).rotation, 1);
            tap(named("Turn left"));
            tryVerify(() => Math.abs(note().anchorX - 0.2) < 0.001);
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
                touchEvent(stage).press(0, stage, at.x, at.y).commit();
                touchEvent(stage).release(0, stage, at.x, at.y).commit();
            }
            verify(canvas().zoom > 2);
            look("page-zoomed.png");
        }
        function test_pinchZoomsAroundTheFingers(): void {
            const at = place(0.5, 0.5);
            const touch = touchEvent(stage);
            touch.press(0, stage, at.x - 40, at.y).press(1, stage, at.x + 40, at.y).commit();
            for (let i = 1; i <= 12; ++i)
                touch.move(0, stage, at.x - 40 - i * 8, at.y).move(1, stage, at.x + 40 + i * 8, at.y).commit();
            touch.release(0, stage, at.x - 136, at.y).release(1, stage, at.x + 136, at.y).commit();
            verify(canvas().zoom > 1.3);
            const now = place(0.5, 0.5);
            fuzzyCompare(now.x, at.x, 60);
        }
        function test_pictureElsewhereIsSaid(): void {
            Scratch.takePictureAway(page);
            tryVerify(() => Hand.all(stage, one => one.text !== undefined && String(one.text).includes("still on another tablet")).length > 0);
        }
        function test_looks(): void {
            Scratch.note(page, Theme.Noticed, "Your first line made me want to read on.", 0.35, 0.2, lead);
            Scratch.note(page, Theme.Wonder, "I wonder what the dog did then", 0.4, 0.75);
            const step = Scratch.note(page, Theme.NextStep, "Leave a finger's space after each word.", 0.3, 0.5, spaces);
            Scratch.answer(step, Theme.WithModel);
            Scratch.page(student, Scratch.sampleOf(page));
            tryVerify(() => starting("Wonder: I wonder what") !== null);
            look("page-1280.png");
            Theme.dark = true;
            look("page-1280-dark.png");
            Theme.dark = false;
            stage.width = 800;
            stage.height = 1280;
            settle();
            look("page-800.png");
            stage.width = 390;
            stage.height = 844;
            settle();
            look("page-390.png");
            tap(tray(Theme.NextStep));
            tryVerify(() => named("Close") !== null);
            look("page-390-editor.png");
        }
        // A phone that lies: at least half of its height is the page's, and the looks are in the menu.
        function test_aLyingPhoneIsForThePage(): void {
            stage.width = 708;
            stage.height = 344;
            settle();
            tryVerify(() => canvas().height >= stage.height / 2);
            look("page-lying.png");
            tap(named("More about this page"));
            const entry = name => Hand.all(stage.Window.contentItem, one => one.Accessible.name === name)[0] ?? null;
            tryVerify(() => entry("Show clearer") !== null);
            entry("Show clearer").activate();
            tryVerify(() => canvas().view.startsWith("clear,"));
        }
        function test_thePageAloneMovesToAnotherSample(): void {
            const leo = Scratch.student("Leo");
            const other = Scratch.sampleOf(Scratch.page(leo));
            tap(named("More about this page"));
            tryVerify(() => Hand.all(stage.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else").length > 0);
            Hand.all(stage.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else")[0].activate();
            // The menu takes every touch until it has closed.
            tryVerify(() => Hand.all(stage.Window.contentItem, one => one.Accessible.name === "It belongs to somebody else").length === 0);
            tryVerify(() => named("Only this page") !== null);
            tap(named("Only this page"));
            tryVerify(() => named("Only this page").selected);
            tryVerify(() => named("Leo") !== null);
            tap(named("Leo"));
            tryVerify(() => starting("In progress, ") !== null);
            tap(starting("In progress, "));
            tryVerify(() => Scratch.sampleOf(page) === other);
            tryCompare(Workspace, "undoLabel", "Move page");
            Workspace.undo();
            tryVerify(() => Scratch.sampleOf(page) !== other);
        }
        function test_everyControlHasANameAndARole(): void {
            Scratch.note(page, Theme.NextStep, "Try it", 0.3, 0.3, spaces);
            tryVerify(() => starting("Next step: Try it") !== null);
            tap(starting("Next step: Try it"));
            tryVerify(() => named("Words on the note") !== null);
            for (const one of Hand.all(stage, item => item.activeFocusOnTab)) {
                verify(one.Accessible.name !== "" || one.children.length > 0, one + " has no name");
                if (one.Accessible.focusable)
                    verify(one.Accessible.name !== "", one + " has no name");
            }
        }
        function test_largeTextInTheNarrowestWindow(): void {
            Scratch.note(page, Theme.NextStep, "Leave a finger's space after each word.", 0.3, 0.3, spaces);
            stage.width = 390;
            stage.height = 844;
            Theme.textScale = 2;
            open();
            look("page-390-200.png");
            tap(tray(Theme.Noticed));
            tryVerify(() => named("Close") !== null);
            look("page-390-200-editor.png");
            for (const one of Hand.all(stage, item => item.truncated !== undefined && item.text !== undefined && !item.elides)) {
                verify(!one.truncated, "cut: " + one.text);
                if (one.parent)
                    verify(one.mapToItem(stage, 0, 0).x >= -1 && one.mapToItem(stage, one.width, 0).x <= stage.width + 1, "beyond the edge: " + one.text + " in " + one.parent.parent);
            }
        }
    }
}
