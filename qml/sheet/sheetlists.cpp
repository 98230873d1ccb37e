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

QString countOf(const Decision &decision) {
    if (decision.expected == 0)
        return Words::tr("nobody here");
    if (decision.checked() == 0)
        return Words::tr("nobody checked yet");
    return Words::tr("%1 of %2 alone").arg(decision.alone).arg(decision.checked());
}

QString verdictOf(const Decision &decision) {
    switch (decision.verdict) {
    case Verdict::MoveOn:
        return Words::tr("Move on");
    case Verdict::SmallGroup:
        return Words::tr("Small group");
    case Verdict::TeachAgain:
        return Words::tr("Teach again");
    case Verdict::Open:
        break;
    }
    return decision.atLeastMore > 0 ? Words::tr("%1 more to tell").arg(decision.atLeastMore) : QString();
}

QString sentenceOf(const Decision &decision) {
    if (decision.expected == 0)
        return Words::tr("Nobody is here today.");
    QString sentence;
    if (decision.checked() == 0)
        sentence = Words::tr("Nobody is checked yet.");
    else if (decision.unchecked == 0)
        sentence = Words::tr("%1 of %2 checked do this alone.").arg(decision.alone).arg(decision.checked());
    else
        sentence = Words::tr("%1 of %2 checked do this alone; %3 not checked.")
                       .arg(decision.alone)
                       .arg(decision.checked())
                       .arg(decision.unchecked);
    if (decision.verdict != Verdict::Open)
        return sentence + QLatin1Char(' ') + verdictOf(decision) + QLatin1Char('.');
    return sentence + QLatin1Char(' ') +
           (decision.atLeastMore == 1
                ? Words::tr("At least 1 more check settles it.")
                : Words::tr("At least %1 more checks settle it.").arg(decision.atLeastMore));
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
        {"sentence", [](const SheetColumn &c) { return QVariant(sentenceOf(c.decision)); }},
        {"verdict", [](const SheetColumn &c) { return QVariant(static_cast<int>(c.decision.verdict)); }},
        {"verdictWords", [](const SheetColumn &c) { return QVariant(verdictOf(c.decision)); }},
        {"countWords", [](const SheetColumn &c) { return QVariant(countOf(c.decision)); }},
        {"alone", [](const SheetColumn &c) { return QVariant(c.decision.alone); }},
        {"notAlone", [](const SheetColumn &c) { return QVariant(c.decision.notAlone); }},
        {"unchecked", [](const SheetColumn &c) { return QVariant(c.decision.unchecked); }},
        {"moveOnAt", [](const SheetColumn &c) { return QVariant(shareOf(c.thresholds.moveOnAt)); }},
    };
    return table;
}

} // namespace inkstep
