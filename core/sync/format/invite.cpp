#include "sync/format/invite.h"

#include "base/cbor.h"
#include "crypto/hash.h"
#include "crypto/sealedsmall.h"
#include "sync/format/signedfile.h"

#include <QCborArray>
#include <QCborValue>

namespace inkstep {

namespace {

constexpr char kind = 'i';
enum Outer { Notebook = 1, Device, Content };
enum Inner { InviterKey = 1, FounderDevice, FounderKey, Epochs, Name };

QByteArray boundTo(const Id &notebook, const Id &device, const Id &invite) {
    return QByteArray("invite") + toBytes(notebook) + toBytes(device) + toBytes(invite);
}

} // namespace

InviteSecret InviteSecret::generate(Random &random) {
    QByteArray secret = random.bytes(bytes);
    return InviteSecret(Secret::take(secret));
}

Id InviteSecret::id() const {
    return idFromBytes(deriveKey(m_secret.bytes(), "inkstep invite name").first(16));
}

SigningKey InviteSecret::answerKey() const {
    QByteArray seed = deriveKey(m_secret.bytes(), "inkstep invite answer");
    return SigningKey::fromSeed(Secret::take(seed));
}

Secret InviteSecret::sealingKey() const {
    QByteArray key = deriveKey(m_secret.bytes(), "inkstep invite seal");
    return Secret::take(key);
}

QByteArray invite::seal(const Invite &invite, const Id &notebook, const InviteSecret &secret,
                        const SigningKey &inviter, Random &random) {
    QCborMap inner = invite.unknown;
    inner[InviterKey] = invite.inviter.signingKey;
    inner[FounderDevice] = toBytes(invite.founder.device);
    inner[FounderKey] = invite.founder.signingKey;
    QCborArray epochs;
    for (const EpochKey &epoch : invite.epochs)
        epochs.append(QCborArray{qint64(epoch.name.number), toBytes(epoch.name.mark), epoch.key.bytes()});
    inner[Epochs] = epochs;
    inner[Name] = invite.notebookName;
    QCborMap outer;
    outer[Notebook] = toBytes(notebook);
    outer[Device] = toBytes(invite.inviter.device);
    outer[Content] = sealSmall(inner.toCborValue().toCbor(), secret.sealingKey().bytes(), random,
                               boundTo(notebook, invite.inviter.device, secret.id()));
    return signedfile::write(kind, outer, inviter);
}

Result<Invite> invite::open(QByteArrayView bytes, const Id &notebook, const Id &device,
                            const InviteSecret &secret) {
    auto outer = signedfile::readUnverified(bytes, kind, limit);
    if (!outer)
        return passOn(outer);
    const auto damaged = [] { return failure(ErrorCode::Damaged, QStringLiteral("invite: content")); };
    if (signedfile::takeId(*outer, Notebook) != notebook || signedfile::takeId(*outer, Device) != device)
        return damaged();
    const auto plain = openSmall(signedfile::takeBytes(*outer, Content), secret.sealingKey().bytes(),
                                 boundTo(notebook, device, secret.id()));
    if (!plain)
        return passOn(plain);
    QCborMap inner = cborMap(*plain);
    Invite invite;
    invite.inviter = {device, signedfile::takeBytes(inner, InviterKey)};
    // The inviter's key comes from inside the seal: only who knew the secret can have put it there.
    if (const auto fits = signedfile::read(bytes, kind, invite.inviter.signingKey, limit); !fits)
        return passOn(fits);
    invite.founder.device = signedfile::takeId(inner, FounderDevice);
    invite.founder.signingKey = signedfile::takeBytes(inner, FounderKey);
    for (const QCborValue &value : inner.take(qint64(Epochs)).toArray()) {
        const QCborArray one = value.toArray();
        const QByteArray key = one.at(2).toByteArray();
        if (key.size() != keyBytes)
            return damaged();
        invite.epochs.push_back(
            {{quint32(cborNumber(one.at(0))), idFromBytes(one.at(1).toByteArray())}, Secret(key)});
    }
    invite.notebookName = inner.take(qint64(Name)).toString();
    invite.unknown = inner;
    if (invite.epochs.empty() || invite.founder.device.isNull() ||
        invite.founder.signingKey.size() != keyBytes)
        return damaged();
    return invite;
}

} // namespace inkstep
