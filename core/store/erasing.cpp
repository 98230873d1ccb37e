#include "store/erasing.h"

#include "base/hybridtime.h"
#include "store/layout.h"
#include "store/ledger.h"

#include <QtEndian>

namespace inkstep {

namespace {

// A word of the name as a person would write it in a note: the first name, two letters or more.
QString firstName(const QString &name) {
    return name.simplified().section(QLatin1Char(' '), 0, 0);
}

bool names(const QString &words, const QString &name) {
    for (qsizetype at = words.indexOf(name, 0, Qt::CaseInsensitive); at >= 0;
         at = words.indexOf(name, at + 1, Qt::CaseInsensitive)) {
        const qsizetype end = at + name.size();
        if ((at == 0 || !words[at - 1].isLetterOrNumber()) &&
            (end == words.size() || !words[end].isLetterOrNumber()))
            return true;
    }
    return false;
}

bool scrubbed(Database &db) {
    // Deleting rows leaves tokens behind in the full-text index, and rows in free pages and the log.
    // A statement that still stands on a row would be in the way.
    for (sqlite3_stmt *open = sqlite3_next_stmt(db.handle(), nullptr); open;
         open = sqlite3_next_stmt(db.handle(), open)) {
        if (sqlite3_stmt_busy(open))
            sqlite3_reset(open);
    }
    db.exec("INSERT INTO search (search) VALUES ('rebuild')");
    db.exec("PRAGMA secure_delete = ON");
    db.exec("VACUUM");
    db.exec("DELETE FROM meta WHERE name = 'scrub'");
    db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    return true;
}

QString nameOf(Database &db, const Id &student) {
    Statement &row = db.use("SELECT name FROM student WHERE id = ?").with(student);
    const QString name = row.step() ? row.text(0) : QString();
    row.reset();
    return name;
}

} // namespace

Result<std::vector<Mention>> mentionsOf(Store &store, const Id &student) {
    return store.read([&](Database &db) {
        std::vector<Mention> found;
        const QString name = firstName(nameOf(db, student));
        if (name.size() < 2)
            return found;
        const QSet<Id> inside = everythingIn(db, student);
        Statement &row =
            db.use("SELECT kind, entity, value FROM op WHERE live = 1 AND typeof(value) = 'text' "
                   "ORDER BY time");
        while (row.step()) {
            const Id entity = row.id(1);
            if (!inside.contains(entity) && names(row.text(2), name))
                found.push_back({row.text(0), entity, row.text(2)});
        }
        row.reset();
        return found;
    });
}

Status eraseStudent(Notebook &notebook, const Id &student) {
    const auto there = notebook.store().read([&](Database &db) {
        Statement &row = db.use("SELECT 1 FROM student WHERE id = ?").with(student);
        const bool found = row.step();
        row.reset();
        return found;
    });
    if (!there)
        return passOn(there);
    if (!*there)
        return failure(ErrorCode::NotFound, QStringLiteral("student"), idText(student));
    Edit edit(QStringLiteral("Erase a student"));
    edit.add({kindName<Student>(), student, eraseField, Value{qint64(1)}, {}});
    if (const auto done = notebook.store().commit(edit); !done)
        return passOn(done);
    return finishErasing(notebook);
}

Status finishErasing(Notebook &notebook) {
    struct Left {
        std::vector<QByteArray> pictures;
        bool scrub = false;
    };
    const auto left = notebook.store().read([](Database &db) {
        Left found;
        Statement &row = db.use("SELECT name FROM erased_blob WHERE here = 1");
        while (row.step())
            found.pictures.push_back(row.bytes(0));
        row.reset();
        Statement &asked = db.use("SELECT 1 FROM meta WHERE name = 'scrub'");
        found.scrub = asked.step();
        asked.reset();
        return found;
    });
    if (!left)
        return passOn(left);
    for (const QByteArray &name : left->pictures) {
        if (const auto gone = notebook.vault().erase(name); !gone)
            return gone;
    }
    if (!left->pictures.empty()) {
        const auto kept = notebook.store().keepBooks(
            [](Database &db) { db.use("UPDATE erased_blob SET here = 0 WHERE here = 1").run(); });
        if (!kept)
            return kept;
    }
    return left->scrub
               ? notebook.store().read(scrubbed, Executor::Bulk).and_then([](bool) -> Status { return {}; })
               : Status();
}

Result<std::vector<Erasure>> erasures(Store &store) {
    return store.read([](Database &db) {
        std::vector<Erasure> found;
        Statement &row =
            db.use("SELECT d.id, e.seq, e.student, o.time FROM erasure e JOIN device d ON d.no = e.device "
                   "JOIN op o ON o.device = e.device AND o.seq = e.seq ORDER BY e.no");
        while (row.step())
            found.push_back(
                {{row.id(0), quint64(row.number(1))}, row.id(2), HybridTime::wall(quint64(row.number(3)))});
        row.reset();
        return found;
    });
}

// The ledger's part: which things an order covers, and the blanking.

namespace {

// Words of others that a person has written anew since still stand in their history: there the name goes.
void forgetName(Database &db, const QString &name) {
    if (name.size() < 2)
        return;
    std::vector<std::tuple<qint64, qint64, QString>> found;
    Statement &label = db.use("SELECT device, first, label FROM edit WHERE label <> ''");
    while (label.step()) {
        if (names(label.text(2), name))
            found.emplace_back(label.number(0), label.number(1), QString());
    }
    label.reset();
    for (const auto &[device, first, unused] : found)
        db.use("UPDATE edit SET label = '' WHERE device = ? AND first = ?").with(device, first).run();
    found.clear();
    Statement &words = db.use("SELECT device, seq, value FROM op WHERE live = 0 AND typeof(value) = 'text'");
    while (words.step()) {
        if (QString text = words.text(2); names(text, name))
            found.emplace_back(words.number(0), words.number(1),
                               text.replace(name, QStringLiteral("…"), Qt::CaseInsensitive));
    }
    words.reset();
    for (const auto &[device, sequence, text] : found)
        db.use("UPDATE op SET value = ? WHERE device = ? AND seq = ?").with(text, device, sequence).run();
}

struct Order {
    VersionVector seen;
    std::vector<Id> entities;
};

QByteArray packOrder(const Order &order) {
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(order.seen.size()), bytes.data());
    bytes += packVersions(order.seen);
    for (const Id &id : order.entities)
        bytes += toBytes(id);
    return bytes;
}

Order unpackOrder(const QByteArray &bytes) {
    Order order;
    if (bytes.size() < 4)
        return order;
    const qsizetype versions = 24 * qsizetype(qFromBigEndian<quint32>(bytes.constData()));
    if (bytes.size() < 4 + versions)
        return order;
    order.seen = unpackVersions(bytes.sliced(4, versions));
    for (qsizetype at = 4 + versions; at + 16 <= bytes.size(); at += 16)
        order.entities.push_back(idFromBytes(bytes.sliced(at, 16)));
    return order;
}

// (field, kind) pairs that say what a thing lies in.
bool isContainer(const QString &kind, const QString &field) {
    const KindSpec *spec = Schema::instance().kind(kind);
    const FieldSpec *found = spec ? spec->field(field) : nullptr;
    return found && found->is(Container);
}

// The same for SQL.
const std::string &containers() {
    static const std::string all = [] {
        std::string list;
        for (const KindSpec &kind : Schema::instance().kinds()) {
            for (const FieldSpec &field : kind.fields) {
                if (field.is(Container))
                    list += (list.empty() ? "'" : ", '") + kind.name.toStdString() + '.' +
                            field.name.toStdString() + '\'';
            }
        }
        return list;
    }();
    return all;
}

struct Lies {
    Id entity;
    Version version;
};

// Every operation that says what something lies in, live or not, by what it names.
QHash<Id, std::vector<Lies>> allContents(Database &db) {
    QHash<Id, std::vector<Lies>> contents;
    Statement &row = db.use("SELECT o.kind, o.field, o.entity, o.value, d.id, o.seq FROM op o "
                            "JOIN device d ON d.no = o.device WHERE typeof(o.value) = 'blob' AND "
                            "length(o.value) = 16");
    while (row.step()) {
        if (isContainer(row.text(0), row.text(1)))
            contents[row.id(3)].push_back({row.id(2), {row.id(4), static_cast<quint64>(row.number(5))}});
    }
    row.reset();
    return contents;
}

} // namespace

