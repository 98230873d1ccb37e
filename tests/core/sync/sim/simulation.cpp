#include "core/sync/sim/simulation.h"

#include "core/sync/sim/simdevice.h"
#include "crypto/hash.h"

#include <QDir>
#include <QTemporaryDir>

namespace inkstep::sim {

namespace {

constexpr const char *words[] = {"write", "sync", "reopen", "clock", "hide", "copy",
                                 "mend",  "join", "epoch",  "erase", "out"};

// Memory where there is a disk of it: hundreds of databases are made and thrown away.
QString scratch() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/inkstep-sim-XXXXXX");
}

class Run {
public:
    explicit Run(quint64 seed) : m_folder(scratch()), m_world(m_folder.path()) {
        Chance chance(seed);
        const int count = 2 + int(chance() % 5);
        for (int i = 0; i < count; ++i)
            m_devices.push_back(std::make_unique<SimDevice>(
                m_world, m_folder.filePath(QStringLiteral("tablet%1").arg(i)), i, seed));
        m_devices.front()->begin();
    }

    void step(const Step &step) {
        SimDevice &device = *m_devices[std::size_t(step.device) % m_devices.size()];
        Chance chance(step.seed);
        switch (step.what) {
        case Step::Write:
            device.write(step.seed);
            break;
        case Step::Sync:
            device.sync(faultsOf(chance));
            break;
        case Step::Reopen:
            device.reopen();
            break;
        case Step::Jump:
            device.jump(step.seed);
            break;
        case Step::Hide:
            hide(chance);
            break;
        case Step::Copy:
            copy(chance);
            break;
        case Step::Mend:
            mend();
            break;
        case Step::Join:
            join(device, chance);
            break;
        case Step::Epoch:
            if (device.joined())
                static_cast<void>(device.syncer().newKeys());
            break;
        case Step::Erase:
            device.erase(step.seed);
            break;
        case Step::Out:
            device.takeOut(*m_devices[chance() % m_devices.size()]);
            break;
        }
    }

    QString calm();

private:
    static Faults faultsOf(Chance &chance) {
        Faults faults;
        faults.seed = chance();
        switch (chance() % 8) {
        case 0:
        case 1:
            faults.crashAfter = int(chance() % 60);
            break;
        case 2:
            faults.failEvery = 3 + int(chance() % 20);
            break;
        case 3:
            faults.strangeEvery = 2 + int(chance() % 8);
            break;
        case 4:
            faults.strangeEvery = 2 + int(chance() % 8);
            faults.crashAfter = int(chance() % 60);
            break;
        case 5:
            faults.fullPlace = oneIn(chance, 2);
            break;
        default:
            break;
        }
        return faults;
    }

    std::vector<QString> sharedFiles() const {
        std::vector<QString> found;
        const QString prefix = m_world.shared + QLatin1Char('/');
        for (const auto &[path, bytes] : m_world.disk.files) {
            if (path.startsWith(prefix) && !path.endsWith(QStringLiteral("vault.json")))
                found.push_back(path);
        }
        return found;
    }

    void hide(Chance &chance) {
        const auto files = sharedFiles();
        if (files.empty())
            return;
        const QString path = files[chance() % files.size()];
        QByteArray &bytes = m_world.disk.files[path];
        m_hidden.emplace(path, bytes); // what it held first
        if (oneIn(chance, 2))
            m_world.disk.files.erase(path);
        else
            bytes = bytes.first(static_cast<qsizetype>(chance() % static_cast<quint64>(bytes.size() + 1)));
    }

    void copy(Chance &chance) {
        const auto files = sharedFiles();
        if (files.empty())
            return;
        const QString path = files[chance() % files.size()];
        const qsizetype dot = path.endsWith(QStringLiteral(".b")) ? path.size() - 2 : path.size();
        const QString made = path.first(dot) +
                             (oneIn(chance, 2) ? QStringLiteral(" (1)")
                                               : QStringLiteral(".sync-conflict-20260101-120000-ABCDEFG")) +
                             path.mid(dot);
        m_world.disk.files[made] = m_world.disk.files[path];
    }

    void mend() {
        for (const auto &[path, bytes] : m_hidden) {
            // A head that was written anew meanwhile stays: it is the newer one.
            if (path.endsWith(QStringLiteral("/head")) && m_world.disk.files.contains(path))
                continue;
            m_world.disk.files[path] = bytes;
        }
        m_hidden.clear();
    }

