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

    PageCase {
        name: "PageWithNotes"
        stage: root

        function test_complimentAndStepInFourTaps(): void {
            const before = Scratch.edits();
            tap(tray(Theme.Noticed));                                  // 1
            tryVerify(() => starting("A lead that hooks") !== null);
            tap(starting("A lead that hooks"));                        // 2
            tryVerify(() => Scratch.notes(page).length === 1);
            tap(tray(Theme.NextStep));                                 // 3
            tryVerify(() => starting("Spaces between words") !== null);
            tap(starting("Spaces between words"));                     // 4
            tryVerify(() => Scratch.notes(page).length === 2);
            const notes = Scratch.notes(page);
            compare(notes[0].words, "Your first line made me want to read on.");
            compare(notes[0].skill, lead);
            compare(notes[1].kind, Theme.NextStep);
            compare(notes[1].words, "Leave a finger's space after each word.");
            compare(Scratch.edits(), before + 2);
            look("page-editor.png");
            tryCompare(Workspace, "undoLabel", "Add note");
            tap(starting("Undo: "));                                   // one tap takes the whole note back
            tryVerify(() => Scratch.notes(page).length === 1);
        }
        function test_tapAColorThenThePlace(): void {
            tap(tray(Theme.Wonder));
            const at = place(0.3, 0.4);
            tryVerify(() => named("Close") !== null);
            const there = place(0.3, 0.4);
            touchEvent(stage).press(0, stage, there.x, there.y).commit();
            touchEvent(stage).release(0, stage, there.x, there.y).commit();
            tap(named("Close"));
            tryVerify(() => Scratch.notes(page).length === 1);
            fuzzyCompare(Scratch.notes(page)[0].x, 0.3, 0.02);
            fuzzyCompare(Scratch.notes(page)[0].y, 0.4, 0.02);
        }
        function test_leavingAnUntouchedNoteKeepsNothing(): void {
            const before = Scratch.edits();
            tap(tray(Theme.Wonder));
            tryVerify(() => named("Close") !== null);
            tap(named("Close"));
            tryVerify(() => starting("I wonder: no words yet") === null);
            compare(Scratch.notes(page).length, 0);
            compare(Scratch.edits(), before);
        }
        function test_dragAColorOntoTheWriting(): void {
            const from = tray(Theme.NextStep).mapToItem(stage, 24, 24);
            const to = place(0.25, 0.6);
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => named("Close") !== null);
            tap(named("Close"));
            tryVerify(() => Scratch.notes(page).length === 1);
            const note = Scratch.notes(page)[0];
            compare(note.kind, Theme.NextStep);
            fuzzyCompare(note.x, 0.25, 0.03);
            fuzzyCompare(note.y, 0.6, 0.03);
        }
        function test_dragACardIsOneChange(): void {
            Scratch.note(page, Theme.Noticed, "Look at that", 0.3, 0.3);
            tryVerify(() => starting("Noticed: Look at that") !== null);
            const before = Scratch.edits();
            const card = starting("Noticed: Look at that");
            const from = card.mapToItem(stage, card.width / 2, card.height / 2);
            drag(from.x, from.y, from.x + 80, from.y + 150);
            tryVerify(() => Scratch.edits() === before + 1);
            const note = Scratch.notes(page)[0];
            compare(note.x, 0.3);
            verify(note.cardY > 0.35);
        }
        function test_dragTheTailsEnd(): void {
            Scratch.note(page, Theme.Noticed, "Here", 0.3, 0.7);
            tryVerify(() => starting("Noticed: Here") !== null);
            const from = place(0.3, 0.7);
            const to = place(0.5, 0.8);
            const before = Scratch.edits();
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => Scratch.edits() === before + 1);
            const note = Scratch.notes(page)[0];
            fuzzyCompare(note.x, 0.5, 0.02);
            fuzzyCompare(note.y, 0.8, 0.02);
        }
        function test_cardNeverHidesItsWords(): void {
            const id = Scratch.note(page, Theme.Noticed, "Right on it", 0.5, 0.5);
            tryVerify(() => starting("Noticed: Right on it") !== null);
            const card = starting("Noticed: Right on it");
            const from = card.mapToItem(stage, card.width / 2, card.height / 2);
            const to = place(0.5, 0.5);
            drag(from.x, from.y, to.x, to.y);
            tryVerify(() => Math.abs(Scratch.notes(page)[0].cardY - 0.4) > 0.01);
            const at = stage.mapToItem(card, to.x, to.y);
            tryVerify(() => {
                const now = stage.mapToItem(card, place(0.5, 0.5).x, place(0.5, 0.5).y);
                return !card.contains(Qt.point(now.x, now.y));
            });
        }
        function test_editRecolorDeleteUndo(): void {
            Scratch.note(page, Theme.Noticed, "First words", 0.3, 0.3);
            tryVerify(() => starting("Noticed: First words") !== null);
            tap(starting("Noticed: First words"));
            tryVerify(() => named("Words on the note") !== null);
            const field = named("Words on the note");
            field.forceActiveFocus();
            field.text = "Other words";
            tryVerify(() => starting("Noticed: Other words") !== null); // the note fills as one writes
            tap(named(Theme.noteKindName(Theme.Wonder)));
            tryVerify(() => Scratch.notes(page)[0].kind === Theme.Wonder);
            compare(Scratch.notes(page)[0].words, "Other words");
            tap(named("Close"));
            const card = starting(Theme.noteKindName(Theme.Wonder) + ": Other words");
            card.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Delete);
            tryVerify(() => Scratch.notes(page).length === 0);
            tap(starting("Undo: "));
            tryVerify(() => Scratch.notes(page).length === 1);
        }
        function test_leavingThePageSavesWhatWasTyped(): void {
            Scratch.note(page, Theme.Noticed, "Old", 0.3, 0.3);
            tryVerify(() => starting("Noticed: Old") !== null);
            tap(starting("Noticed: Old"));
            tryVerify(() => named("Words on the note") !== null);
            named("Words on the note").text = "Typed and left";
            shown.destroy();
            shown = null;
            tryVerify(() => Scratch.notes(page)[0].words === "Typed and left");
        }
        function test_answerInOneTap(): void {
            const id = Scratch.note(page, Theme.NextStep, "Try it", 0.3, 0.3, spaces);
            tryVerify(() => starting("Next step: Try it") !== null);
            tap(starting("Next step: Try it"));
            tryVerify(() => named(Theme.supportLevelName(Theme.WithModel)) !== null);
            tap(named(Theme.supportLevelName(Theme.WithModel)));
            tryVerify(() => Scratch.answers(id).length === 1);
            compare(Scratch.answers(id)[0].level, "model");
            tryVerify(() => starting("Next step: Try it, Spaces between words, tried with help") !== null);
            look("page-step.png");
        }
        function test_disagreementIsShownAndSettled(): void {
            const id = Scratch.note(page, Theme.Noticed, "Before", 0.3, 0.3);
            Scratch.disagree(id, "Mine", "Theirs");
            tryVerify(() => starting("Noticed: ") !== null && starting("Noticed: ").Accessible.name.includes("two versions"));
            tap(starting("Noticed: "));
            tryVerify(() => starting("Take: Mine") !== null && starting("Take: Theirs") !== null);
            look("page-versions.png");
            tap(named("Take both"));
            tryVerify(() => Scratch.notes(page)[0].words.includes("Mine") && Scratch.notes(page)[0].words.includes("Theirs"));
            tryVerify(() => starting("Take: Mine") === null);
        }
        function test_keyboardOnly(): void {
            shown.forceActiveFocus();
            keyClick(Qt.Key_N);
            tryVerify(() => starting("A lead that hooks") !== null);
            const chip = starting("A lead that hooks");
            chip.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            tryVerify(() => Scratch.notes(page).length === 1);
            keyClick(Qt.Key_Escape);
            tryVerify(() => named("Close") === null);
            tryVerify(() => starting("Noticed: Your first line") !== null);
            const card = starting("Noticed: Your first line");
            for (let i = 0; i < 40 && !card.activeFocus; ++i)
                keyClick(Qt.Key_Tab);
            verify(card.activeFocus);
            const x = Scratch.notes(page)[0].x;
            keyClick(Qt.Key_Right);
            tryVerify(() => Scratch.notes(page)[0].x > x);
            keyClick(Qt.Key_Return);
            tryVerify(() => named("Words on the note") !== null);
        }
    }
}
