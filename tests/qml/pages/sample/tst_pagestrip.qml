import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// The pages of one sample: reordered, added to, taken away and brought back.
Item {
    id: root

    width: 1280
    height: 800

    PageCase {
        id: pages
        name: "PagesOfASample"
        stage: root

        property string second

        function twoPages(): void {
            second = Scratch.page(student, Scratch.sampleOf(page));
            tryVerify(() => starting("Page 2 of 2") !== null);
            settle();
        }
        function tile(id: string): Item {
            const found = Hand.all(root, one => one.pageId === id && one.accessibleName !== undefined);
            return found.length > 0 ? found[0] : null;
        }

        function test_reorderedByDrag(): void {
            twoPages();
            const from = tile(second).mapToItem(root, tile(second).width / 2, tile(second).height / 2);
            drag(from.x, from.y, from.x - 90, from.y);
            tryVerify(() => Scratch.pageFacts(second).position === 0);
            tryVerify(() => starting("Page 1 of 2") !== null && starting("Page 1 of 2").pageId === second);
            tap(starting("Page 1 of 2"));
            compare(asked, "page");
            compare(askedWith.pageId, second);
            tryCompare(Workspace, "undoLabel", "Reorder pages");
            Workspace.undo();
            tryVerify(() => Scratch.pageFacts(second).position === 1);
        }
        function test_reorderedByKeyboard(): void {
            twoPages();
            tile(second).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Left, Qt.AltModifier);
            tryVerify(() => Scratch.pageFacts(second).position === 0);
            tryVerify(() => starting("Page 1 of 2").pageId === second);
            verify(tile(second).activeFocus);      // the focus goes along
            keyClick(Qt.Key_Right, Qt.AltModifier);
            tryVerify(() => Scratch.pageFacts(second).position === 1);
        }
        function test_removedByKeyboardAndBack(): void {
            twoPages();
            tile(second).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Delete);
            tryVerify(() => starting("Page 1 of 1") !== null);
            compare(asked, "");                    // the one shown stays
            tap(starting("Undo: Delete page"));
            tryVerify(() => tile(second) !== null);
        }
        function test_theOneShownGivesItsPlaceToItsNeighbor(): void {
            twoPages();
            tile(page).forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Delete);
            compare(asked, "page");
            compare(askedWith.pageId, second);
            tryVerify(() => tile(page) === null);
            tryCompare(Workspace, "undoLabel", "Delete page");
            Workspace.undo();
            tryVerify(() => tile(page) !== null && tile(second) !== null);
        }
        function test_moreFromFiles(): void {
            const way = Hand.all(root, one => one.take !== undefined && one.sampleId !== undefined)[0];
            way.take([Scratch.pictureFile(), Scratch.pdfFile(3)]);
            tryVerify(() => starting("Page 5 of 5") !== null);
            compare(Workspace.intake.importTotal, 0);
            tryVerify(() => starting("Undo: Add 4 page") !== null);
            tap(starting("Undo: Add 4 page"));
            tryVerify(() => starting("Page 1 of 1") !== null);
        }
        function test_aBadFileAmongGoodOnesBringsNothingIn(): void {
            const way = Hand.all(root, one => one.take !== undefined && one.sampleId !== undefined)[0];
            told.clear();
            way.take([Scratch.pdfFile(3), Scratch.pdfFile(2000)]);
            told.wait();
            verify(told.signalArguments[0][0].includes("2000 pages"));
            verify(told.signalArguments[0][0].includes("Nothing was changed."));
            verify(starting("Page 1 of 1") !== null);
        }
        function test_theCameraIsAskedForOneMoreOrTheSameAgain(): void {
            tap(named("Photograph another page"));
            compare(asked, "camera");
            compare(askedWith.sampleId, Scratch.sampleOf(page));
            compare(askedWith.retakeId, undefined);
            tap(named("More about this page"));
            const again = () => Hand.all(root.Window.contentItem, one => one.Accessible.name === "Photograph it again");
            tryVerify(() => again().length > 0);
            again()[0].activate();
            compare(askedWith.retakeId, page);
            tryVerify(() => again().length === 0);
        }
        function test_looks(): void {
            twoPages();
            for (let i = 0; i < 4; ++i)
                Scratch.page(student, Scratch.sampleOf(page));
            tryVerify(() => starting("Page 6 of 6") !== null);
            look("strip-1280.png");
            Theme.dark = true;
            look("strip-1280-dark.png");
            Theme.dark = false;
            root.width = 390;
            root.height = 844;
            settle();
            look("strip-390.png");
            Theme.textScale = 2;
            look("strip-390-200.png");
        }

        SignalSpy {
            id: told
            target: Workspace
            signalName: "failed"
        }
    }
}
