#pragma once

#include "model/value.h"

#include <optional>
#include <vector>

namespace inkstep {

// The name of one operation: the n-th a device made, counted from 1 without gaps.
struct Version {
    Id device;
    quint64 sequence = 0;
    bool operator==(const Version &) const = default;
    bool operator<(const Version &other) const {
        return device == other.device ? sequence < other.sequence : idLess(device, other.device);
    }
};

// One field of one thing given a value. `replaced` are the versions the writer saw in the field; what nobody
// replaced stays beside it.
struct Operation {
    quint64 sequence = 0;
    QString kind;
    Id entity;
    QString field;
    Value value;
    std::vector<Version> replaced;
    bool operator==(const Operation &) const = default;
};

// The operations of one Edit, in order; they share a time and are committed, sent and undone together.
struct EditRecord {
    Id device;
    quint64 time = 0;              // hybrid logical time
    QString label;                 // what a person did, for history: "Move note"
    std::optional<Version> undoes; // the first operation of the edit this one takes back
    std::vector<Operation> operations;
    quint64 first() const { return operations.empty() ? 0 : operations.front().sequence; }
    quint64 last() const { return operations.empty() ? 0 : operations.back().sequence; }
    bool operator==(const EditRecord &) const = default;
};

// The two fields every kind has: made (+), and deleted (-). A deletion's value is the version vector its
// writer had seen; a null value there means restored.
inline const QString createField = QStringLiteral("+");
inline const QString deleteField = QStringLiteral("-");

// How far each device's operations are known: device → last sequence, no gaps below it.
using VersionVector = std::vector<Version>; // sorted by device, one entry a device

QByteArray packVersions(const std::vector<Version> &versions);    // 24 bytes each
std::vector<Version> unpackVersions(const QByteArray &bytes);     // what does not fit is left out
bool covers(const VersionVector &vector, const Version &version); // version was seen by then

} // namespace inkstep
