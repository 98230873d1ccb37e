import QtQuick
import QtQuick.Layouts
import QtTest
import Inkstep.Ui

TestCase {
    id: test
    name: "Over"
    width: 700
    height: 600
    visible: true
    when: windowShown

    Button { id: outside; text: "Outside" }
    Dialog {
        id: dialog
        title: "Name the class"
        message: "Everyone sees it."
        acceptText: "Start"
        initialFocus: field
        TextField { id: field; label: "Name"; Layout.fillWidth: true }
    }
    Menu {
        id: menu
        MenuEntry { id: first; text: "Edit" }
        MenuEntry { id: second; text: "Not now"; enabled: false }
        MenuEntry { id: third; text: "Share" }
    }
    UndoBar { id: undo; anchors.bottom: parent.bottom; duration: 60 }
    BusyDot { id: busy }
    SignalSpy { id: spy }

    function init(): void {
        failOnWarning(/./);
        spy.clear();
        Theme.reducedMotion = true;
    }

    function find(root: Item, words: string): Item {
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (child instanceof TapArea && child.text === words)
                return child;
            const inside = find(child, words);
            if (inside)
                return inside;
        }
        return null;
    }

    function test_dialog_holds_the_keyboard(): void {
        dialog.open();
        tryVerify(() => dialog.opened);
        tryVerify(() => field.input.activeFocus);
        for (let i = 0; i < 6; ++i) {
            keyClick(Qt.Key_Tab);
            verify(!outside.activeFocus, "Tab leaves the dialog");
        }
        spy.target = dialog;
        spy.signalName = "rejected";
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible);
        compare(spy.count, 1);
    }
    function test_dialog_accepts(): void {
        spy.target = dialog;
        spy.signalName = "accepted";
        dialog.open();
        tryVerify(() => dialog.opened);
        const start = find(dialog.contentItem, "Start");
        verify(start && start.visible);
        mouseClick(start);
        compare(spy.count, 1);
        tryVerify(() => !dialog.visible);
    }
    function test_dialog_is_rejected_by_its_button(): void {
        spy.target = dialog;
        spy.signalName = "rejected";
        dialog.open();
        tryVerify(() => dialog.opened);
        const cancel = find(dialog.contentItem, dialog.rejectText);
        const touch = touchEvent(cancel);
        touch.press(1, cancel).commit();
        touch.release(1, cancel).commit();
        compare(spy.count, 1);
        tryVerify(() => !dialog.visible);
    }
    function test_dialog_can_stay_open(): void {
        dialog.keepsOpen = true;
        dialog.open();
        tryVerify(() => dialog.opened);
        spy.target = dialog;
        spy.signalName = "acceptRequested";
        dialog.tryAccept();
        compare(spy.count, 1);
        verify(dialog.visible);
        dialog.keepsOpen = false;
        dialog.close();
        tryVerify(() => !dialog.visible);
    }
    function test_menu_by_keyboard(): void {
        spy.target = third;
        spy.signalName = "triggered";
        menu.popup(outside);
        tryVerify(() => menu.opened);
        keyClick(Qt.Key_Down);
        tryVerify(() => first.activeFocus);
        keyClick(Qt.Key_Down);
        tryVerify(() => third.activeFocus, 1000, "what is not possible is passed over");
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
        tryVerify(() => !menu.visible);
        menu.popup(outside);
        tryVerify(() => menu.opened);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !menu.visible);
    }
    function test_undo_goes_by_itself(): void {
        mouseMove(outside, 1, 1);
        spy.target = undo;
        spy.signalName = "expired";
        undo.show("Note moved");
        verify(undo.open);
        spy.wait();
        verify(!undo.open);
    }
    function test_undo_waits_for_the_hand_then_undoes(): void {
        undo.duration = 60;
        undo.show("Note moved");
        mouseMove(undo, undo.width / 2, undo.height / 2);
        tryVerify(() => undo.waiting);
        const before = undo.elapsed;
        spy.target = undo;
        spy.signalName = "undone";
        mouseClick(find(undo, undo.actionText));
        compare(spy.count, 1);
        compare(undo.elapsed, before);
        undo.hide();
        mouseMove(outside, 1, 1);
        tryVerify(() => !undo.waiting);
        spy.clear();
        spy.signalName = "expired";
        undo.show("Another");
        spy.wait();
    }
    function test_busy_only_after_a_while(): void {
        busy.running = true;
        verify(!busy.shown);
        tryVerify(() => busy.shown, 3000);
        busy.running = false;
        verify(!busy.shown);
    }
}
