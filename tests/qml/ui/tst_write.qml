import QtQuick
import QtTest
import Inkstep.Ui

TestCase {
    id: test
    name: "Write"
    width: 500
    height: 600
    visible: true
    when: windowShown

    Column {
        width: 400
        spacing: Theme.space8
        TextField { id: field; label: "Name"; width: parent.width }
        SearchField { id: search; width: parent.width }
        TextArea { id: area; label: "Words"; width: parent.width }
        Button { id: after; text: "After" }
    }
    SignalSpy { id: spy }

    function init(): void {
        failOnWarning(/./);
        spy.clear();
    }

    function test_typing(): void {
        spy.target = field;
        spy.signalName = "edited";
        field.text = "";
        mouseClick(field.input);
        verify(field.input.activeFocus);
        keyClick(Qt.Key_A);
        keyClick(Qt.Key_B);
        compare(field.text, "ab");
        compare(spy.count, 2);
        field.text = "set";
        compare(spy.count, 2);
        spy.clear();
        spy.signalName = "accepted";
        keyClick(Qt.Key_Return);
        compare(spy.count, 1);
    }
    function test_search_clears(): void {
        spy.target = search;
        spy.signalName = "edited";
        mouseClick(search.input);
        keyClick(Qt.Key_X);
        compare(search.text, "x");
        keyClick(Qt.Key_Escape);
        compare(search.text, "");
        compare(spy.signalArguments[1][0], "");
    }
    function test_tab_leaves_the_area(): void {
        area.input.forceActiveFocus();
        keyClick(Qt.Key_Tab);
        verify(!area.input.activeFocus);
        verify(after.activeFocus);
        compare(area.text, "");
    }
    function test_area_grows(): void {
        const before = area.height;
        area.text = "a\nb\nc\nd\ne\nf\ng";
        tryVerify(() => area.height > before);
        area.text = "";
    }
    function test_error_is_heard_and_seen(): void {
        const before = field.height;
        field.error = "Too short.";
        tryVerify(() => field.height > before);
        compare(field.input.Accessible.description, "Too short.");
        field.error = "";
    }
}
