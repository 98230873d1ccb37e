// Words on paper: the key they become is one more reader of the epoch, and says that a bare device is ours.
#include "crypto/crypto.h"
#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/recoverykey.h"

#include <algorithm>

namespace inkstep {

namespace {

// The recovery key of the epoch that is current, as the files kept here say; empty if there is none.
Result<QByteArray> currentRecovery(Books &books, const NotebookKeys &keys) {
    const auto epochs = books.epochs();
    if (!epochs)
        return passOn(epochs);
    for (const Books::Epoch &epoch : *epochs) {
        const auto file = epochfile::readUnverified(epoch.bytes, keys.notebook, epoch.author);
        if (file && file->epoch == keys.current().name && !file->recoveryKey.isEmpty())
            return file->recoveryKey;
    }
    return QByteArray();
}

struct Opened {
    RecoveryKey recovery;
    RecoveryKeys keys;
    std::vector<EpochKey> epochs;
};

// What the words open in one notebook's store; nothing if they are not its words.
Result<std::optional<Opened>> openWith(const RecoveryWords &words, Remote &remote, const Id &notebook) {
    const auto devices = remote.list(syncnames::devices);
    if (!devices)
        return passOn(devices);
    std::map<QByteArray, std::optional<Opened>> tried; // by recovery key
    for (const RemoteEntry &entry : *devices) {
        const auto device = syncnames::parseId(entry.name);
        if (!entry.folder || !device)
            continue;
        const auto files = remote.list(syncnames::epochs(*device));
        if (!files)
            return passOn(files);
        for (const RemoteEntry &one : *files) {
            const auto name = syncnames::parseNumbered(one.name, 'k');
            const auto bytes =
                name ? remote.read(syncnames::epochs(*device) + QLatin1Char('/') + one.name, epochfile::limit)
                     : Result<QByteArray>(failure(ErrorCode::NotFound));
            const auto file = bytes && blobHash(*bytes) == name->hash
                                  ? epochfile::readUnverified(*bytes, notebook, *device)
                                  : Result<EpochFile>(failure(ErrorCode::NotFound));
            if (!file || file->recoveryKey.isEmpty())
                continue;
            auto [at, fresh] = tried.try_emplace(file->recoveryKey);
            if (fresh) {
                const auto recovery = recoverykey::read(file->recoveryKey, notebook);
                const auto keys =
                    recovery ? words.keys(recovery->parameters) : Result<RecoveryKeys>(passOn(recovery));
                if (keys && keys->box.publicKey() == recovery->box &&
                    keys->signing.publicKey() == recovery->signing)
                    at->second = Opened{*recovery, *keys, {}};
            }
            if (!at->second)
                continue;
            const auto key = at->second->keys.box.open(file->recoverySealed);
            auto &held = at->second->epochs;
            const bool known = std::any_of(held.begin(), held.end(),
                                           [&](const EpochKey &epoch) { return epoch.name == file->epoch; });
            if (key && key->size() == keyBytes && !known)
                held.push_back({file->epoch, *key});
        }
    }
    std::optional<Opened> best; // of several words of one notebook the newest
    for (auto &[key, opened] : tried) {
        if (!opened || opened->epochs.empty())
            continue;
        std::sort(opened->epochs.begin(), opened->epochs.end(), [](const EpochKey &a, const EpochKey &b) {
            return a.name.number != b.name.number ? a.name.number < b.name.number
                                                  : idLess(a.name.mark, b.name.mark);
        });
        if (!best || best->epochs.back().name.number < opened->epochs.back().name.number)
            best = opened;
    }
    return best;
}

} // namespace

Result<QString> Syncer::makeRecoveryWords() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto keys = e.keys();
    if (!keys)
        return keys.error().code == ErrorCode::NotFound ? failure(ErrorCode::NotConnected) : passOn(keys);
    const RecoveryWords words = RecoveryWords::generate(e.world.random);
    RecoveryParameters parameters;
    parameters.salt = e.world.random.bytes(16);
    const auto made = words.keys(parameters);
    if (!made)
        return passOn(made);
    const Member self{keys->device, keys->signing.publicKey()};
    const QByteArray recovery = recoverykey::write(
        {made->box.publicKey(), made->signing.publicKey(), parameters, keys->founder, self}, keys->notebook,
        made->signing);
    for (const EpochKey &epoch : keys->epochs) {
        const auto sealed = sealFor(made->box.publicKey(), epoch.key);
        if (!sealed)
            return passOn(sealed);
        EpochFile file;
        file.notebook = keys->notebook;
        file.author = keys->device;
        file.epoch = epoch.name;
        file.recoveryKey = recovery;
        file.recoverySealed = *sealed;
        const QByteArray bytes = epochfile::write(file, keys->signing);
        const auto kept = e.books.addEpoch({{epoch.name.number, blobHash(bytes)}, keys->device, bytes});
        if (!kept)
            return passOn(kept);
    }
    if (const auto asked = e.carryOutNext(syncvalues::lastWhole, {}); !asked)
        return passOn(asked);
    return words.text();
}