QSet<Id> everythingIn(Database &db, const Id &root) {
    QSet<Id> inside{root};
    std::vector<Id> open{root};
    while (!open.empty()) {
        const Id holder = open.back();
        open.pop_back();
        for (const KindSpec &kind : Schema::instance().kinds()) {
            for (const FieldSpec &field : kind.fields) {
                if (!field.is(Container))
                    continue;
                Statement &row = db.use("SELECT id FROM \"" + kind.name.toStdString() + "\" WHERE \"" +
                                        field.name.toStdString() + "\" = ?")
                                     .with(holder);
                while (row.step()) {
                    if (const Id id = row.id(0); !inside.contains(id)) {
                        inside.insert(id);
                        open.push_back(id);
                    }
                }
                row.reset();
            }
        }
    }
    return inside;
}

void Ledger::prepareErasing() {
    m_db.exec("CREATE TABLE IF NOT EXISTS erasure (no INTEGER PRIMARY KEY, device INTEGER NOT NULL, "
              "seq INTEGER NOT NULL, student BLOB NOT NULL, seen BLOB NOT NULL, UNIQUE (device, seq));"
              "CREATE TABLE IF NOT EXISTS erased (entity BLOB NOT NULL, erasure INTEGER NOT NULL, "
              "PRIMARY KEY (entity, erasure)) WITHOUT ROWID;"
              "CREATE TABLE IF NOT EXISTS erased_blob (name BLOB PRIMARY KEY, device INTEGER NOT NULL, "
              "here INTEGER NOT NULL DEFAULT 1, there INTEGER NOT NULL DEFAULT 1) WITHOUT ROWID;");
    readErased();
}

