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

namespace {

struct Stored {
    std::optional<Teaching> teaching; // as its fields are, whether it stands or not
    bool stands = false;              // taken back, it is there and does not count
};

Stored storedTeaching(Database &db, const Id &id) {
    Stored stored{find<Teaching>(db, id), false};
    Statement &row = db.use("SELECT 1 FROM teaching WHERE id = ? AND deleted = 0").with(id);
    stored.stands = row.step();
    row.reset();
    return stored;
}

} // namespace

Teaching teachingOf(Database &db, const Id &notebook) {
    const Id id = teachingId(notebook);
    Teaching usual;
    usual.id = id;
    const Stored stored = storedTeaching(db, id);
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
    const Id id = teachingId(in->id());
    // What is stored, not what is shown: the first change also makes the thing.
    in->store().read([id](Database &db) { return storedTeaching(db, id); }, this,
                     [this, id, label, how](const Result<Stored> &stored) {
                         if (!stored) {
                             workspace()->report(stored.error());
                             return;
                         }
                         Teaching before =
                             stored->stands ? stored->teaching.value_or(Teaching{}) : Teaching{};
                         before.id = id;
                         Teaching after = before;
                         how(after);
                         if (after == before)
                             return;
                         Edit edit(label);
                         if (!stored->teaching)
                             edit.create(after);
                         else
                             edit.changed(*stored->teaching, after);
                         if (stored->teaching && !stored->stands)
                             edit.restore<Teaching>(id);
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
