#include "cli/verbs.h"
#include "sync/engine/syncer.h"
#include "sync/format/joincode.h"

#include <QDir>
#include <QJsonArray>
#include <QUrl>

namespace inkstep {

namespace {

void show(Console &console, const SyncReport &report) {
    for (const QString &name : report.joined)
        console.line(cliText("%1 has joined").arg(name));
    // Worded so that one of them reads as well as many.
    console.line(cliText("Edits sent: %1, received: %2; pictures sent: %3, received: %4")
                     .arg(report.sentEdits)
                     .arg(report.receivedEdits)
                     .arg(report.sentPictures)
                     .arg(report.receivedPictures));
    for (const Error &problem : report.problems)
        console.line(wordsFor(problem).sentence());
    if (const QString clock = clockWords(report); !clock.isEmpty())
        console.line(clock);
}

QJsonObject asJson(const SyncReport &report) {
    QJsonArray problems;
    for (const Error &problem : report.problems)
        problems.append(wordsFor(problem).sentence());
    return {{QStringLiteral("sentEdits"), report.sentEdits},
            {QStringLiteral("sentPictures"), report.sentPictures},
            {QStringLiteral("receivedEdits"), report.receivedEdits},
            {QStringLiteral("receivedPictures"), report.receivedPictures},
            {QStringLiteral("joined"),
             QJsonArray::fromStringList(QStringList(report.joined.begin(), report.joined.end()))},
            {QStringLiteral("problems"), problems},
            {QStringLiteral("clock"), clockWords(report)}};
}

} // namespace

QString placeGiven(const QString &text) {
    return QUrl(text).scheme().size() > 1 ? text : QDir::current().absoluteFilePath(text);
}

Status runConnect(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const QString place = placeGiven(call.words().first());
    const auto key = call.serverKey(place);
    if (!key)
        return passOn(key);
    Syncer syncer(**notebook, call.parts());
    if (const auto connected = syncer.connect(place, *key ? &**key : nullptr); !connected)
        return connected;
    const auto state = syncer.state();
    if (!state)
        return passOn(state);
    const QString now = *key ? state->place : place;
    const bool locked = call.parts().secrets->lockedBySystem();
    if (call.json()) {
        QJsonObject said{{QStringLiteral("place"), now}};
        if (*key)
            said.insert(QStringLiteral("passwordLocked"), locked);
        call.console().json(said);
        return {};
    }
    call.console().line(cliText("Connected to %1").arg(now));
    if (*key)
        call.console().line(
            locked ? cliText("The password is in this system's keystore")
                   : cliText("This system has no keystore that answers: the password is in a file of the "
                             "profile that only its owner can read"));
    return {};
}

Status runInvite(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto code = Syncer(**notebook, call.parts()).makeInvite();
    if (!code)
        return passOn(code);
    if (call.json())
        call.console().json({{QStringLiteral("code"), *code}});
    else
        call.console().line(*code);
    return {};
}

Status runJoin(Invocation &call) {
    const QString code = call.words().first();
    const auto read = joincode::read(code);
    if (!read)
        return passOn(read); // before a profile is made for it
    const auto profile = call.profile();
    if (!profile)
        return passOn(profile);
    const QString given = call.value(QStringLiteral("place"));
    const QString place = given.isEmpty() ? given : placeGiven(given);
    const auto key = call.serverKey(place.isEmpty() ? read->place : place);
    if (!key)
        return passOn(key);
    const auto joined = Syncer::join(**profile, call.parts(), code, call.value(QStringLiteral("device-name")),
                                     place, *key ? &**key : nullptr);
    if (!joined)
        return passOn(joined);
    if (const auto shown = (*profile)->setCurrent((*joined)->id()); !shown)
        return shown;
    const auto &entries = (*profile)->entries();
    const auto entry = std::find_if(entries.begin(), entries.end(),
                                    [&](const Profile::Entry &e) { return e.id == (*joined)->id(); });
    const QString name = entry == entries.end() ? QString() : entry->name;
    if (call.json())
        call.console().json(
            {{QStringLiteral("notebook"), name}, {QStringLiteral("notebookId"), idText((*joined)->id())}});
    else
        call.console().line(cliText("Joined %1; “inkstep sync” fetches what is in it").arg(name));
    return {};
}

Status runSync(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto told = [&](const SyncProgress &progress) {
        call.console().progress(
            (progress.sending ? cliText("Sending %1 of %2") : cliText("Fetching %1 of %2"))
                .arg(progress.done)
                .arg(progress.total));
    };
    const auto report = Syncer(**notebook, call.parts()).sync(told, {}, {.asked = true});
    if (!report)
        return passOn(report);
    if (const auto info = (*notebook)->info(); info && !info->name.isEmpty()) {
        if (const auto named = (*call.profile())->rename(info->id, info->name); !named)
            return named;
    }
    if (call.json())
        call.console().json(asJson(*report));
    else
        show(call.console(), *report);
    if (!report->problems.empty()) {
        call.setSafe(cliText("Everything else went through."));
        return tl::unexpected(report->problems.front());
    }
    return {};
}

} // namespace inkstep
