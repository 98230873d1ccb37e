// Who is in the notebook, who is out, and what is gone for good.
#include "cli/lookup.h"
#include "cli/verbs.h"
#include "store/erasing.h"
#include "sync/engine/syncer.h"

#include <QDateTime>
#include <QJsonArray>

namespace inkstep {

namespace {

QJsonValue timeOf(const std::optional<Moment> &moment) {
    if (!moment)
        return QJsonValue::Null;
    return QDateTime::fromMSecsSinceEpoch(toMs(*moment), Qt::UTC).toString(Qt::ISODateWithMs);
}

// By id or by the name it gave itself. NotFound; Ambiguous lists the ids.
Result<Id> deviceCalled(const SyncState &state, const QString &nameOrId) {
    QStringList fitting;
    for (const SyncDevice &device : state.devices) {
        if (idText(device.id) == nameOrId.toLower())
            return device.id;
        if (nameKey(device.name) == nameKey(nameOrId))
            fitting << idText(device.id);
    }
    if (fitting.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("device"), nameOrId);
    if (fitting.size() > 1)
        return failure(ErrorCode::Ambiguous,
                       cliText("Name one by id: %1.").arg(fitting.join(QStringLiteral(", "))), nameOrId);
    return idFromText(fitting.first());
}

// What was decided goes out at once where there is a place to go to; else with the next sync.
Status carryOut(Invocation &call, Syncer &syncer) {
    const auto state = syncer.state();
    if (!state)
        return passOn(state);
    if (state->place.isEmpty())
        return {};
    const auto report = syncer.sync();
    if (!report) {
        call.setSafe(cliText("It is written down and goes out with the next sync."));
        return passOn(report);
    }
    return {};
}

} // namespace

Status runDevices(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Syncer syncer(**notebook, call.parts());
    const auto state = syncer.state();
    if (!state)
        return passOn(state);
    QJsonArray list;
    for (const SyncDevice &device : state->devices) {
        if (call.json()) {
            list.append(QJsonObject{{QStringLiteral("id"), idText(device.id)},
                                    {QStringLiteral("name"), device.name},
                                    {QStringLiteral("self"), device.self},
                                    {QStringLiteral("lastSeen"), timeOf(device.lastSeen)},
                                    {QStringLiteral("hasEverything"), device.hasEverything},
                                    {QStringLiteral("lacksEdits"), device.lacksEdits},
                                    {QStringLiteral("lacksPictures"), device.lacksPictures},
                                    {QStringLiteral("removed"), device.removed},
                                    {QStringLiteral("retired"), device.retired},
                                    {QStringLiteral("erasuresLeft"), device.erasuresLeft}});
            continue;
        }
        QStringList said{idText(device.id), device.name.isEmpty() ? cliText("no name yet") : device.name};
        if (device.self)
            said << cliText("this device");
        else if (device.removed)
            said << cliText("taken out");
        else if (device.retired)
            said << cliText("not waited for");
        else if (device.hasEverything)
            said << cliText("has everything");
        else
            said << cliText("lacks edits: %1, pictures: %2").arg(device.lacksEdits).arg(device.lacksPictures);
        if (device.erasuresLeft > 0)
            said << cliText("has not erased yet");
        call.console().line(said.join(QStringLiteral("  ")));
    }
    if (call.json())
        call.console().json({{QStringLiteral("devices"), list},
                             {QStringLiteral("epoch"), qint64(state->epoch)},
                             {QStringLiteral("oldEpochs"), state->oldEpochs},
                             {QStringLiteral("removedHere"), state->removedHere}});
    return {};
}

Status runRemoveDevice(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Syncer syncer(**notebook, call.parts());
    const auto state = syncer.state();
    if (!state)
        return passOn(state);
    const auto device = deviceCalled(*state, call.words().first());
    if (!device)
        return passOn(device);
    const bool silent = call.has(QStringLiteral("silent"));
    if (const auto done = silent ? syncer.retireDevice(*device) : syncer.removeDevice(*device); !done)
        return done;
    if (const auto carried = carryOut(call, syncer); !carried)
        return carried;
    call.console().line(
        silent
            ? cliText("It is not waited for any more, until it is heard of again")
            : cliText(
                  "Taken out: it gets nothing new. What it already had can still be read on it; if it knew a "
                  "server's password, change that"));
    return {};
}

Status runNewEpoch(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    Syncer syncer(**notebook, call.parts());
    if (const auto begun = syncer.newKeys(); !begun)
        return begun;
    if (const auto carried = carryOut(call, syncer); !carried)
        return carried;
    call.console().line(cliText("New keys from now on"));
    return {};
}

Status runErase(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto student = studentCalled(**notebook, call.value(QStringLiteral("student")));
    if (!student)
        return passOn(student);
    const auto mentions = mentionsOf((*notebook)->store(), student->id);
    if (!mentions)
        return passOn(mentions);
    const bool sure = call.has(QStringLiteral("yes"));
    if (sure) {
        Syncer syncer(**notebook, call.parts());
        if (const auto erased = syncer.eraseStudent(student->id); !erased)
            return erased;
        if (const auto carried = carryOut(call, syncer); !carried)
            return carried;
    }
    if (call.json()) {
        QJsonArray list;
        for (const Mention &mention : *mentions)
            list.append(QJsonObject{{QStringLiteral("kind"), mention.kind},
                                    {QStringLiteral("id"), idText(mention.entity)},
                                    {QStringLiteral("words"), mention.words}});
        call.console().json({{QStringLiteral("erased"), sure}, {QStringLiteral("mentions"), list}});
        return {};
    }
    for (const Mention &mention : *mentions)
        call.console().line(cliText("Still named elsewhere: “%1”").arg(mention.words));
    call.console().line(
        sure ? cliText("Erased here; “inkstep devices” shows which other devices have done so")
             : cliText("Nothing was erased. With --yes everything of %1 goes, on every device, for good")
                   .arg(student->name));
    return {};
}

} // namespace inkstep
