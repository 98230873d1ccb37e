import QtQuick
import Inkstep.Ui

// Makes a Tip only while it is wanted: a page has many buttons and at most one tip.
Item {
    id: root

    required property string text
    required property bool wanted
    property int delay: Theme.tipDelay

    property Tip tip: null

    anchors.fill: parent

    onWantedChanged: {
        if (tip)
            tip.destroy();
        tip = wanted ? maker.createObject(root, { text: text, delay: delay }) as Tip : null;
        if (tip)
            tip.open();
    }

    Component {
        id: maker
        Tip {}
    }
}
