#include "ways.h"

#include "store/layout.h"

#include <algorithm>

namespace inkstep {

namespace {

qint64 within(int value, int most) {
    return std::clamp(value, 1, most);
}

constexpr int longest = 240; // minutes
constexpr int longestName = 40;

} // namespace

StoredTeaching storedTeaching(Database &db, const Id &notebook) {
    const Id id = teachingId(notebook);
    StoredTeaching stored{find<Teaching>(db, id), false};
    Statement &row = db.use("SELECT 1 FROM teaching WHERE id = ? AND deleted = 0").with(id);
    stored.stands = row.step();
    row.reset();
    return stored;
}

void changeTeaching(Edit &edit, const StoredTeaching &stored, const Id &notebook,
                    const std::function<void(Teaching &)> &how) {
    Teaching before = stored.stands ? stored.teaching.value_or(Teaching{}) : Teaching{};
    before.id = teachingId(notebook);
    Teaching after = before;
    how(after);
    if (after == before)
        return;
    if (!stored.teaching)
        edit.create(after);
    else
        edit.changed(*stored.teaching, after);
    if (stored.teaching && !stored.stands)
        edit.restore<Teaching>(after.id);
}

Teaching teachingOf(Database &db, const Id &notebook) {
    Teaching usual;
    usual.id = teachingId(notebook);
    const StoredTeaching stored = storedTeaching(db, notebook);
    return stored.stands ? stored.teaching.value_or(usual) : usual;
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
    // What is stored, not what is shown: the first change also makes the thing.
    in->store().read([id = in->id()](Database &db) { return storedTeaching(db, id); }, this,
                     [this, id = in->id(), label, how](const Result<StoredTeaching> &stored) {
                         if (!stored) {
                             workspace()->report(stored.error());
                             return;
                         }
                         Edit edit(label);
                         changeTeaching(edit, *stored, id, how);
                         if (!edit.isEmpty())
                             workspace()->perform(std::move(edit));
                     });
}

void Ways::nameRung(int level, const QString &name) {
    change(tr("Rename support level"),
           [level, text = name.simplified().left(longestName)](Teaching &teaching) {
               setOwnName(teaching, static_cast<SupportLevel>(level), text);
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
