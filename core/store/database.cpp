#include "store/database.h"

namespace inkstep {

namespace {
[[noreturn]] void fail(sqlite3 *db, int code) {
    throw DatabaseFailure{db ? sqlite3_extended_errcode(db) : code,
                          QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code))};
}

void check(sqlite3 *db, int code) {
    if (code != SQLITE_OK)
        fail(db, code);
}
} // namespace

Error DatabaseFailure::asError(const QString &subject) const {
    const QString full = QStringLiteral("SQLite %1: %2").arg(code).arg(detail);
    if (code == SQLITE_IOERR_SHMSIZE) // the one I/O error that is about room: the log's index could not grow
        return {ErrorCode::DiskFull, full, subject};
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, full, subject};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return {ErrorCode::NoPermission, full, subject};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::InUse, full, subject};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Damaged, full, subject};
    case SQLITE_IOERR:
        return {ErrorCode::WriteFailed, full, subject};
    default:
        return {ErrorCode::Failed, full, subject};
    }
}

Statement::Statement(sqlite3 *db, std::string_view sql) {
    check(db, sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                 &m_statement, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(m_statement);
}

void Statement::bind(int index, qint64 value) {
    check(sqlite3_db_handle(m_statement), sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bind(int index, double value) {
    check(sqlite3_db_handle(m_statement), sqlite3_bind_double(m_statement, index, value));
}

void Statement::bind(int index, const QString &value) {
    const QByteArray utf8 = value.toUtf8();
    check(sqlite3_db_handle(m_statement), sqlite3_bind_text(m_statement, index, utf8.constData(),
                                                            static_cast<int>(utf8.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int index, const QByteArray &value) {
    if (value.isNull()) {
        check(sqlite3_db_handle(m_statement), sqlite3_bind_null(m_statement, index));
        return;
    }
    check(sqlite3_db_handle(m_statement),
          sqlite3_bind_blob(m_statement, index, value.constData(), static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
}

void Statement::bind(int index, const Value &value) {
    std::visit(
        [&](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                check(sqlite3_db_handle(m_statement), sqlite3_bind_null(m_statement, index));
            else
                bind(index, held);
        },
        value);
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *db = sqlite3_db_handle(m_statement);
    const DatabaseFailure failed{sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db))};
    reset();
    throw failed;
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::number(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const {
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const {
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

Id Statement::id(int column) const {
    return idFromBytes(bytes(column));
}

Value Statement::value(int column) const {
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return Value{number(column)};
    case SQLITE_FLOAT:
        return Value{real(column)};
    case SQLITE_TEXT:
        return Value{text(column)};
    case SQLITE_BLOB:
        return Value{bytes(column)};
    default:
        return Value{};
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString &path) {
    std::unique_ptr<Database> db(new Database);
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &db->m_db,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(DatabaseFailure{code, QString::fromUtf8(sqlite3_errstr(code))}.asError(path));
    sqlite3_extended_result_codes(db->m_db, 1);
    sqlite3_busy_timeout(db->m_db, 2000);
    try {
        db->exec("PRAGMA journal_mode=WAL");
        db->exec("PRAGMA synchronous=FULL");
        db->exec("PRAGMA temp_store=MEMORY");
        db->exec("PRAGMA cache_size=-32000");
    } catch (const DatabaseFailure &failed) {
        return tl::unexpected(failed.asError(path));
    }
    return db;
}

Database::~Database() {
    m_statements.clear();
    sqlite3_close(m_db);
}

void Database::exec(const char *sql) {
    check(m_db, sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr));
}

void Database::afterCommits(std::function<void(int)> logged) {
    m_logged = std::move(logged);
    sqlite3_wal_hook( // takes the place of SQLite's own checkpoints
        m_db,
        [](void *context, sqlite3 *, const char *, int pages) {
            static_cast<Database *>(context)->m_logged(pages);
            return SQLITE_OK;
        },
        this);
}

void Database::checkpoint() {
    check(m_db, sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
}

Statement &Database::use(std::string_view sql) {
    const auto found = m_statements.find(sql);
    if (found != m_statements.end()) {
        found->second->reset();
        return *found->second;
    }
    return *m_statements.emplace(std::string(sql), std::make_unique<Statement>(m_db, sql)).first->second;
}

Transaction::~Transaction() {
    if (!m_open)
        return;
    try {
        m_db.exec("ROLLBACK");
    } catch (const DatabaseFailure &) {
        // SQLite has rolled back by itself already (a full disk, an I/O error); there is nothing to undo.
    }
}

void Transaction::commit() {
    m_db.use("COMMIT").run();
    m_open = false;
}

} // namespace inkstep
