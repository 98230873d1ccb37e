#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <QUuid>
#include <cstring>
#include <tuple>

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
// By bytes, as every device and version of Qt orders them alike.
inline bool idLess(const Id &a, const Id &b) {
    const auto fields = [](const Id &id) { return std::tuple(id.data1, id.data2, id.data3); };
    if (fields(a) != fields(b))
        return fields(a) < fields(b);
    return std::memcmp(a.data4, b.data4, sizeof a.data4) < 0;
}
inline QString idText(const Id &id) {
    return id.toString(QUuid::WithoutBraces);
}
inline Id idFromText(const QString &text) {
    return QUuid::fromString(text);
}

} // namespace inkstep
