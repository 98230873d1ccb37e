import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Whose page it really is: the whole sample, or this page alone as a sample of its own.
SidePanel {
    id: root

    required property PageDetails details
    property bool whole: true

    title: qsTr("Who wrote it?")

    SegmentedChoice {
        label: qsTr("What moves")
        options: [qsTr("The whole sample"), qsTr("Only this page")]
        currentIndex: root.whole ? 0 : 1
        Layout.fillWidth: true
        onChosen: index => root.whole = index === 0
    }
    StudentList {
        current: root.details.studentId
        Layout.fillWidth: true
        onChosen: studentId => {
            if (root.whole)
                root.details.moveSample(studentId);
            else
                root.details.moveTo(studentId, "");
            root.closed();
        }
    }
}
