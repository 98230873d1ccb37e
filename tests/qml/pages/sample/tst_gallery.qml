import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// The gallery: found by name, words and skill; narrowed; pictures brought in.
Item {
    id: root

    width: 1280
    height: 800

    property string asked
    property var askedWith
    property string maya
    property string leo
    property SamplesPage shown: null

    Component {
        id: pageComponent
        SamplesPage {
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
        name: "Gallery"
        when: windowShown

        // Those that count: a grid keeps used tiles aside.
        function tiles(): list<Item> {
            const grid = Hand.all(root, one => one instanceof GridView)[0];
            const list = [];
            for (let i = 0; i < grid.count; ++i)
                list.push(grid.itemAtIndex(i));
            return list;
        }
        function named(name: string): Item {
            const found = Hand.all(root, one => one.Accessible.name === name && one.enabled && !one.Accessible.ignored);
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
        function type(text: string): void {
            named("Names, words on notes, skills").forceActiveFocus();
            for (const letter of text)
                keyClick(letter);
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
            root.maya = Scratch.student("Maya");
            root.leo = Scratch.student("Leo");
            const lead = Scratch.skill("A lead that hooks", "organization", "Your first line hooks.", "Start with a question.");
            for (let i = 0; i < 4; ++i) {
                const page = Scratch.page(i < 3 ? root.maya : root.leo);
                Scratch.setDay(Scratch.sampleOf(page), i * 20);
                if (i === 0)
                    Scratch.note(page, Theme.NextStep, "Leave spaces", 0.4, 0.4);
                if (i === 3)
                    Scratch.note(page, Theme.Noticed, "Brave spelling", 0.4, 0.4, lead);
            }
            root.shown = pageComponent.createObject(root);
        }
        function init(): void {
            failOnWarning(/.?/);
            Theme.textScale = 1;
            root.width = 1280;
            root.height = 800;
            settle();
            tryVerify(() => tiles().length === 4);
        }
        function cleanup(): void {
            const all = named("Show all");
            if (all)
                tap(all);
            const field = named("Names, words on notes, skills");
            field.text = "";
            field.textEdited();
            tryVerify(() => tiles().length === 4);
        }

        // Cut and scaled where it is decoded: the scene has nothing to smooth while tiles pass by.
        function test_picturesComeInTheScreensOwnPixels(): void {
            for (const tile of tiles()) {
                const picture = Hand.all(tile, one => one.sourceSize !== undefined && one.status === Image.Ready)[0];
                compare(picture.implicitWidth, Math.round(picture.width * picture.Screen.devicePixelRatio));
                compare(picture.implicitHeight, Math.round(picture.height * picture.Screen.devicePixelRatio));
            }
        }

        function test_showsTheClassNewestFirst(): void {
            look("gallery.png");
            compare(tiles()[0].name, "Maya");
            verify(tiles()[0].openStep);
            compare(tiles()[0].steps, 1);
            tap(tiles()[0]);
            compare(root.asked, "page");
            compare(root.askedWith.pageId, tiles()[0].pageId);
        }
        function test_findsByName(): void {
            type("leo");
            tryVerify(() => tiles().length === 1 && tiles()[0].name === "Leo");
        }
        function test_findsByWordsOfANote(): void {
            type("spac");
            tryVerify(() => tiles().length === 1 && tiles()[0].steps === 1);
        }
        function test_findsByASkill(): void {
            type("hook");
            tryVerify(() => tiles().length === 1 && tiles()[0].name === "Leo");
        }
        function test_findsNothingAndSaysSo(): void {
            type("xyzzy");
            tryVerify(() => tiles().length === 0);
            tryVerify(() => Hand.all(root, one => one.text !== undefined && String(one.text).startsWith("Nothing fits")).length > 0);
        }
        function test_filters(): void {
            tap(named("Open step"));
            tryVerify(() => tiles().length === 1);
            tap(named("Open step"));
            tryVerify(() => tiles().length === 4);
            tap(named("More filters"));
            tryVerify(() => named("Leo") !== null);
            tap(named("Leo"));
            tryVerify(() => tiles().length === 1);
            tap(named("Fewer filters"));
        }
        function test_bringsInAPictureForAChild(): void {
            const file = Scratch.pictureFile();
            Hand.all(root, one => one instanceof PictureImport)[0].take([file]);
            tryVerify(() => named("Leo") !== null);
            look("gallery-import.png");
            tap(named("Leo"));
            tryVerify(() => tiles().length === 5, 10000);
            tryVerify(() => Workspace.undoLabel !== "");
            Workspace.undo();
            tryVerify(() => tiles().length === 4);
        }
        function test_narrowAndLarge(): void {
            root.width = 390;
            root.height = 844;
            Theme.textScale = 2;
            settle();
            look("gallery-390-200.png");
            for (const one of Hand.all(root, item => item.truncated !== undefined && item.text !== undefined && !item.elides)) {
                verify(!one.truncated, "cut: " + one.text);
                verify(one.mapToItem(root, 0, 0).x >= -1 && one.mapToItem(root, one.width, 0).x <= root.width + 1, "beyond the edge: " + one.text + " in " + one.parent.parent);
            }
        }
    }
}
