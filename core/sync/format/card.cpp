#include "sync/format/card.h"

#include "sync/format/signedfile.h"

namespace inkstep::card {

namespace {

constexpr char kind = 'c';
enum Field { Notebook = 1, Device, Key, InviteId, Proof, VouchedBy, Vouch };

QByteArray proven(const Id &notebook, const Member &member, const Id &invite) {
    return QByteArray("inkstep joins") + toBytes(notebook) + toBytes(invite) + toBytes(member.device) +
           member.signingKey;
}

} // namespace

QByteArray proof(const Id &notebook, const Member &member, const InviteSecret &secret) {
    return secret.answerKey().sign(proven(notebook, member, secret.id()));
}

bool proofFits(const Card &card, QByteArrayView answerKey) {
    return signatureFits(proven(card.notebook, card.member, card.invite), card.proof, answerKey);
}

namespace {

QByteArray vouched(const Id &notebook, const Member &member) {
    return QByteArray("inkstep vouches") + toBytes(notebook) + toBytes(member.device) + member.signingKey;
}

} // namespace

QByteArray vouchFor(const Id &notebook, const Member &member, const SigningKey &by) {
    return by.sign(vouched(notebook, member));
}

bool vouchFits(const Card &card, QByteArrayView by) {
    return signatureFits(vouched(card.notebook, card.member), card.vouch, by);
}

QByteArray write(const Card &card, const SigningKey &key) {
    QCborMap map = card.unknown;
    map[Notebook] = toBytes(card.notebook);
    map[Device] = toBytes(card.member.device);
    map[Key] = card.member.signingKey;
    if (!card.invite.isNull()) {
        map[InviteId] = toBytes(card.invite);
        map[Proof] = card.proof;
    }
    if (!card.vouch.isEmpty()) {
        map[VouchedBy] = toBytes(card.vouchedBy);
        map[Vouch] = card.vouch;
    }
    return signedfile::write(kind, map, key);
}

Result<Card> read(QByteArrayView bytes, const Id &notebook, const Id &device) {
    auto map = signedfile::readUnverified(bytes, kind, limit);
    if (!map)
        return passOn(map);
    Card card;
    card.notebook = signedfile::takeId(*map, Notebook);
    card.member = {signedfile::takeId(*map, Device), signedfile::takeBytes(*map, Key)};
    card.invite = signedfile::takeId(*map, InviteId);
    card.proof = signedfile::takeBytes(*map, Proof);
    card.vouchedBy = signedfile::takeId(*map, VouchedBy);
    card.vouch = signedfile::takeBytes(*map, Vouch);
    card.unknown = *map;
    if (card.notebook != notebook || card.member.device != device)
        return failure(ErrorCode::Damaged, QStringLiteral("card: of another device or notebook"));
    if (const auto fits = signedfile::read(bytes, kind, card.member.signingKey, limit); !fits)
        return passOn(fits);
    return card;
}

} // namespace inkstep::card
