import QtQuick
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// A list with what it leads to beside it, where there is room for two; alone where there is not.
// A page like any other: the host cannot tell.
FocusScope {
    id: root

    required property Places places
    required property string listPlace
    // Asked for by the list, it opens beside it instead of after it.
    required property string detailPlace
    property var listArgs: ({})
    property int widthClass: Theme.Expanded
    readonly property var listPage: list.item
    readonly property string title: listPage ? listPage.title ?? "" : ""
    property var detailArgs: ({})
    // As in PageHost: only what the list leads to says more than names.
    readonly property var detailPage: detail.item
    readonly property bool curtained: Preferences.covered && paired && detailPage !== null && detailPage.aboutChildren === true
    readonly property bool paired: widthClass === Theme.Expanded && places.has(detailPlace)

    signal go(string place, var args)
    signal back()

    function startSearch(): void {
        if (listPage && listPage.startSearch)
            listPage.startSearch();
    }

    function stepOut(): bool {
        return listPage && listPage.stepOut ? listPage.stepOut() : false;
    }

    function showDetail(args: var): void {
        detailArgs = args;
        const properties = Object.assign({}, args);
        properties["widthClass"] = Theme.Medium;
        detail.setSource(places.url(detailPlace), properties);
    }

    Loader {
        id: list
        width: root.paired ? Math.min(Theme.dialogWidth, root.width / 2) : root.width
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        focus: true
        Component.onCompleted: setSource(root.places.url(root.listPlace), Object.assign({}, root.listArgs,
                                                                                        { "widthClass": listWidthClass }))
        readonly property int listWidthClass: root.paired ? Theme.Compact : root.widthClass
    }

    Rectangle {
        id: fold
        width: Theme.hairline
        color: Theme.line
        visible: root.paired
        anchors { left: list.right; top: parent.top; bottom: parent.bottom }
    }

    Loader {
        id: detail
        anchors { left: fold.right; right: parent.right; top: parent.top; bottom: parent.bottom }
        active: root.paired
        visible: root.paired && !root.curtained
    }
    Loader {
        anchors.fill: detail
        active: root.curtained
        visible: active
        sourceComponent: FrameCurtain {
            title: root.detailPage ? root.detailPage.title : ""
            onLifted: Preferences.covered = false
        }
    }

    Label {
        text: qsTr("Choose a student to see their writing and notes here.")
        quiet: true
        horizontalAlignment: Text.AlignHCenter
        visible: root.paired && !detail.item
        width: Math.min(implicitWidth, detail.width - Theme.space32 * 2)
        anchors.centerIn: detail
    }

    Binding { target: list.item; property: "widthClass"; value: list.listWidthClass; restoreMode: Binding.RestoreNone }

    Connections {
        target: list.item
        ignoreUnknownSignals: true
        function onGo(place: string, args: var): void {
            if (root.paired && place === root.detailPlace)
                root.showDetail(args);
            else
                root.go(place, args);
        }
        function onBack(): void {
            root.back();
        }
    }
    Connections {
        target: detail.item
        ignoreUnknownSignals: true
        function onGo(place: string, args: var): void {
            root.go(place, args);
        }
        function onBack(): void {
            detail.setSource("");
        }
    }
}
