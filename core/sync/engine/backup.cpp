#include "sync/engine/backup.h"

#include "base/cbor.h"
#include "crypto/crypto.h"
#include "crypto/recoverywords.h"
#include "crypto/sealedstream.h"
#include "store/database.h"
#include "sync/engine/syncerengine.h"
#include "sync/format/signedfile.h"

#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <algorithm>

namespace inkstep {

namespace {

constexpr char mark = 'B';
constexpr qsizetype hashBytes = 32;
constexpr qsizetype parameterBytes = 24;
constexpr qsizetype sealedKeyBytes = keyBytes + 48;
constexpr qsizetype recordBytes = 1 + 8 + hashBytes;
constexpr qint64 longestRecord = 2ll << 30;
constexpr qint64 longestDatabase = 1ll << 30;

QByteArray boundTo(char kind) {
    return QByteArray("inkstep backup ") + kind;
}

class Writer {
public:
    Writer(StagedFile &file, Secret key) : m_file(file), m_key(std::move(key)) {}

    Status raw(QByteArrayView bytes) {
        m_all.add(bytes);
        return m_file.write(bytes);
    }
    Status record(char kind, QByteArrayView content) {
        QByteArray head(recordBytes, kind);
        qToBigEndian<quint64>(static_cast<quint64>(content.size()), head.data() + 1);
        head.replace(9, hashBytes, blobHash(content));
        const auto begun = raw(head);
        return begun ? raw(content) : begun;
    }
    Status sealedRecord(char kind, QByteArrayView plain) {
        return record(kind, sealStream(plain, m_key, boundTo(kind)));
    }
    Status end() {
        const QByteArray all = m_all.result();
        m_all = Hasher();
        return sealedRecord('z', all);
    }

private:
    StagedFile &m_file;
    Secret m_key;
    Hasher m_all;
};

std::vector<QByteArray> namesOfPictures(Database &db) {
    std::vector<QByteArray> names;
    Statement &row = db.use("SELECT name FROM blob ORDER BY role <> 'preview', device, seq");
    while (row.step())
        names.push_back(row.bytes(0));
    row.reset();
    return names;
}

// The file, read from its start to its end.
class Reader {
public:
    struct Record {
        char kind = 0;
        QByteArray content;
        QByteArray before; // hash of everything before it
    };
    explicit Reader(const QString &path) : m_file(path), m_path(path) {}

    Status open(const RecoveryWords &words) {
        if (!m_file.open(QIODevice::ReadOnly))
            return failure(m_file.error() == QFile::PermissionsError ? ErrorCode::NoPermission
                                                                     : ErrorCode::NotFound,
                           m_file.errorString(), m_path);
        const QByteArray start = m_file.read(signedfile::markBytes + parameterBytes + sealedKeyBytes);
        if (!start.startsWith("INKS") || start.size() < 6 || start[4] != mark)
            return failure(ErrorCode::BadInput,
                           QCoreApplication::translate("Sync", "It is not a copy that Inkstep made."),
                           m_path);
        if (start[5] != signedfile::version)
            return failure(ErrorCode::NewerVersion, QStringLiteral("backup"), m_path);
        if (start.size() < signedfile::markBytes + parameterBytes + sealedKeyBytes)
            return damaged(QStringLiteral("cut"));
        m_all.add(start);
        const auto parameters =
            RecoveryParameters::fromBytes(start.sliced(signedfile::markBytes, parameterBytes));
        // Nobody's file may ask for more than a tablet has.
        if (parameters.memory > (1u << 20) || parameters.passes > 20)
            return damaged(QStringLiteral("parameters"));
        const auto keys = words.keys(parameters);
        if (!keys)
            return passOn(keys);
        const auto key = keys->box.open(start.last(sealedKeyBytes));
        if (!key)
            return failure(ErrorCode::WrongKey, QStringLiteral("backup: other words"), m_path);
        m_key = *key;
        return {};
    }

