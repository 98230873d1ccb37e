#include "base/blobref.h"

#include <QtEndian>

namespace inkstep {

QByteArray toBytes(const BlobRef &ref) {
    if (ref.isNull())
        return {};
    QByteArray size(8, Qt::Uninitialized);
    qToBigEndian(ref.size, size.data());
    return ref.name + ref.key + size;
}

BlobRef blobRefFromBytes(const QByteArray &bytes) {
    if (bytes.size() != 72)
        return {};
    return {bytes.first(32), bytes.sliced(32, 32), qFromBigEndian<qint64>(bytes.constData() + 64)};
}

} // namespace inkstep
