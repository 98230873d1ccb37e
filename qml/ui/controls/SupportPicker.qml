import QtQuick
import QtQuick.Layouts
import Inkstep.Ui

// The rungs of help to choose from, most independent first, each with its name.
GridLayout {
    id: root

    // What is being answered, for the screen reader.
    required property string label
    property int level: Theme.Blank
    // The ladder's own words, most independent first; none for the usual five.
    property list<string> names

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
        model: root.names.length > 0 ? root.names : Theme.supportLevelNames()

        SupportRung {
            readonly property SupportPicker picker: parent as SupportPicker
            required property int index
            required property string modelData

            level: index
            text: modelData
            selected: picker !== null && index === picker.level
            upright: picker !== null && picker.columns > 1
            Layout.fillWidth: true
            Layout.preferredWidth: upright ? Theme.target : -1
            onClicked: {
                picker.level = index;
                picker.chosen(index);
            }
        }
    }
}
