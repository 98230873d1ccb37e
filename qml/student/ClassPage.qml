import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Data
import Inkstep.Students
import Inkstep.Ui

// Who is in the class, and who has left it.
FocusScope {
    id: root

    property int widthClass: Theme.Compact
    readonly property string title: qsTr("Class")
    // The keyboard starts in the search field.
    property bool searching: false
    readonly property bool empty: present.ready && present.count === 0 && present.search === ""

    signal go(string place, var args)
    signal back()

    function startSearch(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    // Escape leaves the search before it leaves the page.
    function stepOut(): bool {
        if (present.search === "")
            return false;
        field.clear();
        return true;
    }

    Component.onCompleted: if (searching) startSearch()

    StudentList {
        id: present
        workspace: Workspace
    }
    StudentList {
        id: formerStudents
        workspace: Workspace
        archived: true
        search: present.search
    }

    ListView {
        id: list
        anchors.fill: parent
        anchors.leftMargin: Theme.space8
        anchors.rightMargin: Theme.space8
        model: present
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        bottomMargin: Theme.space32
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Students")

        T.ScrollBar.vertical: ScrollEdge {}

        header: ColumnLayout {
            id: head
            property real before: 0
            width: list.width
            // Words that come late or wrap make it higher: who is at the top stays there.
            onHeightChanged: {
                if (Math.abs(list.contentY + before) <= 1)
                    list.positionViewAtBeginning();
                before = height;
            }
            spacing: Theme.space8

            PageHeader {
                title: root.title
                subtitle: present.ready && !root.empty && present.search === ""
                          ? present.count === 1 ? qsTr("1 student") : qsTr("%1 students").arg(present.count) : ""
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space8
                Layout.topMargin: Theme.space4

                IconButton {
                    objectName: "printSlips"
                    label: qsTr("Slips to print")
                    glyph: Icons.print
                    visible: !root.empty
                    onClicked: root.go("printSlips", {})
                }
                IconButton {
                    objectName: "addStudents"
                    label: qsTr("Add students")
                    glyph: Icons.studentPlus
                    onClicked: root.go("addStudents", {})
                }
            }
            Item {
                id: searchPlace
                implicitHeight: field.implicitHeight
                visible: !root.empty
                Layout.fillWidth: true
                Layout.leftMargin: Theme.space8
                Layout.rightMargin: Theme.space8
                Component.onCompleted: field.parent = searchPlace
            }
            Label {
                text: qsTr("Nobody in this class has “%1” in their name.").arg(present.search)
                quiet: true
                visible: present.ready && present.count === 0 && present.search !== ""
                Layout.fillWidth: true
                Layout.margins: Theme.space16
            }
        }

        delegate: ClassStudent {
            width: list.width
            focus: ListView.isCurrentItem
            onOpenAsked: root.go("student", { "studentId": studentId })
            onEditAsked: root.go("editStudent", { "studentId": studentId })
            onArchiveAsked: present.archive(studentId, true)
        }

        footer: Column {
            width: list.width
            topPadding: Theme.space24

            SectionHeader {
                width: parent.width - Theme.space8 * 2
                x: Theme.space8
                visible: formerStudents.count > 0
                title: qsTr("Archived")
                subtitle: qsTr("Their samples and notes are kept.")
            }
            Repeater {
                model: formerStudents

                ClassStudent {
                    width: list.width
                    gone: true
                    onOpenAsked: root.go("student", { "studentId": studentId })
                    onEditAsked: root.go("editStudent", { "studentId": studentId })
                    onArchiveAsked: formerStudents.archive(studentId, false)
                }
            }
        }
    }

    SearchField {
        id: field
        objectName: "search"
        width: parent ? parent.width : 0
        label: qsTr("Find a student")
        onEdited: text => present.search = text
    }

    EmptyState {
        visible: root.empty
        width: Math.min(Theme.dialogWidth, root.width - Theme.space24 * 2)
        anchors.centerIn: parent
        room: parent.height
        glyph: Icons.studentPlus
        sentence: qsTr("Paste your class list: everybody gets a place for their writing.")
        actionText: qsTr("Add students")
        actionGlyph: Icons.plus
        onActionTriggered: root.go("addStudents", {})
    }
}