    void join(SimDevice &device, Chance &chance) {
        if (device.joined())
            return;
        const std::size_t first = chance() % m_devices.size();
        for (std::size_t i = 0; i < m_devices.size(); ++i) {
            SimDevice &inviter = *m_devices[(first + i) % m_devices.size()];
            if (inviter.joined() && !inviter.out() && device.join(inviter))
                return;
        }
    }

    QString compare();
    QString compareOne(SimDevice &device, const NaiveMerge &model, const std::set<Id> &members);
    std::vector<SimDevice *> members();
    static bool hidden(const std::map<Id, NaiveMerge::Row> &rows, const Id &page);
    std::set<QByteArray> storedPictures() const;

    QTemporaryDir m_folder;
    World m_world;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::map<QString, QByteArray> m_hidden;
    std::set<Id> m_erased;
};

QString Run::calm() {
    mend();
    Chance chance(1);
    constexpr int mostRounds = 20;
    QString last;
    for (int round = 0; round < mostRounds; ++round) {
        for (const auto &device : m_devices)
            device->sync({});
        // Who never came in does so once the others have agreed on who is out.
        if (round == 3) {
            for (const auto &device : m_devices)
                join(*device, chance);
        }
        if (round < 4)
            continue;
        last = compare();
        if (last.isEmpty())
            return {};
    }
    for (std::size_t i = 0; i < m_devices.size(); ++i)
        last += QStringLiteral("\n  tablet %1 says: %2").arg(i).arg(m_devices[i]->lastProblem());
    return last;
}

// Who is out, or came in by an invite that was closed meanwhile or by somebody who is out, is not expected to
// know anything; who lacks a key of what it sees cannot say who is in.
std::vector<SimDevice *> Run::members() {
    std::vector<SimDevice *> in;
    std::set<Id> known;
    for (const auto &device : m_devices) {
        if (!device->joined() || device->out())
            continue;
        if (in.empty()) {
            if (device->lastProblem().contains(QStringLiteral("epoch without a key")))
                continue;
            const auto state = device->syncer().state();
            for (const SyncDevice &one : state->devices) {
                if (!one.removed)
                    known.insert(one.id);
            }
        }
        if (known.contains(device->store().device()))
            in.push_back(device.get());
    }
    return in;
}

QString Run::compare() {
    const auto in = members();
    if (in.empty())
        return QStringLiteral("nobody is left");
    std::set<Id> ids;
    for (SimDevice *device : in)
        ids.insert(device->store().device());
    const auto seen = in.front()->store().seen();
    NaiveMerge model;
    for (const EditRecord &edit : m_world.journal) {
        if (ids.contains(edit.device) || covers(*seen, {edit.device, edit.last()}))
            model.add(edit);
    }
    m_erased = model.erased();
    for (const auto &device : m_devices) {
        if (!device->joined())
            return QStringLiteral("somebody could not join");
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (const QString wrong = compareOne(*in[i], model, ids); !wrong.isEmpty())
            return QStringLiteral("member %1: %2").arg(i).arg(wrong);
        if (in[i]->store().digest().value() != in.front()->store().digest().value())
            return QStringLiteral("member %1 has another digest").arg(i);
    }
    return {};
}

// A page that is deleted, or whose sample is.
bool Run::hidden(const std::map<Id, NaiveMerge::Row> &rows, const Id &page) {
    const auto row = rows.find(page);
    if (row == rows.end() || row->second.deleted)
        return true;
    const auto of = row->second.shown.find(QStringLiteral("sample"));
    const auto sample = of == row->second.shown.end() ? rows.end() : rows.find(fromValue<Id>(of->second));
    return sample != rows.end() && sample->second.deleted;
}

std::set<QByteArray> Run::storedPictures() const {
    std::set<QByteArray> names;
    for (const QString &path : sharedFiles()) {
        if (path.contains(QStringLiteral("/b/")))
            names.insert(blobHash(m_world.disk.files.at(path)));
    }
    return names;
}

QString Run::compareOne(SimDevice &device, const NaiveMerge &model, const std::set<Id> &members) {
    const auto live = device.store().read([](Database &db) {
        std::set<Version> versions;
        Statement &row =
            db.use("SELECT d.id, o.seq FROM op o JOIN device d ON d.no = o.device WHERE live = 1");
        while (row.step())
            versions.insert({row.id(0), quint64(row.number(1))});
        row.reset();
        return versions;
    });
    if (*live != model.live())
        return QStringLiteral("%1 operations stand, %2 should").arg(live->size()).arg(model.live().size());
    auto expected = model.rows();
    const auto rows = expected;
    for (const KindSpec &kind : Schema::instance().kinds()) {
        std::string sql = "SELECT id, deleted, revived, versions";
        for (const FieldSpec &field : kind.fields)
            sql += ", \"" + field.name.toStdString() + "\"";
        sql += " FROM \"" + kind.name.toStdString() + "\"";
        const auto wrong = device.store().read([&](Database &db) {
            Statement &row = db.use(sql);
            QString found;
            while (row.step() && found.isEmpty()) {
                const auto should = expected.find(row.id(0));
                if (should == expected.end()) {
                    found = QStringLiteral("a %1 nobody made").arg(kind.name);
                    break;
                }
                if (should->second.deleted != (row.number(1) != 0) ||
                    should->second.revived != (row.number(2) != 0) ||
                    should->second.versions != row.number(3))
                    found = QStringLiteral("a %1 is %2 %3 with %4 versions, not %5 %6 with %7")
                                .arg(kind.name)
                                .arg(row.number(1))
                                .arg(row.number(2))
                                .arg(row.number(3))
                                .arg(should->second.deleted)
                                .arg(should->second.revived)
                                .arg(should->second.versions);
                for (std::size_t i = 0; i < kind.fields.size(); ++i) {
                    const Value shown = row.value(4 + int(i));
                    const auto &all = should->second.shown;
                    const auto one = all.find(kind.fields[i].name);
                    if (shown != (one == all.end() ? Value{} : one->second))
                        found = QStringLiteral("%1 of a %2").arg(kind.fields[i].name, kind.name);
                }
                expected.erase(should);
            }
            row.reset();
            return found;
        });
        if (!wrong->isEmpty())
            return *wrong;
    }
    if (!expected.empty())
        return QStringLiteral("%1 things are missing").arg(expected.size());
    const std::set<QByteArray> stored = storedPictures();
    bool waitsForTheGone = false; // a picture whose only copy is on a tablet that is out
    for (const EditRecord &edit : m_world.journal) {
        for (const Operation &op : edit.operations) {
            const auto picture = m_world.pictures.find(fromValue<BlobRef>(op.value).name);
            if (picture == m_world.pictures.end())
                continue;
            const auto plain = device.notebook().vault().get(picture->second.first);
            const bool shows = !hidden(rows, op.entity);
            if (m_erased.contains(op.entity)) {
                if (plain)
                    return QStringLiteral("an erased picture is still here");
            } else if (!members.contains(edit.device)) {
                waitsForTheGone = true;
            } else if (shows && (!plain || *plain != picture->second.second)) {
                return QStringLiteral("a picture is missing or another");
            } else if (shows && !stored.contains(picture->first)) {
                return QStringLiteral("a picture that shows has left the store");
            }
        }
    }
    const auto state = device.syncer().state();
    if (!state)
        return QStringLiteral("no state");
    if (state->oldEpochs)
        return QStringLiteral("keys of old epochs are still held");
    if (state->waiting != 0 || (state->wanted != 0 && !waitsForTheGone))
        return QStringLiteral("%1 waiting, %2 wanted").arg(state->waiting).arg(state->wanted);
    return {};
}

} // namespace

Script scriptOf(quint64 seed) {
    Chance chance(seed * 2 + 1);
    const int length = 20 + int(chance() % 60);
    Script script;
    for (int i = 0; i < length; ++i) {
        static constexpr Step::What often[] = {
            Step::Write, Step::Write, Step::Write, Step::Write, Step::Write,  Step::Write, Step::Write,
            Step::Sync,  Step::Sync,  Step::Sync,  Step::Sync,  Step::Sync,   Step::Join,  Step::Join,
            Step::Hide,  Step::Copy,  Step::Mend,  Step::Jump,  Step::Reopen, Step::Epoch, Step::Erase};
        script.push_back({often[chance() % std::size(often)], int(chance() % 6), chance()});
    }
    if (oneIn(chance, 4)) // a tablet is lost
        script.insert(script.begin() + qptrdiff(chance() % script.size()),
                      {Step::Out, int(chance() % 6), chance()});
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
