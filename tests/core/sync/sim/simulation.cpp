#include "core/sync/sim/simulation.h"

#include "core/sync/sim/run.h"

#include <QRegularExpression>
#include <algorithm>

namespace inkstep::sim {

namespace {

constexpr const char *words[] = {"write", "sync",     "reopen",  "clock",     "hide", "copy",
                                 "mend",  "join",     "epoch",   "erase",     "out",  "clone",
                                 "keep",  "put back", "archive", "roll back", "apart"};

} // namespace

Script scriptOf(quint64 seed) {
    Chance chance(seed * 2 + 1);
    const int length = 20 + int(chance() % 60);
    Script script;
    for (int i = 0; i < length; ++i) {
        static constexpr Step::What often[] = {
            Step::Write,  Step::Write, Step::Write, Step::Write, Step::Write, Step::Write,
            Step::Write,  Step::Sync,  Step::Sync,  Step::Sync,  Step::Sync,  Step::Sync,
            Step::Join,   Step::Join,  Step::Hide,  Step::Copy,  Step::Mend,  Step::Jump,
            Step::Reopen, Step::Epoch, Step::Erase, Step::Apart};
        script.push_back({often[chance() % std::size(often)], int(chance() % 6), chance()});
    }
    if (oneIn(chance, 4)) // a tablet is lost
        script.insert(script.begin() + qptrdiff(chance() % script.size()),
                      {Step::Out, int(chance() % 6), chance()});
    // Rarer things, in worlds of their own kind: a profile copied and used twice, one put back, a store put
    // back.
    const auto insert = [&](Step::What what, int device) {
        script.insert(script.begin() + qptrdiff(chance() % script.size()), {what, device, chance()});
    };
    const auto insertBoth = [&](Step::What first, Step::What then, int device) {
        const std::size_t at = chance() % script.size();
        script.insert(script.begin() + qptrdiff(at), {first, device, chance()});
        script.insert(script.begin() + qptrdiff(at + 1 + chance() % (script.size() - at)),
                      {then, device, chance()});
    };
    const int who = int(chance() % 6);
    if (oneIn(chance, 4))
        insert(Step::Clone, who);
    if (oneIn(chance, 6))
        insertBoth(Step::Keep, Step::PutBack, int(chance() % 6));
    if (oneIn(chance, 4))
        insertBoth(Step::Archive, Step::Rollback, who);
    return script;
}

QString textOf(const Script &script) {
    QString text;
    for (const Step &step : script)
        text += QStringLiteral("  %1 tablet %2 (%3)\n")
                    .arg(QLatin1StringView(words[step.what]))
                    .arg(step.device)
                    .arg(step.seed);
    return text;
}

Script scriptFrom(const QString &text) {
    Script script;
    static const QRegularExpression line(QStringLiteral("([a-z ]*[a-z]) tablet (\\d+) \\((\\d+)\\)"));
    for (auto found = line.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch step = found.next();
        const QByteArray what = step.captured(1).trimmed().toLatin1();
        const auto word = std::find(std::begin(words), std::end(words), what);
        if (word != std::end(words))
            script.push_back({Step::What(word - std::begin(words)), step.captured(2).toInt(),
                              step.captured(3).toULongLong()});
    }
    return script;
}

QString outcomeOf(quint64 seed, const Script &script) {
    Run run(seed);
    for (const Step &step : script)
        run.step(step);
    return run.calm();
}

Script shortened(quint64 seed, Script script, int tries) {
    for (std::size_t chunk = std::max<std::size_t>(1, script.size() / 2);;
         chunk = std::max<std::size_t>(1, chunk / 2)) {
        bool dropped = false;
        for (std::size_t at = 0; at < script.size() && tries > 0;) {
            Script fewer = script;
            const auto from = fewer.begin() + qptrdiff(at);
            fewer.erase(from, from + qptrdiff(std::min(chunk, fewer.size() - at)));
            --tries;
            if (outcomeOf(seed, fewer).isEmpty()) {
                at += chunk;
            } else {
                script = fewer;
                dropped = true;
            }
        }
        if (tries <= 0 || (chunk == 1 && !dropped))
            return script;
    }
}

} // namespace inkstep::sim
