#include "model/operation.h"

#include <QtEndian>
#include <algorithm>

namespace inkstep {

QByteArray packVersions(const std::vector<Version> &versions) {
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(versions.size()) * 24);
    for (const Version &version : versions) {
        bytes += toBytes(version.device);
        char sequence[8];
        qToBigEndian(version.sequence, sequence);
        bytes.append(sequence, 8);
    }
    return bytes;
}

std::vector<Version> unpackVersions(const QByteArray &bytes) {
    std::vector<Version> versions;
    for (qsizetype at = 0; at + 24 <= bytes.size(); at += 24)
        versions.push_back(
            {idFromBytes(bytes.sliced(at, 16)), qFromBigEndian<quint64>(bytes.constData() + at + 16)});
    return versions;
}

bool covers(const VersionVector &vector, const Version &version) {
    return std::any_of(vector.begin(), vector.end(), [&](const Version &seen) {
        return seen.device == version.device && seen.sequence >= version.sequence;
    });
}

} // namespace inkstep
