import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// A page as large as the screen lets it be: pinch, double tap, drag, wheel, keys. The preview shows first; beyond its
// sharpness the original comes over it.
FocusScope {
    id: root

    required property PageDetails details
    default property alias overlay: layer.data

    property real zoom: 1
    readonly property real mostZoom: Math.max(2, 2 * size.width / Math.max(1, fitWidth))
    // As shot, or the sheet alone: what shows now, which another choice follows once its picture has come.
    readonly property alias view: picture.view
    // Unknown sizes show as a sheet of A4 until the picture says more.
    readonly property size size: {
        const told = details.size.width > 0 ? details.sizeIn(view) : picture.ready ? picture.pixels : Qt.size(210, 297);
        return Qt.size(told.width, told.height);
    }
    readonly property real fitWidth: Math.max(1, Math.min(width - 2 * Theme.space16,
                                                  (height - 2 * Theme.space16) * size.width / size.height))
    readonly property alias pageWidth: sheet.width
    readonly property alias pageHeight: sheet.height
    readonly property rect pageRect: Qt.rect(sheet.x, sheet.y, sheet.width, sheet.height)
    // What of the desk is in view, in the page's pixels.
    readonly property rect seen: Qt.rect(flick.contentX - sheet.x, flick.contentY - sheet.y, flick.width, flick.height - covered)
    readonly property rect desk: Qt.rect(-sheet.x, -sheet.y, flick.contentWidth, flick.contentHeight)
    readonly property alias sharp: part.sharp
    readonly property bool missing: details.ready && !details.gone && (!details.pictureHere || picture.failed)
    readonly property bool loading: !details.ready || picture.loading
    property bool held: false
    // As much of the lower edge as something lies over: the page keeps its size, goes up as far as there is room, and
    // the rest can be moved up from under it.
    property real covered: 0

    // A tap on the page, in its own measure, 0 to 1.
    signal tapped(point at)
    // A person moved or zoomed the view.
    signal viewMoved()

    // What lies in the middle of the view, 0 to 1 across and down the page.
    readonly property point middle: Qt.point((seen.x + seen.width / 2) / sheet.width, (seen.y + seen.height / 2) / sheet.height)

    readonly property int previewSide: 2048
    readonly property real pixels: Math.max(sheet.width, sheet.height) * Screen.devicePixelRatio
    // The preview is of the whole photograph, and a sheet only a part of that.
    readonly property real previewPixels: {
        const original = Math.max(details.original.width, details.original.height);
        return original > 0 ? previewSide * Math.min(1, Math.max(size.width, size.height) / original) : previewSide;
    }
    readonly property bool wantsOriginal: details.originalHere && pixels > previewPixels

    function zoomTo(next: real, at: point): void {
        const across = (flick.contentX + at.x - sheet.x) / sheet.width;
        const down = (flick.contentY + at.y - sheet.y) / sheet.height;
        zoom = Math.max(1, Math.min(mostZoom, next));
        show(Qt.point(across, down), at);
        viewMoved();
    }
    // As another canvas shows its page.
    function follow(next: real, spot: point): void {
        zoom = Math.max(1, Math.min(mostZoom, next));
        show(spot, Qt.point(flick.width / 2, (flick.height - covered) / 2));
    }
    // Brings a spot of the page under a place of the view, as far as the desk reaches.
    function show(spot: point, at: point): void {
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, sheet.x + spot.x * sheet.width - at.x));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight + flick.bottomMargin - flick.height, sheet.y + spot.y * sheet.height - at.y));
    }
    function reveal(spot: point): void {
        const x = sheet.x + spot.x * sheet.width - flick.contentX;
        const y = sheet.y + spot.y * sheet.height - flick.contentY;
        if (x < Theme.target || y < Theme.target || x > flick.width - Theme.target || y > flick.height - covered - Theme.target)
            show(spot, Qt.point(flick.width / 2, (flick.height - covered) / 2));
    }
    function zoomBy(factor: real): void {
        zoomTo(zoom * factor, Qt.point(width / 2, height / 2));
    }
    function pan(across: real, down: real): void {
        flick.contentX = Math.max(0, Math.min(flick.contentWidth - flick.width, flick.contentX + across));
        flick.contentY = Math.max(0, Math.min(flick.contentHeight + flick.bottomMargin - flick.height, flick.contentY + down));
        viewMoved();
    }
    // A point of the canvas in the page's measure, 0 to 1.
    function onPage(at: point): point {
        return Qt.point((flick.contentX + at.x - sheet.x) / sheet.width, (flick.contentY + at.y - sheet.y) / sheet.height);
    }

    // The fingers have come to rest.
    Timer {
        id: rest
        readonly property bool done: !running && !pinch.active && !flick.moving
        interval: Theme.quick / 4
    }
    onZoomChanged: rest.restart()
    onCoveredChanged: if (covered === 0) pan(0, 0)
    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Page of %1, %2").arg(details.studentName).arg(details.day)
    Accessible.focusable: true
    clip: true

    Keys.onPressed: event => {
        const step = Theme.target * 2;
        event.accepted = true;
        if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            root.zoomBy(1.25);
        else if (event.key === Qt.Key_Minus)
            root.zoomBy(0.8);
        else if (event.key === Qt.Key_0)
            root.zoomBy(0);
        else if (event.key === Qt.Key_Left)
            root.pan(-step, 0);
        else if (event.key === Qt.Key_Right)
            root.pan(step, 0);
        else if (event.key === Qt.Key_Up)
            root.pan(0, -step);
        else if (event.key === Qt.Key_Down)
            root.pan(0, step);
        else
            event.accepted = false;
    }

    Flickable {
        id: flick
        anchors.fill: parent
        interactive: !pinch.active && !root.held
        onMovementEnded: root.viewMoved()
        onContentXChanged: if (moving) root.viewMoved()
        onContentYChanged: if (moving) root.viewMoved()
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: Math.max(0, sheet.y + sheet.height + Theme.space16 + root.covered - contentHeight)
        contentWidth: Math.max(width, sheet.width + 2 * Theme.space16)
        contentHeight: Math.max(height, sheet.height + 2 * Theme.space16)

        Item {
            width: flick.contentWidth
            height: flick.contentHeight

            PinchHandler {
                id: pinch
                target: null
                property real start: 1
                property point spot
                onActiveChanged: {
                    if (!active) {
                        rest.stop(); // the fingers are off: nothing more is coming
                        return;
                    }
                    start = root.zoom;
                    spot = root.onPage(Qt.point(centroid.position.x - flick.contentX, centroid.position.y - flick.contentY));
                }
                onUpdated: {
                    const at = Qt.point(centroid.scenePosition.x, centroid.scenePosition.y);
                    const here = root.mapFromItem(null, at.x, at.y);
                    root.zoom = Math.max(1, Math.min(root.mostZoom, start * activeScale));
                    root.show(spot, Qt.point(here.x, here.y));
                    root.viewMoved();
                }
            }
            WheelHandler {
                acceptedDevices: PointerDevice.Mouse
                onWheel: event => root.zoomTo(root.zoom * (event.angleDelta.y > 0 ? 1.15 : 1 / 1.15),
                                              Qt.point(event.x - flick.contentX, event.y - flick.contentY))
            }
            TapHandler {
                onSingleTapped: (event, button) => {
                    const at = point.position;
                    root.forceActiveFocus();
                    root.tapped(Qt.point((at.x - sheet.x) / sheet.width, (at.y - sheet.y) / sheet.height));
                }
                onDoubleTapped: (event, button) => {
                    const at = Qt.point(point.position.x - flick.contentX, point.position.y - flick.contentY);
                    root.zoomTo(root.zoom > 1.1 ? 1 : 2.5, at);
                }
            }

            Rectangle {
                id: sheet
                x: Math.round((parent.width - width) / 2)
                // What lies over the lower edge takes none of a page that has room above it.
                y: Math.round(Math.max(Theme.space16, (parent.height - root.covered - height) / 2))
                width: root.fitWidth * root.zoom
                height: width * root.size.height / root.size.width
                color: Theme.card

                SoftShadow {
                    anchors.fill: parent
                    z: -1
                    radius: Theme.radiusNote
                    blur: Theme.space16
                    color: Theme.shadow
                    strength: Theme.shadowStrength
                }
                // Pictures are turned here and not while loading, so a turn shows at once.
                Item {
                    anchors.centerIn: parent
                    width: root.details.turns % 2 ? parent.height : parent.width
                    height: root.details.turns % 2 ? parent.width : parent.height
                    rotation: 90 * root.details.turns

                    PagePicture {
                        id: picture
                        anchors.fill: parent
                        details: root.details
                        side: root.previewSide
                    }
                    PagePart {
                        id: part
                        anchors.fill: parent
                        turns: root.details.turns
                        address: root.details.pageId + "/part/0/%1/" + root.details.stamp + "/" + root.view
                        most: root.details.turns % 2 ? root.size.height : root.size.width
                        wanted: root.wantsOriginal
                        still: rest.done
                        seen: Qt.rect(root.seen.x / sheet.width, root.seen.y / sheet.height, root.seen.width / sheet.width, root.seen.height / sheet.height)
                        pixels: sheet.width * Screen.devicePixelRatio
                    }
                }
                Item {
                    id: layer
                    anchors.fill: parent
                }
            }
        }
    }
}
