import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Child
import Inkstep.Scratch
import "../sample/hand.js" as Hand

// A child's page as a conference: counted taps, what shows, what is said when there is nothing.
Item {
    id: root

    width: 1280
    height: 800

    property string maya
    property string page
    property string spaces
    property string step
    property string asked
    property var askedWith
    property ChildPage shown: null

    Component {
        id: pageComponent
        ChildPage {
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
        name: "Child"
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
            verify(at.y < root.height, "not in view");
            touchEvent(root).press(0, root, at.x, at.y).commit();
            touchEvent(root).release(0, root, at.x, at.y).commit();
        }
        // The window has its new size and every picture is there.
        function settle(): void {
            tryVerify(() => root.Window.width === root.width && root.Window.height === root.height);
            tryVerify(() => Hand.all(root, one => one.status === Image.Loading && one.sourceSize !== undefined).length === 0);
        }
        // What scrolls sideways may lie beyond the edge.
        function inAStrip(item: Item): bool {
            for (let one = item; one; one = one.parent)
                if (one instanceof ListView)
                    return true;
            return false;
        }
        function look(name: string): void {
            const path = Scratch.pathFor(name);
            if (path === "")
                return;
            settle();
            wait(Theme.busyDelay);
            grabImage(root).save(path);
        }
        function open(student: string): void {
            if (root.shown)
                root.shown.destroy();
            root.shown = pageComponent.createObject(root, { studentId: student });
        }

        function test_anEmptyDeskHasRoomOnALyingPhone_data(): list<var> {
            return [{ tag: "100 %", scale: 1 }, { tag: "200 %", scale: 2 }];
        }
        function test_anEmptyDeskHasRoomOnALyingPhone(data: var): void {
            root.width = 800;
            root.height = 400;
            Theme.textScale = data.scale;
            open(Scratch.student("Nobody yet"));
            tryVerify(() => named("Photograph a page") !== null);
            settle();
            const button = named("Photograph a page");
            const next = () => Hand.all(root, one => one.text === "The last step")[0];
            tryVerify(() => button.mapToItem(root, 0, button.height).y <= next().mapToItem(root, 0, 0).y);
        }

        function initTestCase(): void {
            Scratch.startClass();
            tryCompare(Workspace, "state", Workspace.Open, 30000);
            root.spaces = Scratch.skill("Spaces between words", "conventions", "You left a space after every word.", "Leave a finger's space after each word.");
            Scratch.skill("A lead that hooks", "organization", "Your first line made me want to read on.", "Start with a sound or a question.");
            Scratch.skill("Small details", "elaboration", "I could see it.", "Add what you saw there.", [root.spaces]);
        }
        function init(): void {
            failOnWarning(/.?/);
            Theme.textScale = 1;
            Theme.dark = false;
            root.width = 1280;
            root.height = 800;
            root.maya = Scratch.student("Maya", "Grade 2");
            root.page = Scratch.page(root.maya);
            const old = Scratch.note(root.page, Theme.NextStep, "Say the word slowly.", 0.5, 0.2);
            Scratch.answer(old, 3);
            Scratch.answer(old, 1);
            Scratch.answer(old, 0, true);
            root.step = Scratch.note(root.page, Theme.NextStep, "Leave a finger's space after each word.", 0.3, 0.4, root.spaces);
            settle();
            open(root.maya);
            tryVerify(() => named(Theme.supportLevelName(0)) !== null);
        }
        function cleanup(): void {
            root.shown.destroy();
            root.shown = null;
            wait(0);
        }

        function test_aConferenceInTwoTapsHere(): void {
            const before = Scratch.edits();
            tap(named(Theme.supportLevelName(Theme.Alone)));      // 1: how it went
            tryVerify(() => Scratch.answers(root.step).length === 1);
            compare(Scratch.answers(root.step)[0].level, "alone");
            tryVerify(() => starting("Small details") !== null); // ready for it now that the spaces are the child's own
            tap(starting("Small details"));                       // 2: one new step
            tryVerify(() => Scratch.notes(root.page).length === 3);
            compare(Scratch.notes(root.page)[2].words, "Add what you saw there.");
            compare(Scratch.edits(), before + 2);
        }
        function test_noticedInTwoTaps(): void {
            tap(named("Noticed"));
            tryVerify(() => starting("Small details") !== null && starting("Spaces between words") !== null);
            tap(starting("A lead that hooks"));
            tryVerify(() => Scratch.notes(root.page).length === 3);
            compare(Scratch.notes(root.page)[2].kind, Theme.Noticed);
            compare(Scratch.notes(root.page)[2].words, "Your first line made me want to read on.");
        }
        function test_lettingGo(): void {
            tap(named("Let it go: it is theirs now"));
            tryVerify(() => Scratch.answers(root.step).length === 1 && Scratch.answers(root.step)[0].letGo);
            tryVerify(() => Hand.all(root, one => one.text === "No step is open. Offer one small thing below.").length === 1);
        }
        function test_openThePageSnapAndEdit(): void {
            tap(starting("Open the last page of Maya"));
            compare(root.asked, "page");
            compare(root.askedWith.pageId, root.page);
            tap(named("Photograph a page of Maya"));
            compare(root.asked, "camera");
            tap(named("Edit student"));
            compare(root.asked, "editStudent");
        }
        function test_theStoryOfAStep(): void {
            tryVerify(() => starting("Let go: Say the word slowly.") !== null);
            verify(starting("Tried, together: Say the word slowly.") !== null);
            verify(starting("Nudged: Leave a finger's space") !== null);
        }
        function test_leavingEndsTheConference(): void {
            tap(named(Theme.supportLevelName(Theme.WithModel)));
            tryVerify(() => starting("Conference, just begun") !== null);
            tap(named("Noticed"));
            root.shown.destroy();
            root.shown = null;
            open(root.maya);
            tryVerify(() => starting("Conference, today") !== null);
        }
        function test_aNewChild(): void {
            open(Scratch.student("Leo"));
            tryVerify(() => Hand.all(root, one => one.text !== undefined && String(one.text).startsWith("The first photographed page")).length > 0);
            look("child-empty.png");
            tap(named("Photograph a page"));
            compare(root.asked, "camera");
        }
        function test_looks(): void {
            look("child-1280.png");
            Theme.dark = true;
            look("child-1280-dark.png");
            Theme.dark = false;
            root.width = 800;
            root.height = 1280;
            settle();
            look("child-800.png");
            root.width = 390;
            root.height = 844;
            settle();
            look("child-390.png");
        }
        function test_narrowAndLarge(): void {
            root.width = 390;
            root.height = 844;
            Theme.textScale = 2;
            settle();
            look("child-390-200.png");
            for (const one of Hand.all(root, item => item.truncated !== undefined && item.text !== undefined && !item.elides && !inAStrip(item))) {
                verify(!one.truncated, "cut: " + one.text);
                verify(one.mapToItem(root, 0, 0).x >= -1 && one.mapToItem(root, one.width, 0).x <= root.width + 1, "beyond the edge: " + one.text + " in " + one.parent.parent);
            }
        }
    }
}
