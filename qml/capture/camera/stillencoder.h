#pragma once

#include <QByteArray>

class QImage;

namespace inkstep {

// A picture as JPEG bytes at quality 95, where a page's pencil strokes come out as they went in; empty for no
// picture. 2048 x 1536 takes about 30 ms: not for the interface thread.
QByteArray encodedStill(const QImage &picture);

} // namespace inkstep
