// A place notebooks sync to, checked file by file: from outside, where no key is needed to see that each is
// what its name says or what the device that wrote it has signed; or with a profile, which knows more and can
// repair.
#include "cli/verbs.h"
#include "sync/engine/checking.h"
#include "sync/engine/openedplace.h"
#include "sync/engine/syncer.h"
#include "sync/format/names.h"

#include <QJsonArray>
#include <algorithm>

namespace inkstep {

namespace {

struct Checked {
    int notebooks = 0;
    StoreCheck all; // paths begin with the notebook's folder

    void add(const QString &notebook, StoreCheck one) {
        ++notebooks;
        all.files += one.files;
        all.bundles += one.bundles;
        all.pictures += one.pictures;
        all.unfinished += one.unfinished;
        for (FileTrouble &trouble : one.wrong) {
            trouble.path = notebook + QLatin1Char('/') + trouble.path;
            all.wrong.push_back(std::move(trouble));
        }
    }
    template<class Is>
    QJsonArray paths(Is is) const {
        QJsonArray list;
        for (const FileTrouble &one : all.wrong) {
            if (is(one))
                list.append(one.path);
        }
        return list;
    }
    qint64 count(bool (*is)(const FileTrouble &)) const {
        return std::count_if(all.wrong.begin(), all.wrong.end(), is);
    }
};

bool left(const FileTrouble &one) {
    return !one.repaired && !one.standsIn;
}

// Of nobody in the notebook: nobody takes it in, and there is nothing to repair.
bool foreign(const FileTrouble &one) {
    return one.fault == FileFault::Forged || one.fault == FileFault::Refused;
}

QString faultOf(const FileTrouble &one) {
    switch (one.fault) {
    case FileFault::Damaged:
        return cliText("damaged");
    case FileFault::Missing:
        return cliText("missing");
    case FileFault::Forged:
        return cliText("forged");
    case FileFault::Refused:
        break;
    }
    return cliText("refused");
}

QString outcomeOf(const FileTrouble &one, bool repair) {
    if (one.fault == FileFault::Refused)
        return cliText("of a tablet that was taken out; nobody takes it in");
    if (one.fault == FileFault::Forged && !one.repaired)
        return cliText("of no tablet of this notebook; nobody takes it in");
    if (one.repaired)
        return cliText("repaired");
    if (one.standsIn)
        return cliText("whole beside it");
    if (!repair)
        return {};
    if (one.could.empty())
        return cliText("cannot be repaired here, and no tablet is known that could");
    return cliText("cannot be repaired here; could be from %1")
        .arg(QStringList(one.could.begin(), one.could.end()).join(QStringLiteral(", ")));
}

void show(Invocation &call, const Checked &checked) {
    const StoreCheck &all = checked.all;
    if (call.json()) {
        const auto fault = [&](FileFault which) {
            return checked.paths([&](const FileTrouble &one) { return one.fault == which && !one.standsIn; });
        };
        QJsonArray open;
        for (const FileTrouble &one : all.wrong) {
            if (left(one) && !foreign(one))
                open.append(QJsonObject{{QStringLiteral("file"), one.path},
                                        {QStringLiteral("could"), QJsonArray::fromStringList(QStringList(
                                                                      one.could.begin(), one.could.end()))}});
        }
        call.console().json(
            {{QStringLiteral("notebooks"), checked.notebooks},
             {QStringLiteral("bundles"), all.bundles},
             {QStringLiteral("pictures"), all.pictures},
             {QStringLiteral("unfinished"), all.unfinished},
             {QStringLiteral("damaged"), fault(FileFault::Damaged)},
             {QStringLiteral("missing"), fault(FileFault::Missing)},
             {QStringLiteral("forged"), fault(FileFault::Forged)},
             {QStringLiteral("refused"), fault(FileFault::Refused)},
             {QStringLiteral("beside"), checked.paths([](const FileTrouble &one) { return one.standsIn; })},
             {QStringLiteral("repaired"), checked.paths([](const FileTrouble &one) { return one.repaired; })},
             {QStringLiteral("left"), open}});
        return;
    }
    for (const FileTrouble &one : all.wrong) {
        const QString outcome = outcomeOf(one, call.has(QStringLiteral("repair")));
        call.console().line(faultOf(one) + QStringLiteral("  ") + one.path +
                            (outcome.isEmpty() ? QString() : QStringLiteral("  ") + outcome));
    }
    call.console().line(
        cliText("%1 bundles and %2 pictures whole, %3 files damaged or missing, %4 repaired, %5 unfinished")
            .arg(all.bundles)
            .arg(all.pictures)
            .arg(checked.count([](const FileTrouble &one) { return left(one) && !foreign(one); }))
            .arg(checked.count([](const FileTrouble &one) { return one.repaired; }))
            .arg(all.unfinished));
}

Result<StoreCheck> checkOne(Invocation &call, Profile *profile, const OpenedPlace &open, const QString &place,
                            const ServerKey *key, const Id &id) {
    const auto at = [&](const QString &path) { call.console().progress(cliText("Checking %1").arg(path)); };
    const auto &entries = profile ? profile->entries() : std::vector<Profile::Entry>{};
    if (std::none_of(entries.begin(), entries.end(), [&](const auto &entry) { return entry.id == id; }))
        return checkStore(*open.store(id, Id()), id, nullptr, nullptr, at);
    const auto notebook = profile->notebook(id);
    if (!notebook)
        return passOn(notebook);
    return Syncer(**notebook, call.parts()).check(place, call.has(QStringLiteral("repair")), at, key);
}

} // namespace

Status verifyStore(Invocation &call, const QString &given) {
    const bool repair = call.has(QStringLiteral("repair"));
    if (repair && !call.has(QStringLiteral("profile")))
        return call.wrongUse(cliText("--repair takes the profile that holds the files."));
    const QString place = placeGiven(given);
    const auto key = call.serverKey(place);
    if (!key)
        return passOn(key);
    const ServerKey *door = *key ? &**key : nullptr;
    const auto open = OpenedPlace::open(place, call.parts(), door);
    if (!open)
        return passOn(open);
    Profile *profile = nullptr;
    if (call.has(QStringLiteral("profile"))) {
        const auto used = call.profileInUse();
        if (!used)
            return passOn(used);
        profile = *used;
    }
    const auto entries = open->root()->list(QString());
    if (!entries)
        return passOn(entries);
    Checked checked;
    for (const RemoteEntry &entry : *entries) {
        const auto notebook = entry.folder ? syncnames::parseId(entry.name) : std::nullopt;
        if (!notebook)
            continue;
        auto one = checkOne(call, profile, *open, place, door, *notebook);
        if (!one)
            return passOn(one);
        checked.add(entry.name, std::move(*one));
    }
    if (checked.notebooks == 0)
        return failure(ErrorCode::NotAStore, QStringLiteral("no notebook's folder in it"), given);
    show(call, checked);
    const qint64 damaged = checked.count([](const FileTrouble &one) { return left(one) && !foreign(one); });
    const qint64 strange = checked.count([](const FileTrouble &one) { return left(one) && foreign(one); });
    if (damaged > 0) {
        call.setSafe(cliText("What is on the tablets is safe."));
        return failure(ErrorCode::Damaged, cliText("%1 files").arg(damaged), given);
    }
    if (strange > 0) {
        call.setSafe(cliText("No tablet takes them in; the notebook is as it was."));
        return failure(ErrorCode::Damaged, cliText("%1 files are of nobody in the notebook").arg(strange),
                       given);
    }
    return {};
}

} // namespace inkstep
