import QtQuick
import QtQuick.Templates as T
import Inkstep.Ui

// A few things to do, one under the other. Put MenuEntry items in it; popup(item) opens it beside what was pressed.
// Up and Down move, Escape closes, choosing closes.
T.Popup {
    id: root

    default property alias entries: column.data
    // What the entries are about, for the screen reader.
    property string label: qsTr("Menu")

    function popup(beside: Item): void {
        const at = beside.mapToItem(parent, 0, beside.height);
        const wanted = Theme.rightToLeft ? at.x : at.x + beside.width - width;
        x = Math.max(Theme.space8, Math.min(wanted, parent.width - width - Theme.space8));
        const below = at.y + height + Theme.space8 <= parent.height;
        y = below ? at.y + Theme.space4 : Math.max(Theme.space8, at.y - beside.height - height - Theme.space4);
        open();
    }
    function move(by: int): void {
        const items = Array.from(column.children).filter(child => child instanceof MenuEntry && child.visible && child.enabled);
        if (items.length === 0)
            return;
        const now = items.findIndex(item => item.activeFocus);
        const to = now < 0 ? (by > 0 ? 0 : items.length - 1) : (now + by + items.length) % items.length;
        items[to].forceActiveFocus(Qt.TabFocusReason);
    }

    parent: T.Overlay.overlay
    modal: true
    dim: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    padding: Theme.space8
    width: Math.min(Math.max(column.implicitWidth, Theme.dialogWidth / 3) + padding * 2,
                    (parent ? parent.width : 0) - Theme.space16)
    height: Math.min(column.implicitHeight + padding * 2, (parent ? parent.height : 0) - Theme.space16)

    Flickable {
        id: list
        anchors.fill: parent
        contentHeight: column.implicitHeight
        interactive: contentHeight > height
        clip: interactive
        Accessible.role: Accessible.PopupMenu
        Accessible.name: root.label
        LayoutMirroring.enabled: Theme.rightToLeft
        LayoutMirroring.childrenInherit: true
        Keys.onDownPressed: root.move(1)
        Keys.onUpPressed: root.move(-1)

        MenuColumn {
            id: column
            width: parent.width
            spacing: 0
            onChosen: root.close()
        }
    }
    onOpened: list.forceActiveFocus()

    background: CardSurface {
        lifted: true
    }
    T.Overlay.modal: Item {}
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Theme.quick }
    }
}
