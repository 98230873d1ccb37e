import QtQuick
import QtQuick.Layouts
import Inkstep.Sheet
import Inkstep.Ui

// Who did not do it alone, with what help it went; and from there into a group or a conference.
Dialog {
    id: root

    required property ClassSheet sheet
    property var who: ({})
    // "Group tomorrow", or the weekday after a weekend.
    property string later: ""

    signal go(string place, var args)

    readonly property var notAlone: who.notAlone ?? []
    readonly property var unchecked: who.unchecked ?? []
    // So many have rows; the rest are counted.
    readonly property int most: 60

    function show(skillId: string): void {
        who = sheet.whoOf(skillId);
        later = sheet.nextGroupWords();
        open();
    }
    function names(list: var): string {
        const shown = list.slice(0, most).map(one => one.name);
        const rest = list.length - shown.length;
        return Theme.listed(shown, qsTr(", ")) + (rest > 0 ? qsTr(", and %1 more").arg(rest) : "");
    }

    objectName: "who"
    title: who.name ?? ""
    message: who.sentence ?? ""
    acceptText: notAlone.length > 0 ? later : ""
    rejectText: qsTr("Close")
    onAccepted: root.sheet.planGroup(root.who.skillId, false)

    SectionHeader {
        title: qsTr("Not on their own yet")
        visible: root.notAlone.length > 0
        Layout.fillWidth: true
    }
    ColumnLayout {
        spacing: 0
        visible: root.notAlone.length > 0
        Layout.fillWidth: true

        Repeater {
            model: root.notAlone.slice(0, root.most)

            WhoRow {
                required property var modelData
                name: modelData.name
                level: modelData.level
                levelName: modelData.levelName
                onClicked: {
                    root.close();
                    root.go("student", { "studentId": modelData.studentId, "skillId": root.who.skillId });
                }
            }
        }
        Label {
            text: qsTr("and %1 more").arg(root.notAlone.length - root.most)
            quiet: true
            visible: root.notAlone.length > root.most
            Layout.fillWidth: true
        }
    }
    Button {
        objectName: "groupToday"
        text: qsTr("Group today")
        visible: root.notAlone.length > 0
        onClicked: {
            root.sheet.planGroup(root.who.skillId, true);
            root.close();
        }
    }
    SectionHeader {
        title: qsTr("Not checked")
        visible: root.unchecked.length > 0
        Layout.fillWidth: true
    }
    Label {
        text: root.names(root.unchecked)
        visible: root.unchecked.length > 0
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("Everybody who is here does this on their own.")
        visible: root.notAlone.length === 0 && root.unchecked.length === 0
        Layout.fillWidth: true
    }
}