void Ledger::readErased() {
    m_toErase.clear();
    m_erasures.clear();
    m_erased.clear();
    Statement &order = m_db.use("SELECT no, seen FROM erasure");
    while (order.step())
        m_erasures.insert(order.number(0), unpackVersions(order.bytes(1)));
    order.reset();
    Statement &row = m_db.use("SELECT entity, erasure FROM erased");
    while (row.step())
        m_erased[row.id(0)].insert(row.number(1));
    row.reset();
}

QByteArray Ledger::orderToErase(const Id &student) {
    Order order{seen(), {}};
    for (const Id &id : everythingIn(m_db, student))
        order.entities.push_back(id);
    std::sort(order.entities.begin(), order.entities.end(), idLess);
    return packOrder(order);
}

void Ledger::noteOrder(qint64 device, const Operation &op) {
    const QByteArray *bytes = std::get_if<QByteArray>(&op.value);
    const Order order = unpackOrder(bytes ? *bytes : QByteArray());
    m_db.use("INSERT OR IGNORE INTO erasure (device, seq, student, seen) VALUES (?, ?, ?, ?)")
        .with(device, op.sequence, op.entity, packVersions(order.seen))
        .run();
    if (sqlite3_changes(m_db.handle()) == 0)
        return;
    const qint64 erasure = sqlite3_last_insert_rowid(m_db.handle());
    m_erasures.insert(erasure, order.seen);
    m_toErase.emplace_back(op.entity, erasure);
    for (const Id &id : order.entities)
        m_toErase.emplace_back(id, erasure);
}

// A thing that came to lie in something erased, by an operation the order had not seen, goes with it.
void Ledger::followIntoErased(const KindSpec &kind, const Operation &op, const Version &version) {
    const FieldSpec *field = kind.field(op.field);
    const QByteArray *bytes = std::get_if<QByteArray>(&op.value);
    if (!field || !field->is(Container) || !bytes)
        return;
    const auto holder = m_erased.constFind(idFromBytes(*bytes));
    if (holder == m_erased.constEnd())
        return;
    for (const qint64 erasure : *holder) {
        if (!covers(m_erasures.value(erasure), version))
            m_toErase.emplace_back(op.entity, erasure);
    }
}

