import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Whose page it really is: the whole sample goes to another child, or this page alone, into a sample there is or a new one.
SidePanel {
    id: root

    required property PageDetails details
    property bool whole: true
    // The child this page alone goes to, while a sample is being chosen.
    property string to: ""

    title: to === "" ? qsTr("Who wrote it?") : qsTr("Into which sample?")

    SampleList {
        id: samples
        workspace: Workspace
        studentId: root.to
    }
    SegmentedChoice {
        label: qsTr("What moves")
        options: [qsTr("The whole sample"), qsTr("Only this page")]
        currentIndex: root.whole ? 0 : 1
        Layout.fillWidth: true
        onChosen: index => {
            root.whole = index === 0;
            root.to = "";
        }
    }
    StudentList {
        current: root.details.studentId
        visible: root.to === ""
        Layout.fillWidth: true
        onChosen: studentId => {
            if (!root.whole) {
                root.to = studentId;
                return;
            }
            root.details.moveSample(studentId);
            root.closed();
        }
    }
    Button {
        text: qsTr("A new sample")
        glyph: Icons.plus
        visible: root.to !== ""
        Layout.fillWidth: true
        onClicked: {
            root.details.moveTo(root.to, "");
            root.closed();
        }
    }
    Repeater {
        model: root.to === "" ? null : samples

        ListRow {
            required property string sampleId
            required property string heading
            required property string day

            title: heading
            subtitle: day
            glyph: Icons.pages
            visible: sampleId !== root.details.sampleId
            Layout.fillWidth: true
            onClicked: {
                root.details.moveTo(root.to, sampleId);
                root.closed();
            }
        }
    }
}
