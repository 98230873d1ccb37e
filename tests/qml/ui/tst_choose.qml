import QtQuick
import QtTest
import Inkstep.Ui

TestCase {
    id: test
    name: "Choose"
    width: 600
    height: 600
    visible: true
    when: windowShown

    Column {
        width: 500
        spacing: Theme.space8
        SegmentedChoice { id: choice; label: "Show"; options: ["Week", "Unit", "Year"]; width: parent.width }
        SegmentedChoice { id: narrow; label: "Show"; options: ["Week", "Unit", "Year"]; width: 120 }
        SegmentedChoice { id: uneven; label: "When"; options: ["5 min", "10 min", "To the end of the writing"]; width: 420 }
        SupportPicker { id: picker; label: "How did it go?"; width: parent.width }
        Slider { id: slider; label: "Text"; from: 0; to: 10; stepSize: 1; value: 5; width: 300 }
        NavigationBar {
            id: bar
            width: parent.width
            places: [
                NavigationPlace { label: "Today"; glyph: Icons.home },
                NavigationPlace { label: "Class"; glyph: Icons.schoolClass }
            ]
        }
        FlowRow {
            id: flow
            width: 200
            Chip { id: longChip; text: "A very long skill name that does not fit in one line at all" }
        }
    }
    SignalSpy { id: spy }

    function init(): void {
        failOnWarning(/./);
        spy.clear();
    }
    function find(root: Item, label: string): Item {
        for (let i = 0; i < root.children.length; ++i) {
            const child = root.children[i];
            if (child instanceof TapArea && child.text === label)
                return child;
            const inside = find(child, label);
            if (inside)
                return inside;
        }
        return null;
    }

    function test_segments(): void {
        spy.target = choice;
        spy.signalName = "chosen";
        mouseClick(find(choice, "Year"));
        compare(choice.currentIndex, 2);
        compare(spy.count, 1);
        mouseClick(find(choice, "Year"));
        compare(spy.count, 1);
        find(choice, "Year").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Left);
        compare(choice.currentIndex, 1);
        verify(find(choice, "Unit").activeFocus);
    }
    function test_segments_stack_where_narrow(): void {
        verify(!choice.stacked);
        verify(narrow.stacked);
        verify(find(narrow, "Unit").mapToItem(narrow, 0, 0).y > find(narrow, "Week").mapToItem(narrow, 0, 0).y);
    }
    // One long choice does not push the short ones under one another while all of them fit.
    function test_segments_as_wide_as_their_words(): void {
        verify(uneven.widest * 3 > uneven.width);
        verify(!uneven.stacked);
        const last = find(uneven, "To the end of the writing");
        compare(last.mapToItem(uneven, 0, 0).y, find(uneven, "5 min").mapToItem(uneven, 0, 0).y);
        verify(last.width >= last.implicitWidth);
        verify(last.mapToItem(uneven, last.width, 0).x <= uneven.width);
    }
    function test_support_levels(): void {
        spy.target = picker;
        spy.signalName = "chosen";
        compare(picker.level, Theme.Blank);
        mouseClick(find(picker, Theme.supportLevelName(Theme.Together)));
        compare(picker.level, Theme.Together);
        compare(spy.signalArguments[0][0], Theme.Together);
    }
    function test_slider_keys(): void {
        slider.value = 5;
        slider.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(slider.value, 6);
    }
    function test_bar(): void {
        spy.target = bar;
        spy.signalName = "chosen";
        mouseClick(find(bar, "Class"));
        compare(bar.currentIndex, 1);
        compare(spy.signalArguments[0][0], 1);
    }
    function test_long_chip_wraps(): void {
        tryVerify(() => longChip.width <= flow.width);
        tryVerify(() => longChip.height > Theme.target);
    }
}