    Result<Record> next() {
        const QByteArray head = m_file.read(recordBytes);
        if (head.size() < recordBytes)
            return damaged(QStringLiteral("cut"));
        Record record;
        record.kind = head[0];
        const auto size = qFromBigEndian<quint64>(head.constData() + 1);
        if (size > quint64(longestRecord) || qint64(size) > m_file.size() - m_file.pos())
            return damaged(QStringLiteral("length"));
        record.content = m_file.read(static_cast<qint64>(size));
        if (blobHash(record.content) != head.last(hashBytes))
            return damaged(QStringLiteral("hash"));
        Hasher before = m_all;
        record.before = before.result();
        m_all.add(head);
        m_all.add(record.content);
        if (record.kind != 'p') {
            auto plain = openStream(record.content, m_key, boundTo(record.kind));
            if (!plain)
                return damaged(QStringLiteral("seal"));
            record.content = std::move(*plain);
        }
        return record;
    }
    qint64 at() const { return m_file.pos(); }
    qint64 size() const { return m_file.size(); }
    tl::unexpected<Error> damaged(const QString &how) const {
        return failure(ErrorCode::Damaged, QStringLiteral("backup: ") + how, m_path);
    }

private:
    QFile m_file;
    QString m_path;
    Secret m_key;
    Hasher m_all;
};

// What is in the profile's folder while it comes back; all of it goes again unless it is kept.
class Coming {
public:
    Coming(QString folder, bool fresh) : m_folder(std::move(folder)), m_fresh(fresh) {}
    ~Coming() {
        if (!m_kept && m_fresh)
            QDir(m_folder).removeRecursively();
    }
    Coming(const Coming &) = delete;
    Coming &operator=(const Coming &) = delete;
    void keep() { m_kept = true; }

private:
    QString m_folder;
    bool m_fresh;
    bool m_kept = false;
};

} // namespace

Result<Backup> writeBackup(Notebook &notebook, Store::Parts parts, const QString &file,
                           const BackupProgress &progress, const std::function<bool()> &cancelled) {
    const auto info = notebook.info();
    if (!info)
        return passOn(info);
    // The words before the pictures: these only ever come to be, so that all it names that is here is in the
    // file.
    const auto database = notebook.store().copy();
    const auto names = notebook.store().read(namesOfPictures);
    if (!database)
        return passOn(database);
    if (!names)
        return passOn(names);
    const RecoveryWords words = RecoveryWords::generate(parts.random);
    RecoveryParameters parameters;
    parameters.salt = parts.random.bytes(16);
    const auto made = words.keys(parameters);
    if (!made)
        return passOn(made);
    QByteArray fresh = parts.random.bytes(keyBytes);
    const Secret key = Secret::take(fresh);
    const auto sealedKey = sealFor(made->box.publicKey(), key);
    if (!sealedKey)
        return passOn(sealedKey);
    const auto staged = parts.files.stage(QFileInfo(file).absolutePath());
    if (!staged)
        return passOn(staged);
    Writer writer(**staged, key);
    if (const auto begun = writer.raw(signedfile::mark(mark) + parameters.bytes() + *sealedKey); !begun)
        return passOn(begun);
    QCborMap about;
    about[0] = toBytes(notebook.id());
    about[1] = info->name;
    if (const auto put = writer.sealedRecord('i', about.toCborValue().toCbor()); !put)
        return passOn(put);
    auto keyFile = parts.files.read(keysPath(notebook));
    if (keyFile) {
        const Secret plain = Secret::take(*keyFile);
        if (const auto put = writer.sealedRecord('k', plain.bytes()); !put)
            return passOn(put);
    } else if (keyFile.error().code != ErrorCode::NotFound) { // never connected: there is none
        return passOn(keyFile);
    }
    if (const auto put = writer.sealedRecord('d', *database); !put)
        return passOn(put);
    Backup backup;
    backup.words = words.text();
    qint64 done = 0;
    for (const QByteArray &name : *names) {
        if (cancelled && cancelled())
            return failure(ErrorCode::Cancelled);
        if (progress)
            progress(++done, static_cast<qint64>(names->size()));
        const auto sealed = notebook.vault().sealed(name);
        if (!sealed || blobHash(*sealed) != name) {
            ++backup.missing;
            continue;
        }
        if (const auto put = writer.record('p', *sealed); !put)
            return passOn(put);
        ++backup.pictures;
    }
    if (const auto ended = writer.end(); !ended)
        return passOn(ended);
    if (const auto kept = (*staged)->commit(QFileInfo(file).absoluteFilePath()); !kept)
        return passOn(kept);
    return backup;
}

Result<Notebook *> restoreBackup(Profile &profile, Store::Parts parts, const QString &file,
                                 const QString &text, const BackupProgress &progress,
                                 const std::function<bool()> &cancelled) {
    const auto words = RecoveryWords::read(text);
    if (!words)
        return passOn(words);
    Reader reader(file);
    if (const auto opened = reader.open(*words); !opened)
        return passOn(opened);
    const auto first = reader.next();
    if (!first)
        return passOn(first);
    const QCborMap about = cborMap(first->content);
    const Id id = idFromBytes(about.value(0).toByteArray());
    const QString name = about.value(1).toString();
    if (first->kind != 'i' || id.isNull())
        return reader.damaged(QStringLiteral("begin"));
    const auto &entries = profile.entries();
    if (std::any_of(entries.begin(), entries.end(), [&](const auto &entry) { return entry.id == id; }))
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate("Sync", "“%1” is on this device already. Choose it where "
                                                           "the notebook's name stands.")
                           .arg(name));
    const QString folder = profile.folder() + QLatin1Char('/') + idText(id);
    Coming coming(folder, !parts.files.exists(folder));
    if (const auto prepared = parts.files.makeFolder(folder); !prepared)
        return passOn(prepared);
    Vault vault(folder, parts.files, parts.random);
    if (const auto prepared = vault.prepare(); !prepared)
        return passOn(prepared);
    QByteArray database;
    for (bool last = false; !last;) {
        if (cancelled && cancelled())
            return failure(ErrorCode::Cancelled);
        auto record = reader.next();
        if (!record)
            return passOn(record);
        if (progress)
            progress(reader.at(), reader.size());
        Status kept;
        switch (record->kind) {
        case 'k':
            kept = parts.files.save(folder + QStringLiteral("/keys"), record->content);
            break;
        case 'd':
            if (record->content.size() > longestDatabase)
                return reader.damaged(QStringLiteral("database"));
            database = std::move(record->content);
            break;
        case 'p':
            kept = vault.adopt(blobHash(record->content), record->content);
            break;
        case 'z':
            if (record->content != record->before || database.isEmpty())
                return reader.damaged(QStringLiteral("end"));
            last = true;
            break;
        default:
            return failure(ErrorCode::NewerVersion, QStringLiteral("backup: record"), file);
        }
        if (!kept)
            return passOn(kept);
    }
    // Once more, as key files are kept: readable by their owner only.
    const QString keys = folder + QStringLiteral("/keys");
    if (parts.files.exists(keys)) {
        const auto held = loadKeys(parts.files, keys);
        if (!held)
            return reader.damaged(QStringLiteral("keys"));
        if (const auto saved = saveKeys(parts.files, keys, *held); !saved)
            return passOn(saved);
    }
    // The database last: a folder without one is no notebook yet.
    if (const auto saved = parts.files.save(folder + QStringLiteral("/notebook.db"), database); !saved)
        return passOn(saved);
    auto notebook = profile.makeRoom(id, name);
    if (!notebook) // whole, and found by its folder: only the list of names could not be written
        notebook = profile.notebook(id);
    if (!notebook)
        return notebook;
    coming.keep();
    return notebook;
}

} // namespace inkstep
