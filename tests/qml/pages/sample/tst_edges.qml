import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// Where the sheet lies, by hand: with a finger, with keys, taken back.
Item {
    id: root

    width: 1280
    height: 800

    PageCase {
        name: "PageEdges"
        stage: root

        function opened(): void {
            page = Scratch.photograph(student, 0.5, 0.5);
            open();
            tryVerify(() => canvas().view.startsWith("page,"));
            tap(named("Edges of the page"));
            tryVerify(() => named("Top left corner") !== null);
            settle();
        }
        function middle(item: Item): point {
            const at = item.mapToItem(stage, item.width / 2, item.height / 2);
            return Qt.point(at.x, at.y);
        }
        function loupe(): Item {
            return Hand.all(stage, one => one.objectName === "loupe")[0] ?? null;
        }
        function kept(): var {
            return Scratch.pageFacts(page).sheet.split(",").map(Number);
        }

        function test_aCornerIsDraggedUnderALoupe(): void {
            opened();
            const before = Scratch.edits();
            const corner = named("Top left corner");
            const at = middle(corner);
            const picture = corner.parent;
            compare(loupe(), null);
            touchEvent(stage).press(0, stage, at.x, at.y).commit();
            for (let i = 1; i <= 10; ++i) {
                touchEvent(stage).move(0, stage, at.x + 6 * i, at.y + 4 * i).commit();
                verify(loupe() !== null);
                const lens = loupe().mapToItem(stage, 0, 0);
                verify(at.x + 6 * i < lens.x || at.x + 6 * i > lens.x + loupe().width, "the finger is on the loupe");
            }
            look("edges-dragging.png");
            touchEvent(stage).release(0, stage, at.x + 60, at.y + 40).commit();
            tryVerify(() => loupe() === null);
            const now = middle(corner);
            fuzzyCompare(now.x, at.x + 60, 0.6);
            fuzzyCompare(now.y, at.y + 40, 0.6);
            compare(Scratch.edits(), before);              // nothing before Done
            const truth = Scratch.paperCorners();
            const width = picture.width;
            const height = picture.height;
            tap(named("Done"));
            tryVerify(() => named("Top left corner") === null);
            tryVerify(() => Scratch.edits() === before + 1);
            fuzzyCompare(kept()[0], truth[0] + 60 / width, 0.01);
            fuzzyCompare(kept()[1], truth[1] + 40 / height, 0.01);
            for (let i = 2; i < 8; ++i)
                fuzzyCompare(kept()[i], truth[i], 0.005);
            tryVerify(() => canvas().view === "page," + Scratch.pageFacts(page).sheet);
            tryCompare(Workspace, "undoLabel", "Set edges of page");
            Workspace.undo();
            tryVerify(() => Scratch.pageFacts(page).sheet === "");
            tryVerify(() => canvas().view === "page," + Scratch.pageFacts(page).foundSheet);
        }
        function test_keysMoveACorner(): void {
            opened();
            keyClick(Qt.Key_Tab);
            tryVerify(() => named("Top left corner").activeFocus);
            const at = middle(named("Top left corner"));
            keyClick(Qt.Key_Right);
            fuzzyCompare(middle(named("Top left corner")).x, at.x + 1, 0.01);
            keyClick(Qt.Key_Down, Qt.ShiftModifier);
            fuzzyCompare(middle(named("Top left corner")).y, at.y + 10, 0.01);
            verify(loupe() !== null);
            for (const name of ["Top right corner", "Bottom right corner", "Bottom left corner"]) {
                keyClick(Qt.Key_Tab);
                tryVerify(() => named(name).activeFocus);
            }
            keyClick(Qt.Key_Return);
            tryVerify(() => Scratch.pageFacts(page).sheet !== "");
        }
        function test_aSideGoesAcrossItself(): void {
            opened();
            const before = [0, 1, 2, 3].map(i => middle(named(["Top left corner", "Top right corner", "Bottom right corner", "Bottom left corner"][i])));
            const side = middle(named("Top side"));
            drag(side.x, side.y, side.x, side.y - 30);
            const after = [0, 1, 2, 3].map(i => middle(named(["Top left corner", "Top right corner", "Bottom right corner", "Bottom left corner"][i])));
            fuzzyCompare(after[0].y - before[0].y, -30, 2);
            fuzzyCompare(after[1].y - before[1].y, -30, 2);
            compare(after[2].y, before[2].y);
            compare(after[3].x, before[3].x);
        }
        function test_cancelAndEscapeChangeNothing(): void {
            for (const way of ["Cancel", "key"]) {
                opened();
                const before = Scratch.edits();
                tap(named("Whole picture"));
                if (way === "key")
                    keyClick(Qt.Key_Escape);
                else
                    tap(named("Cancel"));
                tryVerify(() => named("Top left corner") === null);
                verify(canvas() !== null);
                compare(Scratch.edits(), before);
                compare(Scratch.pageFacts(page).sheet, "");
            }
        }
        function test_wholeAndAsFound(): void {
            opened();
            const found = middle(named("Top left corner"));
            tap(named("Whole picture"));
            tap(named("Done"));
            tryVerify(() => Scratch.pageFacts(page).sheet === "0,0,1,0,1,1,0,1");
            tryVerify(() => Math.abs(canvas().pageHeight / canvas().pageWidth - 4 / 3) < 0.01);
            tap(named("Edges of the page"));
            tryVerify(() => named("Top left corner") !== null);
            tap(named("As found"));
            fuzzyCompare(middle(named("Top left corner")).x, found.x, 1);
            tap(named("Done"));
            tryVerify(() => Scratch.pageFacts(page).sheet === "");
        }
        // Names follow what is seen, places what was photographed.
        function test_turned(): void {
            page = Scratch.photograph(student, 0.5, 0.5);
            open();
            tap(named("Turn right"));
            tryVerify(() => Scratch.pageFacts(page).rotation === 1);
            tap(named("Edges of the page"));
            tryVerify(() => named("Top right corner") !== null);
            const at = middle(named("Top right corner"));   // the sheet's own top left one
            verify(at.x > stage.width / 2 && at.y < stage.height / 2);
            drag(at.x, at.y, at.x - 20, at.y);
            tap(named("Done"));
            tryVerify(() => Scratch.pageFacts(page).sheet !== "");
            const truth = Scratch.paperCorners();
            fuzzyCompare(kept()[0], truth[0], 0.005);
            verify(kept()[1] > truth[1] + 0.02);
        }
        function test_onAPhone(): void {
            stage.width = 390;
            stage.height = 844;
            opened();
            for (const one of Hand.all(stage, item => item.activeFocusOnTab && item.Accessible.name !== "")) {
                verify(one.width >= Theme.target - 0.5 && one.height >= Theme.target - 0.5, one.Accessible.name + " is small");
            }
            look("edges-390.png");
            Theme.dark = true;
            look("edges-390-dark.png");
            Theme.dark = false;
            tap(named("Cancel"));
        }
        function test_looks(): void {
            opened();
            look("edges-1280.png");
            tap(named("Cancel"));
        }
    }
}
