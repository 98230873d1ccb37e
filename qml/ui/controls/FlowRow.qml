import QtQuick
import Inkstep.Ui

// Chips and buttons one after the other, in as many lines as it takes; none is wider than the row, so their words wrap.
Flow {
    id: root

    function fit(item: Item): void {
        item.width = Qt.binding(() => Math.min(Math.ceil(item.implicitWidth), root.width));
    }
    function fitAll(): void {
        for (let i = 0; i < children.length; ++i)
            fit(children[i]);
    }

    spacing: Theme.space8
    onChildrenChanged: fitAll()
}
