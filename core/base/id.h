#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QUuid>

namespace inkstep {

// The name of one thing for ever, on every device: a UUIDv7 (RFC 9562, section 5.7), so ids sort by the time
// they were made and index well.
using Id = QUuid;

Id newId(const Clock &clock, Random &random);

inline QByteArray toBytes(const Id &id) {
    return id.toRfc4122();
} // 16 bytes
inline Id idFromBytes(const QByteArray &bytes) {
    return QUuid::fromRfc4122(bytes);
} // null unless 16 bytes
inline QString idText(const Id &id) {
    return id.toString(QUuid::WithoutBraces);
}
inline Id idFromText(const QString &text) {
    return QUuid::fromString(text);
}

} // namespace inkstep
