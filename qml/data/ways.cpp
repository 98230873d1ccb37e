#include "ways.h"

#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {

QString *ownNameIn(Teaching &teaching, int level) {
    switch (level) {
    case 0:
        return &teaching.aloneName;
    case 1:
        return &teaching.promptName;
    case 2:
        return &teaching.modelName;
    case 3:
        return &teaching.togetherName;
    case 4:
        return &teaching.notYetName;
    default:
        return nullptr;
    }
}

qint64 within(int value, int most) {
    return std::clamp(value, 1, most);
}

constexpr int longest = 240; // minutes
constexpr int longestName = 40;

} // namespace

Teaching teachingOf(Database &db, const Id &notebook) {
    const Id id = teachingId(notebook);
    Teaching usual;
    usual.id = id;
    return find<Teaching>(db, id).value_or(usual);
}

KindSet Ways::kinds() const {
    return kindsOf<Teaching>();
}

Ways::Query Ways::query() const {
    return [id = notebook()->id()](Database &db) -> std::optional<Teaching> { return teachingOf(db, id); };
}

QStringList Ways::ladderNames() const {
    QStringList names;
    for (int level = 0; level < 5; ++level)
        names << ownName(value(), static_cast<SupportLevel>(level));
    return names;
}

QList<int> Ways::rungs() const {
    QList<int> levels;
    for (const SupportLevel level : rungsOf(value()))
        levels << static_cast<int>(level);
    return levels;
}

void Ways::change(const QString &label, const std::function<void(Teaching &)> &how) {
    Notebook *in = notebook();
    if (!in)
        return;
    const Id id = teachingId(in->id());
    // What is stored, not what is shown: the first change also makes the thing.
    in->store().read([id](Database &db) { return find<Teaching>(db, id); }, this,
                     [this, id, label, how](const Result<std::optional<Teaching>> &stored) {
                         if (!stored) {
                             workspace()->report(stored.error());
                             return;
                         }
                         Teaching before = stored->value_or(Teaching{});
                         before.id = id;
                         Teaching after = before;
                         how(after);
                         if (after == before)
                             return;
                         Edit edit(label);
                         if (*stored)
                             edit.changed(before, after);
                         else
                             edit.create(after);
                         workspace()->perform(std::move(edit));
                     });
}

void Ways::nameRung(int level, const QString &name) {
    change(tr("Rename support level"),
           [level, text = name.simplified().left(longestName)](Teaching &teaching) {
               if (QString *own = ownNameIn(teaching, level))
                   *own = text;
           });
}

void Ways::useRung(int level, bool use) {
    change(use ? tr("Use support level") : tr("Leave out support level"), [level, use](Teaching &teaching) {
        if (level == 1)
            teaching.usesPrompt = use;
        else if (level == 2)
            teaching.usesModel = use;
        else if (level == 3)
            teaching.usesTogether = use;
    });
}

void Ways::setThresholds(const QString &moveOnAt, const QString &teachAgainBelow) {
    change(tr("Change thresholds"), [moveOnAt, teachAgainBelow](Teaching &teaching) {
        teaching.moveOnAt = moveOnAt;
        teaching.teachAgainBelow = teachAgainBelow;
    });
}

void Ways::setConferenceMinutes(int minutes) {
    change(tr("Change minutes"),
           [=](Teaching &teaching) { teaching.conferenceMinutes = within(minutes, longest); });
}

void Ways::setGroupMinutes(int minutes) {
    change(tr("Change minutes"),
           [=](Teaching &teaching) { teaching.groupMinutes = within(minutes, longest); });
}

void Ways::setCheckBackMinutes(int minutes) {
    change(tr("Change minutes"),
           [=](Teaching &teaching) { teaching.checkBackMinutes = within(minutes, longest); });
}

void Ways::setBlockMinutes(int minutes) {
    change(tr("Change minutes"),
           [=](Teaching &teaching) { teaching.blockMinutes = within(minutes, longest); });
}

void Ways::setSampleEveryDays(int days) {
    change(tr("Change the sampling round"),
           [=](Teaching &teaching) { teaching.sampleEveryDays = within(days, 366); });
}

void Ways::setCheckBackSound(bool on) {
    change(tr("Change the check-back sound"), [=](Teaching &teaching) { teaching.checkBackSound = on; });
}

} // namespace inkstep
