import QtQuick
import QtQuick.Layouts
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample
import Inkstep.Checkback
import Inkstep.Child

// A child's page, which is the conference: the last page at one side; the open step, what is noticed and what comes next at
// the other; what was before below. Leaving saves.
FocusScope {
    id: root

    readonly property bool leadsBack: true
    // Under the curtain only names show.
    readonly property bool aboutChildren: true
    property int widthClass: Theme.Expanded
    required property string studentId
    // What the sheet wants looked at; empty: nothing in particular.
    property string skillId: ""
    readonly property string title: person.name
    readonly property bool wide: widthClass === Theme.Expanded
    readonly property bool narrow: widthClass === Theme.Compact
    // Large words on a phone: what stays at the top would leave no room for the rest.
    readonly property bool headScrolls: narrow && Theme.textScale > 1.4

    signal go(string place, var args)
    signal back()

    Keys.onEscapePressed: root.back()

    ChildDetails {
        id: person
        workspace: Workspace
        studentId: root.studentId
    }
    ConferenceKeeper {
        id: conference
        workspace: Workspace
        studentId: root.studentId
        pageId: person.lastPageId
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }
    Component {
        id: header
        ChildHeader {
            child: person
            talk: conference
            narrow: root.narrow
            onLeaving: root.back()
            onComeBackWanted: comeBack.open()
            onImportWanted: pictures.choose()
            onGo: (place, args) => root.go(place, args)
        }
    }
    Loader {
        id: head
        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: active ? Theme.space12 : 0
        height: active ? implicitHeight : 0
        active: !root.headScrolls
        sourceComponent: header
    }
    LastPage {
        id: last
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.space16
        width: root.width * 0.46
        visible: root.wide && !person.gone
        child: person
        onGo: (place, args) => root.go(place, args)
    }
    ScrollColumn {
        anchors.top: head.bottom
        anchors.bottom: parent.bottom
        anchors.left: root.wide ? last.right : parent.left
        anchors.right: parent.right
        visible: !person.gone
        spacing: Theme.space24

        Loader {
            active: root.headScrolls
            visible: active
            sourceComponent: header
            Layout.fillWidth: true
        }
        Loader {
            active: !root.wide && !root.narrow
            visible: active
            sourceComponent: LastPage {
                child: person
                onGo: (place, args) => root.go(place, args)
            }
            Layout.fillWidth: true
            Layout.preferredHeight: active ? Math.max(implicitHeight, Math.min(root.width * 0.8, root.height * 0.4)) : 0
        }
        OpenStep {
            child: person
            talk: conference
            Layout.fillWidth: true
        }
        QuickNotes {
            child: person
            talk: conference
            namedSkill: root.skillId
            Layout.fillWidth: true
        }
        HelpGiven {
            talk: conference
            visible: person.ready
            Layout.fillWidth: true
        }
        // Under the conference, where the window is narrow: the paper itself lies on the desk.
        Loader {
            active: root.narrow
            visible: active
            sourceComponent: LastPageRow {
                child: person
                onGo: (place, args) => root.go(place, args)
            }
            Layout.fillWidth: true
        }
        SectionHeader {
            title: qsTr("Voice notes")
            visible: person.ready
            Layout.fillWidth: true
        }
        VoiceNotes {
            aboutId: root.studentId
            visible: person.ready
            Layout.fillWidth: true
        }
        Story {
            studentId: root.studentId
            Layout.fillWidth: true
        }
        Timeline {
            studentId: root.studentId
            Layout.fillWidth: true
            onGo: (place, args) => root.go(place, args)
        }
    }
    EmptyState {
        anchors.centerIn: parent
        room: parent.height
        width: Math.min(parent.width - 2 * Theme.space24, Theme.dialogWidth)
        visible: person.gone
        glyph: Icons.studentOff
        sentence: qsTr("This student is not in the class any more. The history can bring a student back.")
        actionText: qsTr("Back")
        onActionTriggered: root.back()
    }
    PagePictures {
        id: pictures
        anchors.fill: parent
        z: 1
        studentId: root.studentId
    }
    CheckBackSheet {
        id: comeBack
        studentId: root.studentId
    }
}
