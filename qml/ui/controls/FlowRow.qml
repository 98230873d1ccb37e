import QtQuick
import Inkstep.Ui

// Chips and buttons one after the other, in as many lines as it takes; none is wider than the row, so their words wrap.
Flow {
    id: root

    property list<QtObject> fitted

    function fit(): void {
        for (const child of children) {
            if (fitted.includes(child))
                continue;
            fitted.push(child);
            child.width = Qt.binding(() => Math.min(Math.ceil(child.implicitWidth), root.width));
        }
    }

    spacing: Theme.space8
    onChildrenChanged: fit()
    Component.onCompleted: fit()
}
