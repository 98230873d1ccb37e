import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Every piece of writing of the class, newest first; found by names, words on notes, skills.
FocusScope {
    id: root

    property int widthClass: Theme.Expanded
    property string studentId: ""
    readonly property string title: qsTr("Samples")
    // Under the curtain only names show.
    readonly property bool aboutChildren: true
    readonly property bool narrow: widthClass === Theme.Compact

    signal go(string place, var args)
    signal back()

    function startSearch(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }

    SampleList {
        id: samples
        workspace: Workspace
        studentId: root.studentId
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    ColumnLayout {
        id: head
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space16
        spacing: Theme.space8

        PageHeader {
            title: root.title
            subtitle: samples.ready && samples.count > 0 ? qsTr("Pieces of writing: %1").arg(samples.count) : ""
            Layout.fillWidth: true

            IconButton {
                label: qsTr("Bring in pictures")
                glyph: Icons.importFile
                onClicked: pictures.choose()
            }
        }
        SearchField {
            id: field
            label: qsTr("Names, words on notes, skills")
            Layout.fillWidth: true
            Layout.maximumWidth: Theme.readable
            onEdited: text => samples.search = text
        }
        // A large class or large letters make many lines of chips: then they scroll, and the samples keep their place.
        ScrollColumn {
            margin: 0
            maximumWidth: root.width
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(contentHeight, Math.round(root.height * 0.45))

            SampleFilters {
                samples: samples
                Layout.fillWidth: true
            }
        }
    }
    GridView {
        id: grid
        anchors.top: head.bottom
        anchors.topMargin: Theme.space8
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.space16

        readonly property int perRow: Math.max(2, Math.floor(width / (Theme.target * 4)))

        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        reuseItems: true
        // Two screens ahead: enough for a flick, little enough for a tablet's memory.
        cacheBuffer: Math.max(0, height * 2)
        cellWidth: Math.floor(width / perRow)
        cellHeight: Math.round(cellWidth * 0.95) + Theme.body * 2 + Theme.space24
        model: samples
        boundsBehavior: Flickable.StopAtBounds
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Samples")
        T.ScrollBar.vertical: ScrollEdge {}

        delegate: SampleTile {
            width: grid.cellWidth - Theme.space12
            height: grid.cellHeight - Theme.space12
            onClicked: root.go(pageId === "" ? "student" : "page", pageId === "" ? { studentId: studentId } : { pageId: pageId })

            required property string studentId
        }
    }
    BusyDot {
        anchors.centerIn: grid
        running: !samples.ready
        text: qsTr("Looking through the samples")
    }
    EmptyState {
        anchors.centerIn: grid
        room: grid.height
        width: Math.min(grid.width, Theme.dialogWidth)
        visible: samples.ready && samples.count === 0
        glyph: samples.narrowed ? Icons.search : Icons.images
        sentence: samples.narrowed ? qsTr("Nothing fits. Fewer letters or fewer filters find more.")
                                   : qsTr("Photograph one page of writing and it shows up here, for years if you like.")
        actionText: samples.narrowed ? qsTr("Show all") : qsTr("Take a picture")
        onActionTriggered: {
            if (!samples.narrowed) {
                root.go("camera", {});
                return;
            }
            field.text = "";
            samples.clearFilters();
        }
    }
    PictureImport {
        id: pictures
        anchors.fill: parent
        z: 1
        onAsked: (files, fromClipboard) => {
            panel.files = files;
            panel.fromClipboard = fromClipboard;
            panel.active = true;
        }
    }
    Loader {
        id: panel
        z: 2

        property list<url> files
        property bool fromClipboard: false

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.narrow ? root.width : Math.min(Theme.dialogWidth, root.width * 0.5)
        height: root.narrow ? root.height * 0.7 : root.height
        active: false
        sourceComponent: ImportPanel {
            lying: root.narrow
            files: panel.files
            fromClipboard: panel.fromClipboard
            onClosed: panel.active = false
        }
    }
}
