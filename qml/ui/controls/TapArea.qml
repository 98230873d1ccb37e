import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// The one place where pressing is wired: mouse, touch, Space, Enter and the screen reader all end in clicked().
// Everything that can be pressed is built on this.
T.AbstractButton {
    id: root

    // What the screen reader says; the visible text unless that is not enough.
    property string accessibleName: text
    property string accessibleDescription: ""
    property int accessibleRole: checkable ? Accessible.CheckBox : Accessible.Button
    property real ringRadius: Theme.radiusCard
    // The gallery shows states without a hand or a keyboard.
    property bool showHovered: false
    property bool showPressed: false
    property bool showFocused: false

    property bool ringed: false // has a focus ring

    readonly property bool isHovered: enabled && (hovered || showHovered)
    readonly property bool isPressed: down || showPressed
    readonly property bool isFocused: visualFocus || showFocused

    // What a press does, whatever it came from.
    function activate(): void {
        if (!enabled)
            return;
        // The one that is chosen among several stays chosen, as with the mouse.
        if (checkable && !(autoExclusive && checked))
            toggle();
        clicked();
    }

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : Theme.disabledOpacity
    font.family: Theme.interfaceFont
    font.pixelSize: Theme.body

    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) root.activate(); }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) root.activate(); }

    Accessible.role: accessibleRole
    Accessible.name: accessibleName
    Accessible.description: accessibleDescription
    Accessible.focusable: true
    Accessible.checkable: checkable
    Accessible.checked: checked
    Accessible.onPressAction: root.activate()
    Accessible.onToggleAction: root.activate()

    onHoveredChanged: Theme.showHandOver(root)

    // Made when the keyboard first comes by: most of what can be pressed is never reached by one.
    Component {
        id: ringMaker
        FocusRing {
            shown: root.isFocused
            around: root.ringRadius
        }
    }
    onIsFocusedChanged: {
        if (!isFocused || ringed)
            return;
        ringed = true;
        ringMaker.createObject(root);
    }
}
