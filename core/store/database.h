#pragma once

#include "base/error.h"
#include "model/value.h"

#include <functional>
#include <memory>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <unordered_map>

namespace inkstep {

// Thrown inside the store's room only; Store turns it into an Error at its boundary. Unwinding rolls a
// transaction back, which is what every failure of a statement calls for.
struct DatabaseFailure {
    int code; // SQLite's extended result code
    QString detail;
    Error asError(const QString &subject) const;
    bool interrupted() const { return (code & 0xff) == SQLITE_INTERRUPT; }
};

// A prepared statement. Reset when its use goes out of scope (see Database::use).
class Statement {
public:
    Statement(sqlite3 *db, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Binds from the first placeholder on, in order.
    template<class... Args>
    Statement &with(const Args &...args) {
        int index = 0;
        (bind(++index, args), ...);
        return *this;
    }
    void bind(int index, qint64 value);
    void bind(int index, quint64 value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, int value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, double value);
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value); // a null array binds NULL
    void bind(int index, const Id &value) { bind(index, toBytes(value)); }
    void bind(int index, const Value &value);

    bool step(); // true: a row is there
    void run() { // for statements that return no row
        while (step()) {
        }
        reset();
    }
    void reset();

    bool isNull(int column) const;
    qint64 number(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    Id id(int column) const;
    Value value(int column) const;

private:
    sqlite3_stmt *m_statement = nullptr;
};

// SQLite, on one thread. The C interface rather than Qt SQL: the store lives on prepared statements, blobs,
// interrupts and the extended error codes, and the driver costs about as much as the statements themselves.
class Database {
public:
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    void exec(const char *sql);
    // A cached statement, reset on entry; one use of the same text at a time.
    Statement &use(std::string_view sql);
    sqlite3 *handle() const { return m_db; }

    // After each commit `logged` gets the pages that lie in the log, 4 KB each; who asks for this sees to it
    // that checkpoint() comes, instead of a commit in between that would have to wait for it.
    void afterCommits(std::function<void(int)> logged);
    void checkpoint(); // copies the log into the database, as far as nobody reads it, and waits for the disk

private:
    Database() = default;
    sqlite3 *m_db = nullptr;
    std::function<void(int)> m_logged;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::unordered_map<std::string, std::unique_ptr<Statement>, Hash, std::equal_to<>> m_statements;
};

// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Database &db) : m_db(db) { m_db.use("BEGIN IMMEDIATE").run(); }
    ~Transaction();
    void commit();

private:
    Database &m_db;
    bool m_open = true;
};

} // namespace inkstep
