#include "sync/engine/session.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/joincode.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>

namespace inkstep {

namespace {

Books::Device asDevice(const Member &member) {
    Books::Device device;
    device.member = member;
    return device;
}

// The invite a code names. BadCode: no such invite (answered, withdrawn or never made), or another secret.
Result<Invite> openInvite(Remote &remote, const JoinCode &code) {
    const auto bad = [](const QString &why) {
        return failure(ErrorCode::BadCode, QStringLiteral("join: ") + why);
    };
    const auto entries = remote.list(syncnames::devices);
    if (!entries)
        return passOn(entries);
    std::optional<Invite> found;
    for (const RemoteEntry &entry : *entries) {
        const auto device = syncnames::parseId(entry.name);
        if (!entry.folder || !device)
            continue;
        const auto bytes = remote.read(syncnames::invite(*device, code.secret.id()), invite::limit);
        if (bytes) {
            const auto opened = invite::open(*bytes, code.notebook, *device, code.secret);
            if (!opened)
                return bad(opened.error().detail);
            found = *opened;
        } else if (bytes.error().code != ErrorCode::NotFound) {
            return passOn(bytes);
        }
        const auto card = remote.read(syncnames::card(*device), card::limit);
        if (!card)
            continue;
        const auto read = card::read(*card, code.notebook, *device);
        if (read && read->invite == code.secret.id() &&
            card::proofFits(*read, code.secret.answerKey().publicKey()))
            return bad(QStringLiteral("answered by another device"));
    }
    if (!found)
        return bad(QStringLiteral("no such invite"));
    return *found;
}

} // namespace

Result<Notebook *> Syncer::join(Profile &profile, Store::Parts parts, const QString &text,
                                const QString &deviceName, const QString &instead, const ServerKey *key) {
    const auto code = joincode::read(text);
    if (!code)
        return passOn(code);
    auto open = OpenedPlace::open(instead.isEmpty() ? code->place : instead, parts, key);
    if (!open)
        return passOn(open);
    if (const auto settled = open->settle(); !settled)
        return passOn(settled);
    const auto root = open->root();
    if (const auto found = findStore(*root, code->notebook); !found)
        return passOn(found);

    const auto opened = openInvite(*open->store(code->notebook, {}), *code);
    if (!opened)
        return passOn(opened);
    const Newcomer newcomer{code->notebook,
                            opened->notebookName,
                            opened->founder,
                            opened->inviter,
                            opened->epochs,
                            code->secret.id(),
                            [&](const Member &self, const SigningKey &) {
                                return Card{code->notebook,
                                            self,
                                            code->secret.id(),
                                            card::proof(code->notebook, self, code->secret),
                                            {},
                                            {},
                                            {}};
                            }};
    return settleIn(profile, parts, newcomer, *open, deviceName);
}

Result<Notebook *> Syncer::settleIn(Profile &profile, Store::Parts parts, const Newcomer &newcomer,
                                    const OpenedPlace &open, const QString &deviceName) {
    const auto &entries = profile.entries();
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const Profile::Entry &entry) {
        return entry.id == newcomer.notebook;
    });
    // One without keys is what a join that was cut short left behind.
    auto notebook = known ? profile.notebook(newcomer.notebook) : Result<Notebook *>(nullptr);
    if (!notebook)
        return notebook;
    if (known && parts.files.exists(keysPath(**notebook)))
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate("Sync", "“%1” is on this device already. Choose it where "
                                                           "the notebook's name stands.")
                           .arg(newcomer.name));
    if (!known)
        notebook = profile.makeRoom(newcomer.notebook, newcomer.name);
    if (!notebook)
        return notebook;

    const auto remote = open.store(newcomer.notebook, (*notebook)->store().device());
    NotebookKeys keys = foundKeys(newcomer.notebook, (*notebook)->store().device(), parts.random);
    keys.founder = newcomer.founder;
    keys.epochs = newcomer.epochs;
    keys.invite = newcomer.invite;
    const Member self{keys.device, keys.signing.publicKey()};
    const QByteArray card = card::write(newcomer.cardOf(self, keys.signing), keys.signing);
    Syncer syncer(**notebook, parts);
    Books &books = syncer.m_engine->books;
    const auto done = [&]() -> Status {
        if (const auto ready = books.prepare(); !ready)
            return ready;
        if (const auto kept = books.setValue(cardValue, card); !kept)
            return kept;
        const EpochName oldest = keys.epochs.front().name;
        QByteArray floor(4, Qt::Uninitialized);
        qToBigEndian(oldest.number, floor.data());
        if (const auto kept = books.setValue(sessionvalues::floor, floor + toBytes(oldest.mark)); !kept)
            return kept;
        for (const Member &member : {newcomer.founder, newcomer.sponsor}) {
            if (const auto kept = books.keepDevice(asDevice(member)); !kept)
                return kept;
        }
        if (const auto kept = books.setValue(syncvalues::place, open.text().toUtf8()); !kept)
            return kept;
        if (const auto kept = syncer.setDeviceName(deviceName); !kept)
            return kept;
        if (const auto kept = open.keepDoor(); !kept)
            return kept;
        // Before the card: a card whose key is lost would use the invite up for nothing. Cut short between
        // the two, the first sync writes the card.
        if (const auto saved = saveKeys(parts.files, keysPath(**notebook), keys); !saved)
            return saved;
        const auto put = remote->write(syncnames::card(keys.device), card);
        if (!put) // without keys the same code can be tried again
            static_cast<void>(parts.files.remove(keysPath(**notebook)));
        return put;
    }();
    if (!done)
        return passOn(done);
    // Our name goes ahead with a first head; if it cannot be written now, the first sync does.
    Session session({**notebook, parts, books, keys, keysPath(**notebook), *remote, deviceName, {}, {}});
    if (const auto said = session.publishHead(); !said && troubleOf(said.error()) != Trouble::Passing)
        return passOn(said);
    return notebook;
}

} // namespace inkstep
