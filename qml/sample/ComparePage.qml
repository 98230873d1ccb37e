import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// Two pages of one writer, side by side or one above the other; what is done to one view happens to both.
FocusScope {
    id: root

    readonly property bool leadsBack: true
    // Under the curtain only names show.
    readonly property bool aboutChildren: true
    property int widthClass: Theme.Expanded
    required property string pageId
    // Empty: to be chosen.
    property string otherId: ""
    readonly property string title: qsTr("Two pages")
    readonly property bool above: width < height

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    PageDetails {
        id: one
        workspace: Workspace
        pageId: root.pageId
    }
    PageDetails {
        id: other
        workspace: Workspace
        pageId: root.otherId
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.inset
    }
    RowLayout {
        id: bar
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.space8
        spacing: Theme.space8

        IconButton {
            label: qsTr("Back")
            glyph: Icons.back
            directional: true
            onClicked: root.back()
        }
        Label {
            text: one.studentName
            role: Label.Title
            strong: true
            elides: true
            Layout.fillWidth: true
        }
        IconButton {
            label: linked.checked ? qsTr("Both move together: on") : qsTr("Both move together: off")
            glyph: Icons.link
            selected: linked.checked
            onClicked: linked.checked = !linked.checked
        }
        IconButton {
            label: qsTr("Choose another page")
            glyph: Icons.images
            visible: root.otherId !== ""
            onClicked: root.otherId = ""
        }
    }
    QtObject {
        id: linked
        property bool checked: true
    }
    Grid {
        id: pair
        anchors.top: bar.bottom
        anchors.topMargin: Theme.space8
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        columns: root.above ? 1 : 2
        spacing: Theme.stroke

        readonly property real each: root.above ? (height - spacing) / 2 : (width - spacing) / 2

        ComparedPage {
            id: left
            width: root.above ? pair.width : pair.each
            height: root.above ? pair.each : pair.height
            details: one
            onMoved: if (linked.checked) right.follow(left)
        }
        ComparedPage {
            id: right
            width: left.width
            height: left.height
            details: other
            visible: root.otherId !== ""
            onMoved: if (linked.checked) left.follow(right)
        }
        PageChoice {
            width: left.width
            height: left.height
            visible: root.otherId === ""
            studentId: one.studentId
            except: root.pageId
            onChosen: page => root.otherId = page
        }
    }
}
