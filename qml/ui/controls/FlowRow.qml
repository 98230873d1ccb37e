import QtQuick
import Inkstep.Ui

// Chips and buttons one after the other, in as many lines as it takes; none is wider than the row, so their words wrap.
Flow {
    id: root

    function fit(item: Item): void {
        // Before it has a width of its own it says what it would like: without any, nobody would give it one.
        item.width = Qt.binding(() => root.width > 0 ? Math.min(Math.ceil(item.implicitWidth), root.width)
                                                     : Math.ceil(item.implicitWidth));
    }
    function fitAll(): void {
        for (let i = 0; i < children.length; ++i)
            fit(children[i]);
    }

    spacing: Theme.space8
    onChildrenChanged: fitAll()
}
