import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The rungs of help to choose from, most independent first, each with its name.
GridLayout {
    id: root

    // What is being answered, for the screen reader.
    required property string label
    property int level: Theme.Blank
    // The ladder's own words, by level; none for those of the class.
    property list<string> names
    // The levels to choose from; what was answered once stays among them.
    readonly property var levels: Array.from(Theme.rungs).includes(level) || level < 0 ? Array.from(Theme.rungs)
                                  : Array.from(Theme.rungs).concat([level]).sort()

    signal chosen(int level)

    readonly property real widest: {
        let most = 0;
        for (let i = 0; i < rungs.count; ++i) {
            const rung = rungs.itemAt(i);
            most = Math.max(most, rung ? rung.implicitWidth : 0);
        }
        return most;
    }

    columns: width > 0 && widest * rungs.count + columnSpacing * (rungs.count - 1) <= width ? rungs.count : 1
    columnSpacing: Theme.space4
    rowSpacing: 0

    Accessible.role: Accessible.Grouping
    Accessible.name: label

    Repeater {
        id: rungs
        model: root.levels

        SupportRung {
            readonly property SupportPicker picker: parent as SupportPicker
            required property int modelData

            level: modelData
            text: picker !== null && picker.names.length > modelData ? picker.names[modelData] : Theme.supportLevelName(modelData)
            selected: picker !== null && modelData === picker.level
            upright: picker !== null && picker.columns > 1
            Layout.fillWidth: true
            Layout.preferredWidth: upright ? Theme.target : -1
            onClicked: {
                picker.level = modelData;
                picker.chosen(modelData);
            }
        }
    }
}
