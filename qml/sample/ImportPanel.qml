import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Pictures from elsewhere: whose they are, then they come in, with progress and a way to stop.
SidePanel {
    id: root

    // Empty: what the clipboard holds.
    property list<url> files
    property bool fromClipboard: false
    property string studentId: ""
    readonly property bool running: Workspace.intake.importTotal > 0

    title: fromClipboard ? qsTr("Whose picture is it?") : qsTr("Whose pictures are they?")

    function bringTo(student: string): void {
        if (root.fromClipboard) {
            if (!Workspace.intake.importClipboard(student, ""))
                nothing.visible = true;
            else
                root.closed();
            return;
        }
        Workspace.intake.importFiles(root.files, student, "");
    }

    Connections {
        target: Workspace.intake
        function onKept(ticket: int, sample: string, page: string): void {
            root.closed();
        }
        function onFailed(ticket: int, sentence: string): void {
            trouble.text = sentence;
        }
    }
    Banner {
        id: trouble
        text: ""
        tone: Theme.Alert
        visible: text !== ""
        Layout.fillWidth: true
    }
    Banner {
        id: nothing
        text: qsTr("There is no picture on the clipboard. Copy one first.")
        visible: false
        Layout.fillWidth: true
    }
    Label {
        text: qsTr("They become the pages of one new sample: %1.").arg(root.files.length)
        quiet: true
        visible: !root.fromClipboard
        Layout.fillWidth: true
    }
    ProgressBar {
        label: qsTr("Bringing pictures in")
        value: root.running ? Workspace.intake.importDone / Workspace.intake.importTotal : 0
        visible: root.running
        Layout.fillWidth: true
    }
    Button {
        text: qsTr("Stop")
        visible: root.running
        Layout.fillWidth: true
        onClicked: {
            Workspace.intake.cancelImport();
            root.closed();
        }
    }
    StudentList {
        visible: !root.running
        Layout.fillWidth: true
        onChosen: studentId => root.bringTo(studentId)
    }
}
