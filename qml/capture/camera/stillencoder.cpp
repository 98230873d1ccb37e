#include "stillencoder.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>

namespace inkstep {

QByteArray encodedStill(const QImage &picture) {
    if (picture.isNull())
        return {};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(95);
    return writer.write(picture) ? buffer.data() : QByteArray();
}

} // namespace inkstep
