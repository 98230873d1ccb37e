import QtQuick
import QtTest
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Scratch
import "hand.js" as Hand

// A page of Maya's, shown, and the hands that touch it: what every test of it begins with.
TestCase {
    id: test

    required property Item stage

    property string student
    property string page
    property string lead
    property string spaces
    property string asked
    property var askedWith
    property PagePage shown: null

    readonly property Component pageComponent: Component {
        PagePage {
            anchors.fill: parent
            widthClass: Theme.widthClass(width)
            onGo: (place, args) => {
                test.asked = place;
                test.askedWith = args;
            }
        }
    }

    when: windowShown

    function named(name: string): Item {
        const found = Hand.all(stage, one => one.Accessible.name === name && one.enabled && !one.Accessible.ignored);
        return found.length > 0 ? found[0] : null;
    }
    function starting(name: string): Item {
        const found = Hand.all(stage, one => one.Accessible.name.startsWith(name) && one.enabled && !one.Accessible.ignored);
        return found.length > 0 ? found[0] : null;
    }
    function tap(item: Item): void {
        verify(item !== null);
        // What was just laid out has to have come to rest.
        let last = Qt.point(-1, -1);
        tryVerify(() => {
            const now = item.mapToItem(stage, 0, 0);
            const still = now.x === last.x && now.y === last.y;
            last = now;
            return still;
        });
        const at = item.mapToItem(stage, item.width / 2, item.height / 2);
        touchEvent(stage).press(0, stage, at.x, at.y).commit();
        touchEvent(stage).release(0, stage, at.x, at.y).commit();
    }
    function drag(fromX: real, fromY: real, toX: real, toY: real): void {
        touchEvent(stage).press(0, stage, fromX, fromY).commit();
        for (let i = 1; i <= 10; ++i)
            touchEvent(stage).move(0, stage, fromX + (toX - fromX) * i / 10, fromY + (toY - fromY) * i / 10).commit();
        touchEvent(stage).release(0, stage, toX, toY).commit();
    }
    function canvas(): Item {
        return starting("Page of ");
    }
    // A place of the page, 0 to 1, in the window.
    function place(x: real, y: real): point {
        const view = canvas();
        return view.mapToItem(stage, view.pageRect.x + x * view.pageWidth, view.pageRect.y + y * view.pageHeight);
    }
    // The window has its new size and every picture is there.
    function settle(): void {
        tryVerify(() => stage.Window.width === stage.width && stage.Window.height === stage.height);
        tryVerify(() => Hand.all(stage, one => one.status === Image.Loading && one.sourceSize !== undefined).length === 0);
    }
    function look(name: string): void {
        const path = Scratch.pathFor(name);
        if (path === "")
            return;
        settle();
        wait(Theme.busyDelay);
        grabImage(stage).save(path);
    }

    function initTestCase(): void {
        Scratch.startClass();
        tryCompare(Workspace, "state", Workspace.Open, 30000);
        student = Scratch.student("Maya", "Grade 2");
        spaces = Scratch.skill("Spaces between words", "conventions", "You left a space after every word.", "Leave a finger's space after each word.");
        lead = Scratch.skill("A lead that hooks", "organization", "Your first line made me want to read on.", "Start with a sound or a question.");
        Scratch.skill("Small details", "elaboration", "I could see it because of your details.", "Add what you saw there.", [lead]);
    }
    function init(): void {
        failOnWarning(/^(?!PulseAudioService)/);         // a machine without sound says so
        Theme.textScale = 1;
        stage.width = 1280;
        stage.height = 800;
        asked = "";
        page = Scratch.page(student);
        open();
    }
    function open(): void {
        if (shown)
            shown.destroy();
        shown = null;
        tryVerify(() => canvas() === null);
        settle();
        shown = pageComponent.createObject(stage, { pageId: page });
        tryVerify(() => canvas() !== null && canvas().pageWidth > 100 && !canvas().loading);
        tryVerify(() => named("Add note: Noticed") !== null || named("Add note: " + Theme.noteKindName(0)) !== null);
    }
    function cleanup(): void {
        if (shown)
            shown.destroy();
        shown = null;
        wait(0);
    }
    function tray(kind: int): Item {
        return named("Add note: " + Theme.noteKindName(kind));
    }
}
