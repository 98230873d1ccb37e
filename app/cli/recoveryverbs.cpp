// Words on paper that open a notebook on a bare device: made, asked back, used.
#include "cli/verbs.h"
#include "crypto/recoverywords.h"
#include "sync/engine/syncer.h"

namespace inkstep {

Status runRecovery(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Syncer syncer(**notebook, call.parts());
    if (call.has(QStringLiteral("check"))) {
        const auto fit = syncer.recoveryWordsFit(QString::fromUtf8(call.console().input()));
        if (!fit)
            return passOn(fit);
        if (!*fit)
            return failure(ErrorCode::BadInput, cliText("These words do not open this notebook."));
        call.console().line(cliText("These are the words"));
        return {};
    }
    const auto words = syncer.makeRecoveryWords();
    if (!words)
        return passOn(words);
    // Words on paper that are not in the store yet would open nothing on the day they are needed.
    if (const auto report = syncer.sync(); !report) {
        call.setSafe(cliText("The words below count once a sync went through: %1").arg(*words));
        return passOn(report);
    }
    if (call.json())
        call.console().json({{QStringLiteral("words"), *words}});
    else
        call.console().line(*words);
    return {};
}

Status runRecover(Invocation &call) {
    QString words = QString::fromUtf8(call.console().input());
    const QString place = placeGiven(call.words().first());
    auto key = call.serverKey(place);
    if (!key)
        return passOn(key);
    if (*key && (*key)->password.isEmpty()) {
        (*key)->password = words.section(QLatin1Char('\n'), 0, 0);
        words = words.section(QLatin1Char('\n'), 1);
    }
    if (const auto read = RecoveryWords::read(words); !read)
        return passOn(read); // before a profile is made for it
    const auto profile = call.profile();
    if (!profile)
        return passOn(profile);
    const auto notebook = Syncer::recover(**profile, call.parts(), words, place,
                                          call.value(QStringLiteral("device-name")), *key ? &**key : nullptr);
    if (!notebook)
        return passOn(notebook);
    if (const auto shown = (*profile)->setCurrent((*notebook)->id()); !shown)
        return shown;
    const auto report = Syncer(**notebook, call.parts()).sync();
    if (!report)
        return passOn(report);
    if (const auto info = (*notebook)->info(); info && !info->name.isEmpty()) {
        if (const auto named = (*profile)->rename(info->id, info->name); !named)
            return named;
    }
    call.console().line(cliText("Opened; %1 edits and %2 pictures are back")
                            .arg(report->receivedEdits)
                            .arg(report->receivedPictures));
    return {};
}

} // namespace inkstep
