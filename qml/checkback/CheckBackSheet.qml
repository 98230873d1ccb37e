import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Checkback

// "What I expect to see when I come by again": one tap on an expectation sets it, for the usual minutes. Another time,
// other words and more names are there for who wants them.
Dialog {
    id: root

    property string studentId: ""
    property int minutes: ways.checkBackMinutes
    property bool toTheEnd: false
    property bool more: studentId === ""

    readonly property int ending: opened ? maker.minutesToEnd() : 0
    readonly property list<int> choices: Array.from(new Set([5, 10, 15, ways.checkBackMinutes])).sort((a, b) => a - b)
    readonly property list<string> students: (studentId === "" ? [] : [studentId]).concat(Array.from(names.chosen))
    readonly property int chosenMinutes: toTheEnd && ending > 0 ? ending : minutes

    signal done()

    function set(words: string): void {
        if (words.trim() === "" || students.length === 0)
            return;
        maker.set(students, words, chosenMinutes);
        accept();
        done();
    }

    title: maker.name === "" ? qsTr("Come back in %1 min").arg(chosenMinutes)
                             : qsTr("Come back to %1 in %2 min").arg(maker.name).arg(chosenMinutes)
    rejectText: qsTr("Not now")
    onAboutToShow: {
        names.chosen = [];
        own.text = "";
        toTheEnd = false;
        minutes = Qt.binding(() => ways.checkBackMinutes);
        more = studentId === "";
    }

    Ways {
        id: ways
        workspace: Workspace
    }
    CheckBackMaker {
        id: maker
        workspace: Workspace
        studentId: root.studentId
    }
    Label {
        text: root.students.length === 0 ? qsTr("Choose who, then tap what you expect to see.")
                                         : qsTr("Tap what you expect to see then.")
        quiet: true
        Layout.fillWidth: true
    }
    SegmentedChoice {
        label: qsTr("When")
        options: Array.from(root.choices).map(minutes => qsTr("%1 min").arg(minutes))
                 .concat(root.ending > 0 ? [qsTr("End of block")] : [])
        currentIndex: root.toTheEnd ? root.choices.length : Array.from(root.choices).indexOf(root.minutes)
        Layout.fillWidth: true
        onChosen: index => {
            root.toTheEnd = index >= root.choices.length;
            if (!root.toTheEnd)
                root.minutes = root.choices[index];
        }
    }
    NamePicker {
        id: names
        without: root.studentId
        visible: root.more
        Layout.fillWidth: true
        Layout.preferredHeight: implicitHeight
    }
    Flow {
        spacing: Theme.space4
        Layout.fillWidth: true

        Repeater {
            model: maker.expectations

            Chip {
                required property var modelData
                objectName: "expect-" + modelData.from
                text: modelData.words
                kind: modelData.from === "step" ? Theme.NextStep : Theme.Plain
                glyph: modelData.from === "skill" ? Icons.sheet : ""
                accessibleName: qsTr("Expect: %1").arg(text)
                enabled: root.students.length > 0
                width: Math.min(implicitWidth, parent ? parent.width : implicitWidth)
                onClicked: root.set(text)
            }
        }
    }
    RowLayout {
        spacing: Theme.space8
        Layout.fillWidth: true

        TextField {
            id: own
            label: qsTr("What you expect, in your own words")
            labelShown: false
            placeholderText: qsTr("In your own words")
            maximumLength: 300
            reading: true
            Layout.fillWidth: true
            onAccepted: root.set(text)
        }
        IconButton {
            label: qsTr("Set check-back")
            glyph: Icons.check
            enabled: own.text.trim() !== "" && root.students.length > 0
            onClicked: root.set(own.text)
        }
    }
    Button {
        objectName: "moreNames"
        kind: Button.Quiet
        glyph: Icons.groupPlus
        text: names.chosen.length > 0 ? qsTr("And %1 more").arg(names.chosen.length) : qsTr("Others too")
        visible: root.studentId !== "" && !root.more
        Layout.alignment: Qt.AlignLeft
        onClicked: root.more = true
    }
}
