import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// A few choices side by side, one of them chosen; one under the other where they would not fit.
FocusScope {
    id: root

    // What is being chosen, for the screen reader.
    required property string label
    required property list<string> options
    property list<string> glyphs
    property int currentIndex: 0

    // By the person, not by the program.
    signal chosen(int index)

    function choose(index: int): void {
        if (index < 0 || index >= options.length || index === currentIndex)
            return;
        currentIndex = index;
        chosen(index);
    }

    function focusPart(index: int): void {
        parts.itemAt(index).forceActiveFocus(Qt.TabFocusReason);
    }

    readonly property var widths: {
        const all = [];
        for (let i = 0; i < parts.count; ++i) {
            const part = parts.itemAt(i);
            all.push(part ? part.implicitWidth : 0);
        }
        return all;
    }
    readonly property real widest: Math.max(0, ...widths)
    // Equally wide where there is room; else each as wide as its words; else one under the other.
    readonly property bool uneven: width > 0 && widest * options.length + Theme.space4 * 2 > width
    readonly property bool stacked: width > 0 && widths.reduce((sum, one) => sum + one, 0) + Theme.space4 * 2 > width

    implicitWidth: widest * options.length + Theme.space4 * 2
    implicitHeight: grid.implicitHeight + Theme.space4 * 2

    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.inset
        border.width: Theme.hairline
        border.color: Theme.line
    }
    GridLayout {
        id: grid
        anchors.fill: parent
        anchors.margins: Theme.space4
        columns: root.stacked ? 1 : Math.max(1, root.options.length)
        rowSpacing: 0
        columnSpacing: 0

        Repeater {
            id: parts
            model: root.options

            Segment {
                id: part

                readonly property SegmentedChoice choice: parent ? parent.parent as SegmentedChoice : null
                required property int index
                required property string modelData

                text: modelData
                glyph: choice && index < choice.glyphs.length ? choice.glyphs[index] : ""
                selected: choice !== null && index === choice.currentIndex
                Layout.fillWidth: true
                Layout.preferredWidth: choice && choice.uneven ? -1 : Theme.target
                onClicked: choice.choose(index)
                Keys.onPressed: event => {
                    const ahead = Theme.rightToLeft ? Qt.Key_Left : Qt.Key_Right;
                    const behind = Theme.rightToLeft ? Qt.Key_Right : Qt.Key_Left;
                    const step = event.key === ahead || event.key === Qt.Key_Down ? 1
                               : event.key === behind || event.key === Qt.Key_Up ? -1 : 0;
                    const to = part.index + step;
                    if (step === 0 || to < 0 || to >= part.choice.options.length)
                        return;
                    event.accepted = true;
                    part.choice.choose(to);
                    part.choice.focusPart(to);
                }
            }
        }
    }
}