// Blanks all that is to be erased, and what lies in it. An operation keeps its number, so that what comes
// after it still has its place, and says nothing any more but what lay in what: who gets it blanked before
// the order, or through a snapshot, must come to the same things.
void Ledger::insertErased(const DeviceEntry &author, quint64 time, quint64 edit, const Operation &op) {
    const KindSpec *kind = Schema::instance().kind(op.kind);
    const bool lies = isContainer(op.kind, op.field);
    m_db.use("INSERT INTO op (device, seq, time, edit, kind, entity, field, value, replaced, live) "
             "VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)")
        .with(author.number, op.sequence, time, edit, op.kind, op.entity, op.field, lies ? op.value : Value{})
        .run();
    m_db.use("UPDATE edit SET label = '' WHERE device = ? AND first = ?").with(author.number, edit).run();
    if (lies)
        followIntoErased(*kind, op, {author.id, op.sequence});
}

// A newer version knows what lies in what better: after an upgrade everything is followed once more.
void Ledger::followAllIntoErased() {
    if (m_erased.isEmpty())
        return;
    const auto contents = allContents(m_db);
    for (auto holder = m_erased.cbegin(); holder != m_erased.cend(); ++holder) {
        for (const Lies &one : contents.value(holder.key())) {
            for (const qint64 erasure : holder.value()) {
                if (!covers(m_erasures.value(erasure), one.version))
                    m_toErase.emplace_back(one.entity, erasure);
            }
        }
    }
}

KindSet Ledger::eraseNow() {
    if (m_toErase.empty())
        return 0;
    KindSet touched = 0;
    QHash<Id, std::vector<Lies>> contents;
    bool looked = false;
    QSet<Id> fresh;
    while (!m_toErase.empty()) {
        const auto [entity, erasure] = m_toErase.back();
        m_toErase.pop_back();
        QSet<qint64> &of = m_erased[entity];
        if (of.contains(erasure))
            continue;
        of.insert(erasure);
        fresh.insert(entity);
        m_db.use("INSERT OR IGNORE INTO erased (entity, erasure) VALUES (?, ?)").with(entity, erasure).run();
        if (!looked)
            contents = allContents(m_db);
        looked = true;
        for (const Lies &one : contents.value(entity)) {
            if (!covers(m_erasures.value(erasure), one.version))
                m_toErase.emplace_back(one.entity, erasure);
        }
    }
    m_db.exec("CREATE TEMP TABLE IF NOT EXISTS gone (entity BLOB PRIMARY KEY)");
    m_db.exec("DELETE FROM gone");
    for (const Id &entity : fresh)
        m_db.use("INSERT OR IGNORE INTO gone (entity) VALUES (?)").with(entity).run();
    // Labels speak of whom an edit is about.
    m_db.exec("UPDATE edit SET label = '' WHERE (device, first) IN "
              "(SELECT device, edit FROM op WHERE entity IN (SELECT entity FROM gone))");
    QStringList said;
    Statement &row = m_db.use("SELECT name FROM student WHERE id IN (SELECT entity FROM gone)");
    while (row.step())
        said << firstName(row.text(0));
    row.reset();
    for (const QString &name : said)
        forgetName(m_db, name);
    m_db.exec("INSERT OR IGNORE INTO erased_blob (name, device) "
              "SELECT name, device FROM blob WHERE entity IN (SELECT entity FROM gone)");
    m_db.exec("DELETE FROM blob WHERE entity IN (SELECT entity FROM gone)");
    m_db.exec(("UPDATE op SET value = CASE WHEN kind || '.' || field IN (" + containers() +
               ") THEN value END, replaced = NULL, live = 0 "
               "WHERE entity IN (SELECT entity FROM gone) AND field <> '!'")
                  .c_str());
    for (const KindSpec &kind : Schema::instance().kinds()) {
        const std::string table = '"' + kind.name.toStdString() + '"';
        if (kind.searchable())
            m_db.exec(("DELETE FROM search WHERE rowid IN (SELECT row * " + std::to_string(searchStride) +
                       " + " + std::to_string(kind.index) + " FROM " + table +
                       " WHERE id IN (SELECT entity FROM gone))")
                          .c_str());
        m_db.exec(("DELETE FROM " + table + " WHERE id IN (SELECT entity FROM gone)").c_str());
        if (sqlite3_changes(m_db.handle()) > 0)
            touched |= KindSet(1) << kind.index;
    }
    m_db.exec("DELETE FROM gone");
    m_db.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('scrub', 1)");
    for (const Id &entity : fresh)
        m_deletions.remove(entity);
    return touched;
}

} // namespace inkstep
