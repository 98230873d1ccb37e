import QtQuick
import QtQuick.Layouts
import QtTest
import Inkstep.Ui

// Rows of a list at any width: their layout comes to rest, and no word leaves its row.
TestCase {
    id: test
    name: "Rows"
    width: 900
    height: 900
    visible: true
    when: windowShown

    GridLayout {
        id: columns
        columns: 1
        width: 300

        Repeater {
            model: [{ title: "Anneliese-Charlotte", subtitle: "Find the place where the boat turns", note: "12 days ago" },
                    { title: "Leo", subtitle: "", note: "2:10" },
                    { title: "Omar", subtitle: "Read it aloud to Wren", note: "seen on a page of another tablet" },
                    { title: "\u0639\u0645\u0631", subtitle: "", note: "today" },
                    { title: "Wren", subtitle: "", note: "" }]

            ListRow {
                required property var modelData
                title: modelData.title
                subtitle: modelData.subtitle
                note: modelData.note
                avatarName: modelData.title
                chevron: true
                Layout.fillWidth: true
            }
        }
    }

    function init(): void {
        failOnWarning(/./);
    }
    function cleanup(): void {
        Theme.textScale = 1;
    }

    function wrong(item: Item, row: Item): string {
        let found = "";
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            if (!child.visible)
                continue;
            if (child.contentHeight !== undefined && child.text !== undefined && child.text !== "" && child.glyph === undefined) {
                const place = child.mapToItem(row, 0, 0, child.width, child.height);
                if (child.contentWidth > child.width + 1)
                    found += child.text + ": too wide; ";
                if (child.contentHeight > child.height + 1)
                    found += child.text + ": too high; ";
                if (place.x < -1 || place.y < -1 || place.x + place.width > row.width + 1 || place.y + place.height > row.height + 1)
                    found += child.text + ": outside; ";
            }
            found += wrong(child, row);
        }
        return found;
    }

    function test_anyWidth_data() {
        return [{ tag: "usual", scale: 1, least: 220 }, { tag: "large", scale: 2, least: 400 }];
    }
    function test_anyWidth(row) {
        Theme.textScale = row.scale;
        for (let width = row.least; width <= 700; width += 17) {
            columns.width = width;
            waitForItemPolished(columns);
            waitForRendering(columns, 50);
            for (let i = 0; i < columns.children.length; ++i) {
                const child = columns.children[i];
                if (child.title === undefined)
                    continue;
                compare(wrong(child, child), "", width + " px");
                verify(child.height >= child.implicitHeight - 0.5, width + " px: " + child.title);
                verify(child.x + child.width <= width + 1, width + " px: " + child.title);
            }
        }
    }

    function titleOf(item: Item, title: string): Item {
        for (let i = 0; i < item.children.length; ++i) {
            const child = item.children[i];
            const found = child.text === title ? child : titleOf(child, title);
            if (found)
                return found;
        }
        return null;
    }
    // Names written from the right begin where the other names of the list do.
    function test_namesBeginWhereTheListDoes(): void {
        columns.width = 500;
        waitForItemPolished(columns);
        for (const name of ["Omar", "\u0639\u0645\u0631"]) {
            let title = null;
            for (let i = 0; i < columns.children.length && !title; ++i)
                title = titleOf(columns.children[i], name);
            verify(title, name);
            compare(title.effectiveHorizontalAlignment, Text.AlignLeft, name);
        }
    }
}
