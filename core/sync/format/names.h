#pragma once

#include "base/id.h"

#include <QString>
#include <optional>

namespace inkstep::syncnames {

// Where things lie in a store, from the folder named like the notebook. Only `head` is ever replaced.
inline const QString vault = QStringLiteral("vault.json");
inline const QString devices = QStringLiteral("d");

QString deviceFolder(const Id &device); // d/<device>
QString card(const Id &device);
QString head(const Id &device);
QString bundles(const Id &device);   // d/<device>/ops
QString snapshots(const Id &device); // d/<device>/snap
QString epochs(const Id &device);    // d/<device>/epoch
QString invites(const Id &device);   // d/<device>/invite
QString invite(const Id &device, const Id &invite);
// Another device's file, laid again byte for byte by `device`, which holds it: what lies at `path` in the
// store, as one name, d/<device>/relay/d_<its device>_ops_... Pictures need none: any device may lay them in
// its own folder, since their name is their hash.
QString relays(const Id &device);
QString relay(const Id &device, const QString &path);
std::optional<QString> parseRelayFile(const QString &file); // the path it stands in for
QString blobs(const Id &device);                            // b/<device>
QString blob(const Id &device, const QByteArray &name);     // b/<device>/<hh>/<64 hex digits>
// A piece of a large one, numbered from 1: <64 hex digits>.001-003, so that `cat NAME.* | b2sum -l 256` gives
// NAME.
QString pieceSuffix(int number, int count); // ".001-003"
QString blobPiece(const Id &device, const QByteArray &name, int number, int count);
struct PieceName {
    QByteArray name; // of the whole
    int number = 0;
    int count = 0;
};
std::optional<PieceName> parsePieceFile(const QString &file);

// A bundle's file: the sequence of its first operation and the BLAKE2b-256 of its bytes.
struct BundleName {
    quint64 sequence = 0;
    QByteArray hash; // 32 bytes
    bool operator==(const BundleName &) const = default;
    bool operator<(const BundleName &other) const {
        return sequence != other.sequence ? sequence < other.sequence : hash < other.hash;
    }
};
QString bundleFile(const BundleName &name); // <16 digits>-<64 hex digits>.b
// `copy` is set for what cloud drives make of a name, "... (1).b" or "....sync-conflict-....b": it may stand
// in for the file whose name it starts with, if its bytes fit the hash. Nothing for any other name.
std::optional<BundleName> parseBundleFile(const QString &file, bool *copy = nullptr);

// The same for snapshots (<n>-<hash>.s) and epochs (<n>-<hash>.k): their number and the hash of their bytes.
QString snapshotFile(const BundleName &name);
QString epochFile(const BundleName &name);
std::optional<BundleName> parseNumbered(const QString &file, char kind, bool *copy = nullptr);

// A device's or invite's id as a file name, exactly as written; nothing for any other spelling.
std::optional<Id> parseId(const QString &file);

} // namespace inkstep::syncnames
