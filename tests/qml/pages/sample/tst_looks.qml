import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// A photograph shown as the page it is of: at one tap, taken back, turned, zoomed, and every note on its word.
Item {
    id: root

    width: 1280
    height: 800

    PageCase {
        id: test

        name: "PageLooks"
        stage: root

        readonly property point spot: Qt.point(0.62, 0.4)

        function note(): Item {
            return Hand.all(stage, one => one.anchorX !== undefined && one.words === "On the dot")[0] ?? null;
        }
        function photographed(width: int, height: int): void {
            page = Scratch.photograph(student, spot.x, spot.y, width, height);
            Scratch.note(page, Theme.Noticed, "On the dot", spot.x, spot.y);
            open();
            tryVerify(() => note() !== null);
        }
        function choice(index: int): Item {
            return named(["As shot", "Page", "Clear"][index]);
        }
        function shownAs(view: string): void {
            tryVerify(() => view === "" ? canvas().view === "" : canvas().view.startsWith(view + ","));
            tryVerify(() => !canvas().loading);
        }
        // Where the dot is on the screen, beside where its note says it is.
        function offTheDot(): real {
            const view = canvas();
            const told = view.mapToItem(stage, note().anchorX * view.pageWidth - view.seen.x, note().anchorY * view.pageHeight - view.seen.y);
            const lid = note();
            lid.opacity = 0;                                 // it lies on the dot
            const grabbed = grabImage(stage);
            lid.opacity = 1;
            const reach = 40;
            let sum = 0;
            let across = 0;
            let down = 0;
            for (let y = Math.max(0, Math.round(told.y) - reach); y < Math.min(stage.height, told.y + reach); ++y) {
                for (let x = Math.max(0, Math.round(told.x) - reach); x < Math.min(stage.width, told.x + reach); ++x) {
                    if (grabbed.red(x, y) > 130 && grabbed.green(x, y) < 90) {
                        ++sum;
                        across += x + 0.5;
                        down += y + 0.5;
                    }
                }
            }
            return sum < 20 ? 1000 : Math.hypot(across / sum - told.x, down / sum - told.y);
        }
        function stays(): void {
            // The rows may be those of a moment ago.
            tryVerify(() => offTheDot() <= 2);
        }

        // A page of before there was a finder: found when somebody looks at it, as nobody's doing.
        function test_aSheetIsFoundWhenAPageIsLookedAt(): void {
            page = Scratch.photograph(student, spot.x, spot.y, 1200, 1600);
            Scratch.forgetSheet(page);
            const before = Scratch.edits();
            open();
            shownAs("page");
            const found = Scratch.pageFacts(page).foundSheet.split(",").map(Number);
            const truth = Scratch.paperCorners();
            for (let i = 0; i < 8; ++i)
                fuzzyCompare(found[i], truth[i], 0.005);
            compare(Scratch.edits(), before);
        }
        function test_aSheetIsShownFlatByItself(): void {
            photographed(1200, 1600);
            shownAs("page");
            verify(choice(1).selected);
            const facts = Scratch.pageFacts(page);
            const found = facts.foundSheet.split(",").map(Number);
            const truth = Scratch.paperCorners();
            for (let i = 0; i < 8; ++i)
                fuzzyCompare(found[i], truth[i], 0.005);
            compare(facts.look, 0);                          // nobody chose
            stays();
            look("look-page.png");
        }
        function test_eachLookIsOneTapAndNotesStay(): void {
            photographed(1200, 1600);
            shownAs("page");
            const before = Scratch.edits();
            tap(choice(2));
            shownAs("clear");
            stays();
            tap(choice(0));
            shownAs("");
            stays();
            fuzzyCompare(canvas().pageHeight / canvas().pageWidth, 4 / 3, 0.01);
            tap(named("Turn right"));
            tryVerify(() => canvas().pageWidth > canvas().pageHeight);
            stays();
            tap(choice(1));
            shownAs("page");
            stays();
            compare(Scratch.edits(), before + 4);
            compare(Scratch.notes(page)[0].x, spot.x);
        }
        function test_undoBringsTheLookBack(): void {
            photographed(1200, 1600);
            shownAs("page");
            tap(choice(0));
            shownAs("");
            tryCompare(Workspace, "undoLabel", "Change look of page");
            Workspace.undo();
            shownAs("page");
            tryVerify(() => choice(1).selected && !choice(0).selected);
            stays();
        }
        // Far in, the original's own pixels lie over the flat page, where they belong.
        function test_theFlatPageIsSharpCloseUp(): void {
            photographed(2700, 3600);
            shownAs("page");
            const view = canvas();
            view.zoomTo(4, view.mapFromItem(stage, place(note().anchorX, note().anchorY)));
            tryVerify(() => view.sharp);
            stays();
            tap(choice(2));
            shownAs("clear");
            tryVerify(() => view.sharp);
            stays();
            tap(named("Turn left"));
            tryVerify(() => view.sharp);
            tryVerify(() => note() !== null);
        }
        function test_withoutASheetItStaysAsShot(): void {
            compare(Scratch.pageFacts(page).foundSheet, "");  // a scan: paper from edge to edge
            compare(canvas().view, "");
            verify(choice(0).selected);
            tap(choice(1));                                    // the whole of it is the page
            shownAs("page");
            fuzzyCompare(canvas().pageHeight / canvas().pageWidth, 4 / 3, 0.01);
            Workspace.undo();
            shownAs("");
        }
        // After the shutter, with the paper still at hand, what one may want to take it again for; never in the way.
        function test_aHintAfterTheShutter(): void {
            photographed(1200, 1600);
            shownAs("page");
            Scratch.setHints(page, "blurred somethingNewer");
            const hint = () => named("The picture looks blurred.");
            tryVerify(() => note() !== null);
            compare(hint(), null);                           // opened later it says nothing
            shown.justShot = true;
            tryVerify(() => hint() !== null);
            test.look("hint-1280.png");
            stage.width = 390;
            stage.height = 844;
            settle();
            test.look("hint-390.png");
            stage.width = 1280;
            stage.height = 800;
            settle();
            tap(tray(Theme.Wonder));                         // it blocks nothing
            tryVerify(() => named("Words on the note") !== null);
            tap(named("Close"));
            tap(named("Retake"));
            tryCompare(test, "asked", "camera");
            compare(askedWith.retakeId, page);
            const before = Scratch.edits();
            tap(named("It is good as it is"));
            tryVerify(() => hint() === null);
            tryVerify(() => Scratch.pageFacts(page).hints === "");
            compare(Scratch.edits(), before);                // nothing a person did to the page
        }
        // The strip shows what the page shows.
        function test_theStripShowsTheSheetAlone(): void {
            photographed(1200, 1600);
            const picture = () => Hand.all(stage, one => String(one.source ?? "").includes("/thumbnail/"))[0];
            tryVerify(() => picture() !== undefined && picture().status === Image.Ready);
            const corner = () => {
                const at = picture().mapToItem(stage, 4, 4);
                return grabImage(stage).red(at.x, at.y);
            };
            tryVerify(() => corner() > 200);
            tap(choice(0));
            shownAs("");
            tryVerify(() => picture().status === Image.Ready && corner() < 150);
        }
    }
}
