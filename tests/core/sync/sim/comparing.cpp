// What must be so once everything is calm.
#include "core/sync/sim/run.h"
#include "crypto/hash.h"
#include "model/schema.h"

namespace inkstep::sim {

namespace {

// A page that is deleted, or whose sample is.
bool hidden(const std::map<Id, NaiveMerge::Row> &rows, const Id &page) {
    const auto row = rows.find(page);
    if (row == rows.end() || row->second.deleted)
        return true;
    const auto of = row->second.shown.find(QStringLiteral("sample"));
    const auto sample = of == row->second.shown.end() ? rows.end() : rows.find(fromValue<Id>(of->second));
    return sample != rows.end() && sample->second.deleted;
}

// Whatever lay in what was erased, at any time. Where names change, what an order had seen cannot be read off
// the journal.
std::set<Id> everInErased(const std::vector<Announced> &journal) {
    std::set<Id> gone;
    for (std::size_t before = 1; before != gone.size();) {
        before = gone.size();
        for (const Announced &announced : journal) {
            for (const Operation &op : announced.edit.operations) {
                const KindSpec *kind = Schema::instance().kind(op.kind);
                const FieldSpec *field = kind ? kind->field(op.field) : nullptr;
                const QByteArray *holder = std::get_if<QByteArray>(&op.value);
                if (op.field == QStringLiteral("!") ||
                    (field && field->is(Container) && holder && gone.contains(idFromBytes(*holder))))
                    gone.insert(op.entity);
            }
        }
    }
    return gone;
}

} // namespace

// Who is out, or came in by an invite that was closed meanwhile or by somebody who is out, is not expected to
// know anything; who lacks a key of what it sees cannot say who is in.
std::vector<SimDevice *> Run::members() {
    std::vector<SimDevice *> in;
    std::set<Id> known;
    for (const auto &device : m_devices) {
        if (!device->joined() || device->out())
            continue;
        if (in.empty()) {
            if (device->lacksKey())
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

// Worked out from what was announced, byte for byte.
NaiveMerge Run::journalModel(SimDevice &device, const std::set<Id> &ids) {
    const auto seen = device.store().seen();
    NaiveMerge model;
    for (const auto &[edit, tablet, owed] : m_world.journal) {
        if (ids.contains(edit.device) || covers(*seen, {edit.device, edit.last()}))
            model.add(edit);
    }
    return model;
}

// Where operations have changed their names since: from what a tablet holds. That nothing is missing from it,
// nothingLost() says.
NaiveMerge Run::heldModel(SimDevice &device) {
    NaiveMerge model;
    const auto everything = device.store().everything();
    for (const EditRecord &edit : everything->edits)
        model.add(edit);
    const auto branches = device.store().read([](Database &db) {
        std::vector<std::tuple<Id, Id, quint64>> found;
        Statement &row = db.use("SELECT d.id, o.id, b.base FROM branch b JOIN device d ON d.no = b.device "
                                "JOIN device o ON o.no = b.of");
        while (row.step())
            found.emplace_back(row.id(0), row.id(1), quint64(row.number(2)));
        row.reset();
        return found;
    });
    for (const auto &[id, of, base] : *branches)
        model.branch(id, of, base);
    return model;
}

// Every operation that a member announced is there under some name, but for what was erased, and for what was
// replaced: who came in by a snapshot has what stands, not the history.
QString Run::nothingLost(SimDevice &device, const std::set<int> &members) {
    using Mark = std::tuple<quint64, Id, QString, QByteArray>;
    const auto markOf = [](quint64 time, const Operation &op) {
        const bool vector = op.field == deleteField || op.field == QStringLiteral("!");
        const QByteArray *bytes = std::get_if<QByteArray>(&op.value);
        const QString *text = std::get_if<QString>(&op.value);
        return Mark{time, op.entity, op.field,
                    vector  ? QByteArray()
                    : bytes ? *bytes
                    : text  ? text->toUtf8()
                            : QByteArray()};
    };
    std::set<Mark> held;
    const auto everything = device.store().everything();
    for (const EditRecord &edit : everything->edits) {
        for (const Operation &op : edit.operations)
            held.insert(markOf(edit.time, op));
    }
    std::set<std::tuple<Version, Id, QString>> versions;
    for (const auto &[edit, tablet, owed] : m_world.journal) {
        for (const Operation &op : edit.operations) {
            for (const Version &version : op.replaced)
                versions.emplace(version, op.entity, op.field);
        }
    }
    std::set<Mark> replaced; // whatever name it went under when that was done
    for (const auto &[edit, tablet, owed] : m_world.journal) {
        for (const Operation &op : edit.operations) {
            if (versions.contains({{edit.device, op.sequence}, op.entity, op.field}))
                replaced.insert(markOf(edit.time, op));
        }
    }
    const std::set<Id> erased = m_world.namesChange ? everInErased(m_world.journal) : m_erased;
    QStringList lost;
    for (const auto &[edit, tablet, owed] : m_world.journal) {
        for (const Operation &op : edit.operations) {
            if (owed && members.contains(tablet) && !erased.contains(op.entity) &&
                !replaced.contains(markOf(edit.time, op)) && !held.contains(markOf(edit.time, op)))
                lost += QStringLiteral("%1 of a %2, tablet %3's number %4")
                            .arg(op.field, op.kind)
                            .arg(tablet)
                            .arg(op.sequence);
        }
    }
    return lost.isEmpty() ? QString() : QStringLiteral("lost: ") + lost.join(QStringLiteral("; "));
}

QString Run::compare() {
    const auto in = members();
    if (in.empty())
        return QStringLiteral("nobody is left");
    std::set<Id> ids;
    std::set<int> tablets;
    for (SimDevice *device : in) {
        ids.insert(device->store().device());
        tablets.insert(device->number());
    }
    const NaiveMerge model = m_world.namesChange ? heldModel(*in.front()) : journalModel(*in.front(), ids);
    m_erased = model.erased();
    for (const auto &device : m_devices) {
        if (!device->joined())
            return QStringLiteral("somebody could not join");
    }
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (in[i]->store().digest().value() != in.front()->store().digest().value())
            return QStringLiteral("member %1 has another digest").arg(i);
        if (const QString wrong = nothingLost(*in[i], tablets); !wrong.isEmpty())
            return QStringLiteral("member %1: %2").arg(i).arg(wrong);
        if (const QString wrong = compareOne(*in[i], model, tablets); !wrong.isEmpty())
            return QStringLiteral("member %1: %2").arg(i).arg(wrong);
    }
    return {};
}

std::set<QByteArray> Run::storedPictures() const {
    std::set<QByteArray> names;
    for (const QString &path : sharedFiles()) {
        if (path.contains(QStringLiteral("/b/")))
            names.insert(blobHash(m_world.disk.files.at(path)));
    }
    return names;
}

QString Run::compareOne(SimDevice &device, const NaiveMerge &model, const std::set<int> &members) {
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
    if (const QString wrong = wrongRows(device, model); !wrong.isEmpty())
        return wrong;
    bool waitsForTheGone = false; // a picture whose only copy is on a tablet that is out
    if (const QString wrong = wrongPictures(device, model, members, waitsForTheGone); !wrong.isEmpty())
        return wrong;
    const auto state = device.syncer().state();
    if (!state)
        return QStringLiteral("no state");
    if (state->oldEpochs)
        return QStringLiteral("keys of old epochs are still held");
    if (state->waiting != 0 || (state->wanted != 0 && !waitsForTheGone))
        return QStringLiteral("%1 waiting, %2 wanted").arg(state->waiting).arg(state->wanted);
    return {};
}

QString Run::wrongRows(SimDevice &device, const NaiveMerge &model) {
    auto expected = model.rows();
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
    return {};
}

QString Run::wrongPictures(SimDevice &device, const NaiveMerge &model, const std::set<int> &members,
                           bool &waitsForTheGone) {
    const std::set<QByteArray> stored = storedPictures();
    const auto rows = model.rows();
    for (const auto &[edit, tablet, owed] : m_world.journal) {
        for (const Operation &op : edit.operations) {
            const auto picture = m_world.pictures.find(fromValue<BlobRef>(op.value).name);
            if (picture == m_world.pictures.end())
                continue;
            const auto plain = device.notebook().vault().get(picture->second.first);
            const bool shows = !hidden(rows, op.entity);
            if (m_erased.contains(op.entity)) {
                if (plain)
                    return QStringLiteral("an erased picture is still here");
            } else if (!owed || !members.contains(tablet)) {
                waitsForTheGone = true;
            } else if (shows && (!plain || *plain != picture->second.second)) {
                return QStringLiteral("a picture is missing or another");
            } else if (shows && !stored.contains(picture->first)) {
                return QStringLiteral("a picture that shows has left the store");
            }
        }
    }
    return {};
}

} // namespace inkstep::sim
