#include "sheetlists.h"

#include <QCoreApplication>

namespace inkstep {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(inkstep::SheetColumns)
};

double shareOf(const Share &share) {
    return static_cast<double>(share.part) / share.whole;
}

} // namespace

QString DecisionWords::sentence() const {
    return next.isEmpty() ? facts : facts + QLatin1Char(' ') + next;
}

DecisionWords wordsOf(const Decision &decision) {
    if (decision.expected == 0)
        return {Words::tr("Nobody is here today."), {}, Words::tr("nobody here"), {}};
    DecisionWords words;
    if (decision.checked() == 0) {
        words.facts = Words::tr("Nobody is checked yet.");
        words.factsShort = Words::tr("nobody yet");
    } else {
        const QString checked = decision.unchecked == 0
                                    ? Words::tr("%1 of %2 checked do this alone.")
                                    : Words::tr("%1 of %2 checked do this alone; %3 not checked.");
        words.facts = checked.arg(decision.alone).arg(decision.checked());
        if (decision.unchecked > 0)
            words.facts = words.facts.arg(decision.unchecked);
        words.factsShort = Words::tr("%1 of %2 alone").arg(decision.alone).arg(decision.checked());
    }
    switch (decision.verdict) {
    case Verdict::MoveOn:
        words.nextShort = Words::tr("Move on");
        break;
    case Verdict::SmallGroup:
        words.nextShort = Words::tr("Small group");
        break;
    case Verdict::TeachAgain:
        words.nextShort = Words::tr("Teach again");
        break;
    case Verdict::Open:
        words.next = decision.atLeastMore == 1
                         ? Words::tr("At least 1 more check settles it.")
                         : Words::tr("At least %1 more checks settle it.").arg(decision.atLeastMore);
        words.nextShort = Words::tr("at least %1 more").arg(decision.atLeastMore);
        return words;
    }
    words.next = Words::tr("%1.", "a verdict as a sentence").arg(words.nextShort);
    return words;
}

const std::vector<SheetNames::Role> &SheetNames::roles() const {
    static const std::vector<Role> table{
        {"studentId", [](const SheetName &n) { return QVariant(idText(n.id)); }},
        {"name", [](const SheetName &n) { return QVariant(n.name); }},
        {"absent", [](const SheetName &n) { return QVariant(n.absent); }},
    };
    return table;
}

const std::vector<SheetColumns::Role> &SheetColumns::roles() const {
    static const std::vector<Role> table{
        {"skillId", [](const SheetColumn &c) { return QVariant(idText(c.id)); }},
        {"name", [](const SheetColumn &c) { return QVariant(c.name); }},
        {"level", [](const SheetColumn &c) { return QVariant(c.level); }},
        {"sentence", [](const SheetColumn &c) { return QVariant(wordsOf(c.decision).sentence()); }},
        {"facts", [](const SheetColumn &c) { return QVariant(wordsOf(c.decision).facts); }},
        {"next", [](const SheetColumn &c) { return QVariant(wordsOf(c.decision).next); }},
        {"countWords", [](const SheetColumn &c) { return QVariant(wordsOf(c.decision).factsShort); }},
        {"nextShort", [](const SheetColumn &c) { return QVariant(wordsOf(c.decision).nextShort); }},
        {"settled", [](const SheetColumn &c) { return QVariant(c.decision.verdict != Verdict::Open); }},
        {"moveOn", [](const SheetColumn &c) { return QVariant(c.decision.verdict == Verdict::MoveOn); }},
        {"alone", [](const SheetColumn &c) { return QVariant(c.decision.alone); }},
        {"notAlone", [](const SheetColumn &c) { return QVariant(c.decision.notAlone); }},
        {"unchecked", [](const SheetColumn &c) { return QVariant(c.decision.unchecked); }},
        {"moveOnAt", [](const SheetColumn &c) { return QVariant(shareOf(c.thresholds.moveOnAt)); }},
    };
    return table;
}

} // namespace inkstep
