#include "sync/engine/members.h"

namespace inkstep {

std::map<Id, Member>
membersFrom(const std::vector<Member> &trusted, const std::map<Id, Card> &cards,
            const std::function<std::optional<std::vector<InviteRecord>>(const Member &)> &invitesOf,
            const std::function<bool(const Card &, const Member *)> &vouchedFor) {
    std::map<Id, Member> members;
    std::vector<Member> open = trusted;
    for (const auto &[device, card] : cards) {
        if (vouchedFor && !card.vouch.isEmpty() && card.vouchedBy.isNull() && vouchedFor(card, nullptr))
            open.push_back(card.member);
    }
    while (!open.empty()) {
        const Member member = open.back();
        open.pop_back();
        if (!members.emplace(member.device, member).second)
            continue;
        for (const auto &[device, card] : cards) {
            if (vouchedFor && !card.vouch.isEmpty() && card.vouchedBy == member.device &&
                card::vouchFits(card, member.signingKey) && vouchedFor(card, &member))
                open.push_back(card.member);
        }
        const auto invites = invitesOf(member);
        if (!invites)
            continue;
        for (const InviteRecord &invite : *invites) {
            const auto card = cards.find(invite.answered.device);
            if (card != cards.end() && card->second.member == invite.answered &&
                card->second.invite == invite.id && card::proofFits(card->second, invite.answerKey))
                open.push_back(card->second.member);
        }
    }
    return members;
}

std::vector<InviteRecord> answeredBy(const std::vector<InviteRecord> &open, const std::map<Id, Card> &cards) {
    std::vector<InviteRecord> answered;
    for (InviteRecord invite : open) {
        if (!invite.answered.device.isNull())
            continue;
        for (const auto &[device, card] : cards) {
            if (card.invite == invite.id && card::proofFits(card, invite.answerKey)) {
                invite.answered = card.member;
                answered.push_back(invite);
                break;
            }
        }
    }
    return answered;
}

} // namespace inkstep
