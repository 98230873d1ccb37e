import QtQuick
import QtTest
import Inkstep.Ui

TestCase {
    id: test
    name: "Press"
    width: 500
    height: 500
    visible: true
    when: windowShown

    Column {
        spacing: Theme.space8
        Button { id: button; text: "Keep" }
        Switch { id: toggle; text: "Curtain"; width: 300 }
        CheckBox { id: check; text: "Pictures"; width: 300 }
        Column {
            RadioOption { id: one; text: "Cold"; checked: true }
            RadioOption { id: two; text: "Final" }
        }
        Chip { id: chip; text: "Not seen"; checkable: true }
        ListRow { id: row; title: "Maya"; subtitle: "Two days"; width: 300 }
        IconButton { id: icon; label: "Turn"; glyph: Icons.rotateLeft }
        NoteCard { id: note; kind: Theme.NextStep; words: "One finger between words." }
    }
    Item { id: rest }
    SignalSpy { id: spy; signalName: "clicked" }

    function init(): void {
        failOnWarning(/./);
        button.enabled = true;
    }
    function tap(item: Item): void {
        const touch = touchEvent(item);
        touch.press(1, item).commit();
        touch.release(1, item).commit();
    }

    function test_mouse_touch_keys_each_press_once(): void {
        for (const item of [button, toggle, check, two, chip, row, icon, note]) {
            spy.target = item;
            spy.clear();
            mouseClick(item);
            compare(spy.count, 1, item + " by mouse");
            tap(item);
            compare(spy.count, 2, item + " by touch");
            rest.forceActiveFocus();
            item.forceActiveFocus(Qt.TabFocusReason);
            verify(item.visualFocus, item + " shows focus");
            keyClick(Qt.Key_Space);
            compare(spy.count, 3, item + " by Space");
            keyClick(Qt.Key_Return);
            compare(spy.count, 4, item + " by Return");
            keyClick(Qt.Key_Enter);
            compare(spy.count, 5, item + " by Enter");
        }
    }
    function test_disabled_does_nothing(): void {
        button.enabled = false;
        spy.target = button;
        spy.clear();
        mouseClick(button);
        tap(button);
        button.activate();
        compare(spy.count, 0);
    }
    function test_checkables_turn_each_time_data() {
        return [{ tag: "switch", item: toggle }, { tag: "box", item: check }, { tag: "chip", item: chip }];
    }
    function test_checkables_turn_each_time(data): void {
        data.item.checked = false;
        mouseClick(data.item);
        verify(data.item.checked);
        tap(data.item);
        verify(!data.item.checked);
        data.item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(data.item.checked);
        keyClick(Qt.Key_Return);
        verify(!data.item.checked);
    }
    function test_radio_is_exclusive(): void {
        one.checked = true;
        mouseClick(two);
        verify(two.checked && !one.checked);
        one.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        verify(one.checked && !two.checked);
        keyClick(Qt.Key_Return);
        verify(one.checked);
    }
    function test_tip_shows_and_goes(): void {
        mouseMove(icon, icon.width / 2, icon.height / 2);
        tryVerify(() => findTip(icon) !== null);
        mouseMove(test, test.width - 1, test.height - 1);
        tryVerify(() => findTip(icon) === null);
    }
    function findTip(item: Item): QtObject {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (child instanceof TipHolder)
                return child.tip;
        }
        return null;
    }
}
