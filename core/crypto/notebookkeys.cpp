#include "crypto/notebookkeys.h"

#include "base/cbor.h"
#include "crypto/hash.h"

#include <QCborArray>
#include <QCborValue>
#include <QFile>
#include <QFileInfo>

namespace inkstep {

namespace {

// Layout: these 8 bytes, CBOR, then 32 bytes of hash over all before it. The hash is against tearing, not
// against people.
constexpr char keyFileMark[] = {'I', 'N', 'K', 'S', 'k', 1, 0, 0};
constexpr qsizetype keyFileMarkBytes = sizeof keyFileMark;
constexpr qint64 limit = 1 << 20;

enum Field { Notebook = 1, Device, Signing, Box, Epochs, FounderDevice, FounderKey, Invite };

QCborMap toCbor(const NotebookKeys &keys) {
    QCborMap map = keys.unknown;
    map[Notebook] = toBytes(keys.notebook);
    map[Device] = toBytes(keys.device);
    map[Signing] = keys.signing.seed().bytes();
    map[Box] = keys.box.secret().bytes();
    QCborArray epochs;
    for (const EpochKey &epoch : keys.epochs)
        epochs.append(QCborArray{qint64(epoch.name.number), toBytes(epoch.name.mark), epoch.key.bytes()});
    map[Epochs] = epochs;
    map[FounderDevice] = toBytes(keys.founder.device);
    map[FounderKey] = keys.founder.signingKey;
    if (!keys.invite.isNull())
        map[Invite] = toBytes(keys.invite);
    return map;
}

Result<NotebookKeys> fromCbor(QCborMap map, const QString &path) {
    const auto damaged = [&] { return failure(ErrorCode::Damaged, QStringLiteral("key file"), path); };
    const auto bytes = [&](Field field) { return map.take(qint64(field)).toByteArray(); };
    NotebookKeys keys;
    keys.notebook = idFromBytes(bytes(Notebook));
    keys.device = idFromBytes(bytes(Device));
    const QByteArray signing = bytes(Signing);
    const QByteArray box = bytes(Box);
    if (signing.size() != keyBytes || box.size() != keyBytes)
        return damaged();
    keys.signing = SigningKey::fromSeed(Secret(signing));
    keys.box = BoxKey::fromSecret(Secret(box));
    const QCborArray epochs = map.take(qint64(Epochs)).toArray();
    for (const QCborValue &value : epochs) {
        const QCborArray one = value.toArray();
        const QByteArray key = one.at(2).toByteArray();
        if (key.size() != keyBytes)
            return damaged();
        keys.epochs.push_back(
            {{quint32(cborNumber(one.at(0))), idFromBytes(one.at(1).toByteArray())}, Secret(key)});
    }
    keys.founder = {idFromBytes(bytes(FounderDevice)), bytes(FounderKey)};
    keys.invite = idFromBytes(bytes(Invite));
    keys.unknown = map;
    if (keys.notebook.isNull() || keys.device.isNull() || keys.epochs.empty() ||
        keys.founder.device.isNull() || keys.founder.signingKey.size() != keyBytes)
        return damaged();
    return keys;
}

// A file system of a test has no such path, and FAT knows no owners: then there is nothing to restrict.
void ownerOnly(const QString &path, QFileDevice::Permissions permissions) {
    if (QFileInfo::exists(path))
        QFile::setPermissions(path, permissions);
}

} // namespace

const EpochKey *NotebookKeys::epoch(const EpochName &name) const {
    for (const EpochKey &one : epochs) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

NotebookKeys foundKeys(const Id &notebook, const Id &device, Random &random) {
    NotebookKeys keys;
    keys.notebook = notebook;
    keys.device = device;
    keys.signing = SigningKey::generate(random);
    keys.box = BoxKey::generate(random);
    QByteArray epoch = random.bytes(keyBytes);
    keys.epochs.push_back({{1, device}, Secret::take(epoch)});
    keys.founder = {device, keys.signing.publicKey()};
    return keys;
}

Status saveKeys(FileSystem &files, const QString &path, const NotebookKeys &keys) {
    QByteArray bytes = QByteArray(keyFileMark, keyFileMarkBytes) + QCborValue(toCbor(keys)).toCbor();
    bytes += blobHash(bytes);
    // The folder first: between its creation and its own restriction the file would else be open to others.
    ownerOnly(QFileInfo(path).path(),
              QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const Status saved = files.save(path, bytes);
    const Secret wiped = Secret::take(bytes);
    if (saved)
        ownerOnly(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return saved;
}

Result<NotebookKeys> loadKeys(FileSystem &files, const QString &path) {
    auto read = files.read(path, limit);
    if (!read)
        return passOn(read);
    const Secret bytes = Secret::take(*read);
    const auto view = QByteArrayView(bytes.bytes());
    if (view.size() < keyFileMarkBytes + hashBytes || !view.startsWith(QByteArrayView(keyFileMark, 5)))
        return failure(ErrorCode::Damaged, QStringLiteral("key file: mark"), path);
    if (blobHash(view.chopped(hashBytes)) != view.last(hashBytes))
        return failure(ErrorCode::Damaged, QStringLiteral("key file: hash"), path);
    if (view[5] != keyFileMark[5])
        return failure(ErrorCode::NewerVersion, QStringLiteral("key file"), path);
    QByteArray body = view.sliced(keyFileMarkBytes).chopped(hashBytes).toByteArray();
    QCborMap map = cborMap(body);
    const Secret wiped = Secret::take(body);
    return fromCbor(std::move(map), path);
}

} // namespace inkstep
