import QtQuick
import QtQuick.Templates as T
import Inkstep.Data
import Inkstep.Frame
import Inkstep.Ui

// Shows one place at a time and remembers the way back. Pages are loaded when they are asked for.
FocusScope {
    id: root

    required property Places places
    required property int widthClass
    // Where the way back ends.
    property string home: "today"
    property var homeArgs: ({})
    // Lists whose rows open beside them where there is room: the list's place → the place of what it lists.
    readonly property var pairs: ({ "class": "student" })

    readonly property string place: trail.length > 0 ? trail[trail.length - 1] : ""
    // Whatever it is: a page is known by what it has, not by its type.
    readonly property var page: stack.currentItem
    readonly property bool canGoBack: trail.length > 1 || (place !== "" && place !== home)
    // A page with a way back of its own needs none above it.
    readonly property bool leadsBack: page !== null && (page.leadsBack === true || curtained)
    // A page that wants the whole window: no rail, no bars.
    readonly property bool immersive: page !== null && page.fullScreen === true && !curtained
    // A page that says more of children than their names, while only those may show.
    readonly property bool curtained: Preferences.covered && page !== null && page.aboutChildren === true

    // A page that has controls along its bottom edge, with its own bar at the top.
    readonly property bool bottomTaken: page !== null && page.fullScreen === true
    // A page whose lower edge answers what was just done, and whose head has room beside its title.
    readonly property bool undoAtTop: page !== null && page.undoAtTop === true && !curtained
    // What a page's own action takes at its bottom edge: what shows for a while shows above it.
    readonly property real bottomRoom: page !== null && page.bottomRoom !== undefined && !curtained ? page.bottomRoom : 0
    // The same for what stands at its far side.
    readonly property real sideRoom: page !== null && page.sideRoom !== undefined && !curtained ? page.sideRoom : 0
    // The page needs its lower edge itself just now, and has a way back of its own.
    readonly property bool ownUndo: page !== null && page.ownUndo === true
    // A page a child may hold: nothing of the others shows over it.
    readonly property bool childSafe: page !== null && page.childSafe === true

    property list<string> trail: []

    signal shown(string place)
    // A page asked for something that is no page here.
    signal elsewhere(string place, var args)

    // A place of its own: the way here is forgotten.
    function open(place: string, args: var): void {
        if (!places.has(place))
            return;
        if (root.place === place && trail.length === 1)
            return;
        stack.clear(T.StackView.Immediate);
        trail = [];
        root.go(place, args);
    }

    // Motion shows where a page came from; a place of its own came from nowhere.
    function manner(motion: int): int {
        return Theme.quick > 0 && trail.length > 0 ? motion : T.StackView.Immediate;
    }

    // One further from here.
    function go(place: string, args: var): void {
        if (!places.has(place)) {
            root.elsewhere(place, args);
            return;
        }
        const properties = Object.assign({}, args ?? {});
        properties["widthClass"] = root.widthClass;
        const pushed = place in pairs
                       ? stack.push(panes, { listPlace: place, detailPlace: pairs[place], listArgs: properties,
                                             widthClass: root.widthClass }, manner(T.StackView.PushTransition))
                       : stack.push(places.url(place), properties, manner(T.StackView.PushTransition));
        if (!pushed)
            return;
        trail = trail.concat([place]);
        takeKeyboard();
        root.shown(place);
    }

    function takeKeyboard(): void {
        if (curtained && curtain.item)
            (curtain.item as FrameCurtain).forceActiveFocus(Qt.OtherFocusReason);
        else if (stack.currentItem)
            stack.currentItem.forceActiveFocus(Qt.OtherFocusReason);
    }

    function back(): void {
        if (trail.length > 1) {
            stack.pop(manner(T.StackView.PopTransition));
            trail = trail.slice(0, -1);
            takeKeyboard();
            root.shown(place);
        } else if (place !== home) {
            root.open(home, homeArgs);
        }
    }

    Component.onCompleted: root.open(home, homeArgs)

    Component {
        id: panes
        FramePanes {
            places: root.places
        }
    }

    T.StackView {
        id: stack
        anchors.fill: parent
        focus: !root.curtained
        visible: !root.curtained

        pushEnter: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
        }
        pushExit: Transition {
            NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick }
        }
        popEnter: Transition {
            NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
        }
        popExit: Transition {
            NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.quick }
        }
    }

    Loader {
        id: curtain
        anchors.fill: parent
        active: root.curtained
        visible: active
        focus: active
        sourceComponent: FrameCurtain {
            title: root.page ? root.page.title : ""
            backShown: root.canGoBack
            focus: true
            onBack: root.back()
            onLifted: Preferences.covered = false
        }
        // The page behind it had the keyboard, and gets it back.
        onLoaded: root.takeKeyboard()
        onActiveChanged: if (!active) root.takeKeyboard()
    }

    Binding {
        target: stack.currentItem
        property: "widthClass"
        value: root.widthClass
        when: stack.currentItem !== null
        restoreMode: Binding.RestoreNone
    }

    Connections {
        target: stack.currentItem
        ignoreUnknownSignals: true
        function onGo(place: string, args: var): void {
            root.go(place, args);
        }
        function onBack(): void {
            root.back();
        }
    }
}
