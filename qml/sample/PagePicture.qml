import QtQuick
import Inkstep.Data
import Inkstep.Sample

// A page's picture in its view, unturned. Another view of the same photograph shows once its picture has come: until
// then the one before stays, and what lies on the page goes by that.
Item {
    id: root

    required property PageDetails details
    // Pixels of its longer side.
    required property int side

    // What shows, in words.
    property string view: ""
    readonly property bool ready: shown.status === Image.Ready
    readonly property bool loading: shown.status === Image.Loading
    readonly property bool failed: shown.status === Image.Error
    readonly property size pixels: Qt.size(shown.sourceSize.width, shown.sourceSize.height)
    // Another view is on its way.
    readonly property bool changing: waiting.status === Image.Loading

    readonly property string photograph: details.ready && details.pictureHere ? details.pageId + "/preview/0/plain/" + details.stamp : ""
    readonly property string wanted: photograph === "" ? "" : "image://photo/" + photograph + "/" + details.view
    property string shownPhotograph: ""
    property Image shown: one
    property Image waiting: other

    function show(): void {
        if (photograph !== shownPhotograph) {
            shownPhotograph = photograph;
            waiting.source = "";
            shown.source = wanted;
            view = details.view;
        } else {
            waiting.source = wanted === String(shown.source) ? "" : wanted;
            swap();
        }
    }
    // The one that failed is shown too: it says so.
    function swap(): void {
        if (waiting.status !== Image.Ready && waiting.status !== Image.Error)
            return;
        const before = shown;
        shown = waiting;
        waiting = before;
        waiting.source = "";
        view = details.view;
    }

    onWantedChanged: show()
    Component.onCompleted: show()

    Image {
        id: one
        anchors.fill: parent
        visible: root.shown === one
        asynchronous: true
        mipmap: true
        sourceSize { width: root.side; height: root.side }
        onStatusChanged: if (root.waiting === one) root.swap()
    }
    Image {
        id: other
        anchors.fill: parent
        visible: root.shown === other
        asynchronous: true
        mipmap: true
        sourceSize { width: root.side; height: root.side }
        onStatusChanged: if (root.waiting === other) root.swap()
    }
}
