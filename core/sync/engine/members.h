#pragma once

#include "sync/format/card.h"
#include "sync/format/head.h"

#include <functional>
#include <map>

namespace inkstep {

// Whom to believe: the founder, whoever invited this device, and everyone whose card answers an invite by one
// of them and whom that one's signed head names as who answered. `cards` as found in the store, each checked
// against the key it names; `vouchedFor` says whether a vouch counts that a card carries, by that member
// (whose signature fits) or by recovery words (null; the signature is still to be checked). `headOf` gives a
// member's head, checked with the member's key, or nothing.
std::map<Id, Member>
membersFrom(const std::vector<Member> &trusted, const std::map<Id, Card> &cards,
            const std::function<std::optional<std::vector<InviteRecord>>(const Member &)> &invitesOf,
            const std::function<bool(const Card &, const Member *)> &vouchedFor = {});

// Marks open invites as answered by the cards that prove it; the first in the order of ids if there are
// several, the same on every run. Returns the changed ones.
std::vector<InviteRecord> answeredBy(const std::vector<InviteRecord> &open, const std::map<Id, Card> &cards);

} // namespace inkstep
