#include "sync/format/names.h"

#include <QRegularExpression>

namespace inkstep::syncnames {

QString deviceFolder(const Id &device) {
    return devices + QLatin1Char('/') + idText(device);
}

QString card(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/card");
}

QString head(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/head");
}

QString bundles(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/ops");
}

QString snapshots(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/snap");
}

QString epochs(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/epoch");
}

QString invites(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/invite");
}

QString invite(const Id &device, const Id &invite) {
    return invites(device) + QLatin1Char('/') + idText(invite);
}

QString relays(const Id &device) {
    return deviceFolder(device) + QStringLiteral("/relay");
}

QString relay(const Id &device, const QString &path) {
    return relays(device) + QLatin1Char('/') + QString(path).replace(QLatin1Char('/'), QLatin1Char('_'));
}

std::optional<QString> parseRelayFile(const QString &file) {
    static const QRegularExpression pattern(QStringLiteral(
        "\\Ad_[0-9a-f-]{36}_(?:card|head|(?:ops|epoch|snap)_[0-9]{16}-[0-9a-f]{64}\\.[bks])\\z"));
    if (!pattern.match(file).hasMatch())
        return std::nullopt;
    return QString(file).replace(QLatin1Char('_'), QLatin1Char('/'));
}

QString blobs(const Id &device) {
    return QStringLiteral("b/") + idText(device);
}

QString blob(const Id &device, const QByteArray &name) {
    const QString hex = QString::fromLatin1(name.toHex());
    return QStringLiteral("%1/%2/%3").arg(blobs(device), hex.first(2), hex);
}

QString pieceSuffix(int number, int count) {
    return QStringLiteral(".%1-%2").arg(number, 3, 10, QLatin1Char('0')).arg(count, 3, 10, QLatin1Char('0'));
}

QString blobPiece(const Id &device, const QByteArray &name, int number, int count) {
    return blob(device, name) + pieceSuffix(number, count);
}

std::optional<PieceName> parsePieceFile(const QString &file) {
    static const QRegularExpression pattern(QStringLiteral("\\A([0-9a-f]{64})\\.([0-9]{3})-([0-9]{3})\\z"));
    const auto match = pattern.match(file);
    if (!match.hasMatch())
        return std::nullopt;
    const PieceName piece{QByteArray::fromHex(match.captured(1).toLatin1()), match.captured(2).toInt(),
                          match.captured(3).toInt()};
    if (piece.number < 1 || piece.number > piece.count)
        return std::nullopt;
    return piece;
}

namespace {

QString numbered(const BundleName &name, char kind) {
    return QStringLiteral("%1-%2.%3")
        .arg(name.sequence, 16, 10, QLatin1Char('0'))
        .arg(QString::fromLatin1(name.hash.toHex()))
        .arg(QLatin1Char(kind));
}

} // namespace

QString bundleFile(const BundleName &name) {
    return numbered(name, 'b');
}

QString snapshotFile(const BundleName &name) {
    return numbered(name, 's');
}

QString epochFile(const BundleName &name) {
    return numbered(name, 'k');
}

std::optional<BundleName> parseBundleFile(const QString &file, bool *copy) {
    return parseNumbered(file, 'b', copy);
}

std::optional<BundleName> parseNumbered(const QString &file, char kind, bool *copy) {
    static const QRegularExpression pattern(
        QStringLiteral("\\A([0-9]{16})-([0-9a-f]{64})((?: |\\.sync-conflict-)[^/]{1,120})?\\.([a-z])\\z"));
    const auto match = pattern.match(file);
    if (!match.hasMatch() || match.captured(4) != QLatin1Char(kind))
        return std::nullopt;
    const BundleName name{match.captured(1).toULongLong(), QByteArray::fromHex(match.captured(2).toLatin1())};
    if (name.sequence == 0)
        return std::nullopt;
    if (copy)
        *copy = !match.captured(3).isEmpty();
    return name;
}

std::optional<Id> parseId(const QString &file) {
    const Id id = idFromText(file);
    if (id.isNull() || idText(id) != file)
        return std::nullopt;
    return id;
}

} // namespace inkstep::syncnames
