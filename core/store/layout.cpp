#include "store/layout.h"

#include "store/version.h"

#include <QSet>

namespace inkstep {

namespace {

constexpr const char *baseTables = R"sql(
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE device (no INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, seen INTEGER NOT NULL DEFAULT 0);
CREATE TABLE edit (device INTEGER, first INTEGER, time INTEGER NOT NULL, label TEXT NOT NULL,
                   undoes BLOB, PRIMARY KEY (device, first)) WITHOUT ROWID;
CREATE INDEX edit_time ON edit (time);
CREATE TABLE op (device INTEGER, seq INTEGER, time INTEGER NOT NULL, edit INTEGER NOT NULL, kind TEXT NOT NULL,
                 entity BLOB NOT NULL, field TEXT NOT NULL, value, replaced BLOB, live INTEGER NOT NULL,
                 PRIMARY KEY (device, seq)) WITHOUT ROWID;
CREATE INDEX op_live ON op (entity, field) WHERE live = 1;
CREATE INDEX op_deletion ON op (entity) WHERE field = '-' AND live = 1 AND value IS NOT NULL;
CREATE TABLE early (device INTEGER, seq INTEGER, PRIMARY KEY (device, seq)) WITHOUT ROWID;
CREATE TABLE blob (name BLOB PRIMARY KEY, key BLOB NOT NULL, size INTEGER NOT NULL, role TEXT NOT NULL,
                   entity BLOB NOT NULL, device INTEGER NOT NULL, seq INTEGER NOT NULL,
                   here INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE INDEX blob_entity ON blob (entity);
CREATE INDEX blob_away ON blob (here) WHERE here = 0;
CREATE INDEX blob_unsent ON blob (sent) WHERE sent = 0;
CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
)sql";

const char *affinity(FieldType type) {
    switch (type) {
    case FieldType::Text:
        return "TEXT";
    case FieldType::Number:
    case FieldType::Time:
        return "INTEGER";
    case FieldType::Real:
        return "REAL";
    default:
        return "BLOB";
    }
}

// What points to other things is looked up from both sides.
void makeIndex(Database &db, const KindSpec &kind, const FieldSpec &field) {
    if (field.type != FieldType::Ref)
        return;
    const std::string sql = "CREATE INDEX \"" + kind.name.toStdString() + "_" + field.name.toStdString() +
                            "\" ON \"" + kind.name.toStdString() + "\" (\"" + field.name.toStdString() +
                            "\")";
    db.exec(sql.c_str());
}

void makeKind(Database &db, const KindSpec &kind) {
    std::string sql = "CREATE TABLE \"" + kind.name.toStdString() +
                      "\" (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, made INTEGER NOT NULL, "
                      "changed INTEGER NOT NULL, deleted INTEGER NOT NULL DEFAULT 0, "
                      "revived INTEGER NOT NULL DEFAULT 0, versions INTEGER NOT NULL DEFAULT 1";
    for (const FieldSpec &field : kind.fields)
        sql += ", \"" + field.name.toStdString() + "\" " + affinity(field.type);
    sql += ")";
    db.exec(sql.c_str());
    for (const FieldSpec &field : kind.fields)
        makeIndex(db, kind, field);
}

void addWhatIsMissing(Database &db, const KindSpec &kind) {
    QSet<QString> there;
    Statement &column = db.use("SELECT name FROM pragma_table_info(?)").with(kind.name);
    while (column.step())
        there.insert(column.text(0));
    column.reset();
    if (there.isEmpty()) {
        makeKind(db, kind);
        return;
    }
    for (const FieldSpec &field : kind.fields) {
        if (there.contains(field.name))
            continue;
        const std::string sql = "ALTER TABLE \"" + kind.name.toStdString() + "\" ADD COLUMN \"" +
                                field.name.toStdString() + "\" " + affinity(field.type);
        db.exec(sql.c_str());
        makeIndex(db, kind, field);
    }
}

} // namespace

int storedVersion(Database &db) {
    Statement &row = db.use("PRAGMA user_version");
    row.step();
    const int version = static_cast<int>(row.number(0));
    row.reset();
    return version;
}

void layOut(Database &db) {
    const int from = storedVersion(db);
    if (from == databaseLayout)
        return;
    Transaction transaction(db);
    if (from == 0) {
        db.exec(baseTables);
        for (const KindSpec &kind : Schema::instance().kinds())
            makeKind(db, kind);
        db.exec("CREATE INDEX sample_date ON sample (date)");
        db.exec("CREATE INDEX sample_seen ON sample (student, deleted, date)");
    } else {
        for (const KindSpec &kind : Schema::instance().kinds())
            addWhatIsMissing(db, kind);
        if (from < 2) {
            db.exec("CREATE TEMP TABLE found AS SELECT rowid AS number, words FROM search");
            db.exec("DELETE FROM search");
            db.exec(
                "INSERT INTO search (rowid, words) SELECT number / 16 * 64 + number % 16, words FROM found");
            db.exec("DROP TABLE found");
        }
        db.exec("INSERT OR REPLACE INTO meta (name, value) VALUES ('resettle', 1)");
    }
    if (from < 2)
        db.exec("CREATE INDEX check_latest ON \"check\" (skill, student, at)");
    const std::string version = "PRAGMA user_version = " + std::to_string(databaseLayout);
    db.exec(version.c_str());
    transaction.commit();
}

} // namespace inkstep
