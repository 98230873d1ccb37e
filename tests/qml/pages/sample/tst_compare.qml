import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// A large page: its visible part comes sharp, and only that. Two pages side by side move together.
Item {
    id: root

    width: 1280
    height: 800

    Component {
        id: compareComponent
        ComparePage {
            anchors.fill: parent
            widthClass: Theme.widthClass(width)
        }
    }

    PageCase {
        id: compared
        name: "LargeAndComparedPages"
        stage: root

        property Item pair: null

        function canvases(): var {
            return Hand.all(root, one => one.Accessible.name.startsWith("Page of ") && one.zoom !== undefined);
        }
        function parts(): var {
            return Hand.all(root, one => one.place !== undefined && one.across !== undefined && one.status === Image.Ready);
        }
        function closePair(): void {
            if (pair)
                pair.destroy();
            pair = null;
            tryVerify(() => canvases().length <= 1);
        }

        function test_thePartInViewComesSharp(): void {
            page = Scratch.page(student, "", 3000, 4000);
            open();
            verify(!canvas().sharp);
            canvas().zoomTo(6, Qt.point(600, 300));
            tryVerify(() => canvas().sharp, 10000);
            const shown = parts()[0];
            verify(shown.area.width * shown.area.height < 0.4);
            verify(shown.sourceSize.width <= 4096 && shown.sourceSize.height <= 4096);
            const at = shown.area;
            canvas().pan(0, 400);
            tryVerify(() => canvas().sharp && parts()[0].area !== at, 10000);
            look("large-sharp.png");
            canvas().zoomTo(1, Qt.point(600, 300));
            tryVerify(() => !canvas().sharp);
            tap(named("Turn right"));
            tryVerify(() => Scratch.pageFacts(page).rotation === 1);
            canvas().zoomTo(6, Qt.point(600, 300));
            tryVerify(() => canvas().sharp, 10000);
        }
        function test_nothingToLayBesideIsAllThatIsSaid(): void {
            const alone = Scratch.page(Scratch.student("Alone"));
            pair = compareComponent.createObject(root, { pageId: alone });
            const said = () => Hand.all(root, one => one.text === "There is no other sample of this writer yet.").length;
            tryVerify(() => said() === 1);
            settle();
            compare(Hand.all(root, one => one.pageId === alone && one.activate !== undefined).length, 0);
            closePair();
        }
        function test_twoSideBySideMoveTogether(): void {
            const other = Scratch.page(student);
            Scratch.setDay(Scratch.sampleOf(other), 20);
            shown.destroy();
            shown = null;
            tryVerify(() => canvases().length === 0);
            pair = compareComponent.createObject(root, { pageId: page });
            tryVerify(() => Hand.all(root, one => one.pageId === other && one.enabled && one.activate !== undefined).length > 0);
            settle();
            look("compare-choose.png");
            tap(Hand.all(root, one => one.pageId === other && one.activate !== undefined)[0]);
            tryVerify(() => canvases().length === 2 && canvases().every(one => !one.loading));
            const [left, right] = canvases();
            left.zoomTo(2.5, Qt.point(200, 200));
            fuzzyCompare(right.zoom, 2.5, 0.001);
            tryVerify(() => Math.abs(right.middle.x - left.middle.x) < 0.05 && Math.abs(right.middle.y - left.middle.y) < 0.05);
            right.forceActiveFocus();
            keyClick(Qt.Key_Down);
            tryVerify(() => Math.abs(right.middle.y - left.middle.y) < 0.05);
            const at = right.mapToItem(root, right.width / 2, right.height / 2);
            const before = left.middle.y;
            drag(at.x, at.y, at.x, at.y - 150);
            tryVerify(() => left.middle.y > before);
            tryVerify(() => Math.abs(right.middle.x - left.middle.x) < 0.002 && Math.abs(right.middle.y - left.middle.y) < 0.002);
            look("compare-1280.png");
            tap(named("Both move together: on"));
            right.zoomTo(1, Qt.point(200, 200));
            fuzzyCompare(left.zoom, 2.5, 0.001);
            root.width = 390;
            root.height = 844;
            settle();
            look("compare-390.png");
            Theme.dark = true;
            look("compare-390-dark.png");
            Theme.dark = false;
            closePair();
        }
    }
}
