import QtQuick
import Inkstep.Ui
import Inkstep.Data
import Inkstep.Sample

// One part of a page, from its original, in its place on the unturned page.
Image {
    id: root

    required property string address
    required property real most
    // In words of the picture's address; empty: nothing.
    property string place: ""
    property rect area: Qt.rect(0, 0, 0, 0)
    // Pixels across the whole page it was asked for with.
    property real across: 0

    function show(part: rect, pixels: real): void {
        area = part;
        across = most > 0 ? Math.min(pixels, most) : pixels;
        place = "%1,%2,%3,%4,%5".arg(part.x.toFixed(4)).arg(part.y.toFixed(4)).arg(part.width.toFixed(4)).arg(part.height.toFixed(4)).arg(Math.ceil(part.width * across));
    }
    function forget(): void {
        place = "";
        area = Qt.rect(0, 0, 0, 0);
    }

    x: area.x * parent.width
    y: area.y * parent.height
    width: area.width * parent.width
    height: area.height * parent.height
    asynchronous: true
    cache: false
    mipmap: true
    source: place === "" ? "" : "image://photo/" + address.arg(place)
}