Result<bool> Syncer::hasRecoveryWords() {
    Engine &e = *m_engine;
    if (const auto ready = e.books.prepare(); !ready)
        return passOn(ready);
    const auto keys = e.keys();
    if (!keys)
        return keys.error().code == ErrorCode::NotFound ? Result<bool>(false) : passOn(keys);
    const auto recovery = currentRecovery(e.books, *keys);
    if (!recovery)
        return passOn(recovery);
    return !recovery->isEmpty();
}

Result<bool> Syncer::recoveryWordsFit(const QString &text) {
    Engine &e = *m_engine;
    const auto words = RecoveryWords::read(text);
    if (!words)
        return passOn(words);
    const auto keys = e.keys();
    const auto epochs = e.books.epochs();
    if (!keys || !epochs)
        return failure(ErrorCode::NotConnected);
    for (const Books::Epoch &epoch : *epochs) {
        const auto file = epochfile::readUnverified(epoch.bytes, keys->notebook, epoch.author);
        if (!file || file->epoch != keys->current().name || file->recoveryKey.isEmpty())
            continue;
        const auto recovery = recoverykey::read(file->recoveryKey, keys->notebook);
        const auto made =
            recovery ? words->keys(recovery->parameters) : Result<RecoveryKeys>(passOn(recovery));
        if (made && made->box.publicKey() == recovery->box)
            return true;
    }
    return false;
}

Result<Notebook *> Syncer::recover(Profile &profile, Store::Parts parts, const QString &text,
                                   const QString &place, const QString &deviceName, const ServerKey *key) {
    const auto words = RecoveryWords::read(text);
    if (!words)
        return passOn(words);
    auto open = OpenedPlace::open(place, parts, key);
    if (!open)
        return passOn(open);
    if (const auto settled = open->settle(); !settled)
        return passOn(settled);
    const auto root = open->root();
    const auto entries = root->list(QString());
    if (!entries)
        return passOn(entries);
    for (const RemoteEntry &entry : *entries) {
        const auto id = syncnames::parseId(entry.name);
        if (!entry.folder || !id)
            continue;
        const auto state = lookAt(*root, *id);
        if (!state || *state != PlaceState::Ours)
            continue;
        const auto opened = openWith(*words, *open->store(*id, {}), *id);
        if (!opened)
            return passOn(opened);
        if (!*opened)
            continue;
        const Opened &found = **opened;
        const Newcomer newcomer{
            *id,
            {},
            found.recovery.founder,
            found.recovery.maker,
            found.epochs,
            {},
            [&](const Member &self, const SigningKey &) {
                return Card{*id, self, {}, {}, {}, card::vouchFor(*id, self, found.keys.signing), {}};
            }};
        return settleIn(profile, parts, newcomer, *open, deviceName);
    }
    return failure(ErrorCode::BadWords, QStringLiteral("recovery words: they open nothing here"));
}

} // namespace inkstep
