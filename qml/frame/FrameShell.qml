import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// The frame round an open notebook: places, notebook, tray, the page, undo.
FocusScope {
    id: root

    required property Places places
    required property int widthClass
    property alias host: host

    readonly property bool compact: widthClass === Theme.Compact
    readonly property list<FramePlace> all: [
        FramePlace { place: "today"; label: qsTr("Today"); glyph: Icons.home },
        FramePlace { place: "class"; label: qsTr("Class"); glyph: Icons.group },
        FramePlace { place: "samples"; label: qsTr("Samples"); glyph: Icons.images },
        FramePlace { place: "sheet"; label: qsTr("Sheet"); glyph: Icons.sheet },
        FramePlace { place: "coach"; label: qsTr("Coach"); glyph: Icons.coach },
        FramePlace { place: "settings"; label: qsTr("Settings"); glyph: Icons.settings }
    ]
    // Those of this build, in the order of the rail.
    readonly property var entries: Array.from(all).filter(entry => places.has(entry.place))

    // The place of the rail this page belongs to: the last one on the way here.
    readonly property string section: Array.from(host.trail).reverse().find(place => entries.some(entry => entry.place === place)) ?? ""

    readonly property var watch: checkBacks.item

    // The class's own words for its support levels, wherever one is named.
    Ways {
        id: ways
        workspace: Workspace
    }
    Binding { target: Theme; property: "ladderNames"; value: ways.ladderNames }
    Binding { target: Theme; property: "rungs"; value: ways.rungs }

    FrameKeys {
        host: host
        entries: root.entries
        onUndone: label => undoBar.tell(label, true)
    }

    // Only the one of the two that this width shows.
    Loader {
        id: rail
        active: !root.compact
        visible: active && !host.immersive
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        sourceComponent: FrameRail {
            entries: root.entries
            current: root.section
            onChosen: place => host.open(place, {})
        }
    }

    FrameTopBar {
        id: topBar
        widthClass: root.widthClass
        canGoBack: host.canGoBack && !host.leadsBack
        places: root.places
        visible: !host.immersive
        height: visible ? implicitHeight : 0
        anchors { left: rail.visible ? rail.right : parent.left; right: parent.right; top: parent.top }
        due: root.watch ? root.watch.waiting : 0
        dueName: root.watch ? root.watch.waitingName : ""
        onDueAsked: root.watch.unfold()
        onBack: host.back()
        onGo: (place, args) => host.go(place, args)
    }

    // What falls due has room of its own: it lies on nothing that is to be tapped.
    Loader {
        id: checkBacks
        active: root.places.has("checkBacks")
        source: "FrameCheckBacks.qml"
        z: 1
        height: root.watch ? root.watch.implicitHeight : 0
        anchors { left: host.left; right: host.right; top: topBar.bottom }

        Binding { target: checkBacks.item; property: "covered"; value: host.immersive || host.place === "checkBacks"; when: checkBacks.item !== null }
        // Under a finger that marks one circle after the other, or points at words, nothing may move by itself.
        Binding { target: checkBacks.item; property: "still"; value: host.place === "sheet" || host.place === "page"; when: checkBacks.item !== null }
    }

    PageHost {
        id: host
        places: root.places
        widthClass: root.widthClass
        focus: true
        clip: true
        anchors {
            left: rail.visible ? rail.right : parent.left; right: parent.right
            top: checkBacks.bottom; bottom: bottomBar.visible ? bottomBar.top : parent.bottom
        }
    }

    Loader {
        id: bottomBar
        active: root.compact
        visible: active && !host.immersive
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        sourceComponent: NavigationBar {
            objectName: "bar"
            places: root.entries
            onChosen: index => host.open(root.entries[index].place, {})
        }
    }
    Binding {
        target: bottomBar.item
        property: "currentIndex"
        value: Array.from(root.entries).findIndex(entry => entry.place === root.section)
        when: bottomBar.item !== null
    }

    // A finger on its way down when the page moved meets nothing.
    MouseArea {
        anchors { left: host.left; right: host.right; top: topBar.bottom; bottom: host.bottom }
        enabled: root.watch !== null && root.watch.arriving
        visible: enabled
    }

    FrameBanner {
        id: banner
        anchors { left: host.left; right: host.right; top: host.top; margins: Theme.space16 }
    }

    FrameUndoBar {
        id: undoBar
        objectName: "undoBar"
        discreet: host.childSafe
        visible: opacity > 0 && !host.ownUndo
        width: Math.min(host.width - host.sideRoom - Theme.space16 * 2, Theme.dialogWidth)
        height: implicitHeight
        anchors.horizontalCenter: host.horizontalCenter
        anchors.horizontalCenterOffset: -host.sideRoom / 2
        y: host.bottomTaken ? host.y + Theme.target + Theme.space16
           : host.undoAtTop ? host.y - Theme.space8 : host.y + host.height - height - host.bottomRoom - Theme.space16
    }

    Connections {
        target: Workspace
        function onNotebookChanged(): void {
            host.open("today", {});
        }
    }
}
