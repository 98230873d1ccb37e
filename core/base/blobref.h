#pragma once

#include <QByteArray>
#include <QString>

namespace inkstep {

// What it takes to find and open one sealed file: the name is the BLAKE2b-256 of the sealed bytes, so anyone
// can check a store without a key; the key is this file's own and is kept only where the file is named.
struct BlobRef {
    QByteArray name; // 32 bytes
    QByteArray key;  // 32 bytes
    qint64 size = 0; // of the plain bytes

    bool isNull() const { return name.isEmpty(); }
    QString fileName() const { return QString::fromLatin1(name.toHex()); }
    bool operator==(const BlobRef &) const = default;
};

// 72 bytes, as stored in a field: name, key, size (big endian). Null for anything else.
QByteArray toBytes(const BlobRef &ref);
BlobRef blobRefFromBytes(const QByteArray &bytes);

} // namespace inkstep
