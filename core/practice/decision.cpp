#include "practice/decision.h"

#include <QStringList>
#include <algorithm>

namespace inkstep {

namespace {

Verdict verdictOf(int alone, int unchecked, int expected, const Thresholds &thresholds) {
    if (expected == 0)
        return Verdict::Open;
    const int most = alone + unchecked;
    if (thresholds.moveOnAt.reachedBy(alone, expected))
        return Verdict::MoveOn;
    if (!thresholds.teachAgainBelow.reachedBy(most, expected))
        return Verdict::TeachAgain;
    if (thresholds.teachAgainBelow.reachedBy(alone, expected) &&
        !thresholds.moveOnAt.reachedBy(most, expected))
        return Verdict::SmallGroup;
    return Verdict::Open;
}

bool laterThan(const Check &a, const Check &b) {
    return std::tuple(a.at.value_or(Moment::min()), toBytes(a.id)) >
           std::tuple(b.at.value_or(Moment::min()), toBytes(b.id));
}

} // namespace

Share Share::fromText(const QString &text, Share otherwise) {
    const QStringList parts = text.split(QLatin1Char('/'));
    if (parts.size() != 2)
        return otherwise;
    bool partFine = false;
    bool wholeFine = false;
    const Share share{parts[0].toInt(&partFine), parts[1].toInt(&wholeFine)};
    const bool sensible =
        partFine && wholeFine && share.part >= 0 && share.whole > 0 && share.part <= share.whole;
    return sensible ? share : otherwise;
}

QString Share::text() const {
    return QStringLiteral("%1/%2").arg(part).arg(whole);
}

Thresholds thresholdsOf(const Teaching &teaching) {
    Thresholds thresholds;
    thresholds.moveOnAt = Share::fromText(teaching.moveOnAt, thresholds.moveOnAt);
    thresholds.teachAgainBelow = Share::fromText(teaching.teachAgainBelow, thresholds.teachAgainBelow);
    if (static_cast<qint64>(thresholds.teachAgainBelow.part) * thresholds.moveOnAt.whole >
        static_cast<qint64>(thresholds.moveOnAt.part) * thresholds.teachAgainBelow.whole)
        thresholds.teachAgainBelow = thresholds.moveOnAt;
    return thresholds;
}

const Check *decidingCheck(std::span<const Check> checks) {
    const Check *latest = nullptr;
    const Check *unhelped = nullptr;
    for (const Check &check : checks) {
        if (!latest || laterThan(check, *latest))
            latest = &check;
        if (!isHelped(check.level) && (!unhelped || laterThan(check, *unhelped)))
            unhelped = &check;
    }
    return unhelped ? unhelped : latest;
}

Standing standingOf(std::span<const Check> checks) {
    const Check *check = decidingCheck(checks);
    if (!check)
        return Standing::NotChecked;
    return isIndependent(check->level) ? Standing::Alone : Standing::NotAlone;
}

void LatestChecks::see(Moment at, const Id &id, SupportLevel level) {
    const auto later = [&](const std::optional<Seen> &than) {
        return !than || at > than->at || (at == than->at && toBytes(id) > toBytes(than->id));
    };
    if (later(m_latest))
        m_latest = Seen{at, id, level};
    if (!isHelped(level) && later(m_unhelped))
        m_unhelped = Seen{at, id, level};
}

Standing LatestChecks::standing() const {
    if (!deciding())
        return Standing::NotChecked;
    return isIndependent(deciding()->level) ? Standing::Alone : Standing::NotAlone;
}

Decision decide(int alone, int notAlone, int unchecked, const Thresholds &thresholds) {
    Decision decision;
    decision.alone = alone;
    decision.notAlone = notAlone;
    decision.unchecked = unchecked;
    decision.expected = alone + notAlone + unchecked;
    decision.verdict = verdictOf(alone, unchecked, decision.expected, thresholds);
    if (decision.verdict != Verdict::Open || decision.expected == 0)
        return decision;
    for (int more = 1; more <= unchecked && decision.atLeastMore == 0; ++more) {
        for (int going = 0; going <= more; ++going) {
            if (verdictOf(alone + going, unchecked - more, decision.expected, thresholds) != Verdict::Open) {
                decision.atLeastMore = more;
                break;
            }
        }
    }
    return decision;
}

Decision decide(std::span<const Standing> standings, const Thresholds &thresholds) {
    const auto count = [&](Standing standing) {
        return static_cast<int>(std::count(standings.begin(), standings.end(), standing));
    };
    return decide(count(Standing::Alone), count(Standing::NotAlone), count(Standing::NotChecked), thresholds);
}

} // namespace inkstep
