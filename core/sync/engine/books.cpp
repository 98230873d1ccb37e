#include "sync/engine/books.h"

#include "model/voice.h"
#include "store/devicenames.h"
#include "sync/format/snapshot.h"

namespace inkstep {

namespace {

constexpr const char *tables = R"sql(
CREATE TABLE IF NOT EXISTS sync_bundle (seq INTEGER PRIMARY KEY, last INTEGER NOT NULL, hash BLOB NOT NULL,
    bytes BLOB NOT NULL, sent INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS sync_device (id BLOB PRIMARY KEY, key BLOB NOT NULL, last INTEGER NOT NULL, hash BLOB,
    head BLOB, number INTEGER NOT NULL, seen INTEGER);
CREATE TABLE IF NOT EXISTS sync_invite (id BLOB PRIMARY KEY, key BLOB NOT NULL, device BLOB, deviceKey BLOB,
    told INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS sync_epoch (hash BLOB PRIMARY KEY, number INTEGER NOT NULL, author BLOB NOT NULL,
    bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS sync_kept (path TEXT PRIMARY KEY, device BLOB NOT NULL, last INTEGER NOT NULL,
    bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS sync_laid (name BLOB PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sync_collect (name BLOB PRIMARY KEY, deletions BLOB NOT NULL, seen BLOB NOT NULL,
    run INTEGER NOT NULL, state INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sync_link (device BLOB NOT NULL, first INTEGER NOT NULL, hash BLOB NOT NULL,
    last INTEGER NOT NULL, previous BLOB, stream BLOB NOT NULL, PRIMARY KEY (device, first, hash)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sync_branch (id BLOB PRIMARY KEY, device BLOB NOT NULL, parent BLOB NOT NULL,
    "end" INTEGER NOT NULL, endHash BLOB, hash BLOB NOT NULL, print BLOB, last INTEGER NOT NULL,
    lastHash BLOB) WITHOUT ROWID;
)sql";

const QString prefix = QStringLiteral("sync.");

// What the column "sent" of a bundle says.
enum Sending { Closed = 0, Sent = 1, Trimmed = 2, Tried = 3 };

} // namespace

Status Books::prepare() {
    if (m_prepared)
        return {};
    const Status made = m_store.keepBooks([](Database &db) { db.exec(tables); });
    m_prepared = made.has_value();
    return made;
}

Result<QByteArray> Books::value(const QString &name) {
    return m_store.read([&](Database &db) {
        Statement &row = db.use("SELECT value FROM meta WHERE name = ?").with(prefix + name);
        const QByteArray bytes = row.step() ? row.bytes(0) : QByteArray();
        row.reset();
        return bytes;
    });
}

Status Books::setValue(const QString &name, const QByteArray &value) {
    return m_store.keepBooks([&](Database &db) { writeValue(db, name, value); });
}

void Books::writeValue(Database &db, const QString &name, const QByteArray &value) {
    if (value.isEmpty())
        db.use("DELETE FROM meta WHERE name = ?").with(prefix + name).run();
    else
        db.use("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)").with(prefix + name, value).run();
}

void Books::beginAgain(Database &db, const Device &was, const Id &now) {
    db.exec("DELETE FROM sync_bundle");
    db.use("INSERT OR REPLACE INTO sync_device (id, key, last, hash, head, number, seen) "
           "VALUES (?, ?, ?, ?, x'', 0, NULL)")
        .with(was.member.device, was.member.signingKey, was.last, was.lastHash)
        .run();
    db.use("UPDATE blob SET sent = 0 WHERE device = (SELECT no FROM device WHERE id = ?)").with(now).run();
    // Pictures of ours that never arrived would wait for the other one to send them, who may not have them.
    db.use("UPDATE blob SET device = (SELECT no FROM device WHERE id = ?) "
           "WHERE here = 1 AND sent IN (0, 2) AND device = (SELECT no FROM device WHERE id = ?)")
        .with(now, was.member.device)
        .run();
    db.exec("DELETE FROM sync_collect WHERE state = 0");
}

Result<std::vector<Books::Bundle>> Books::bundles() {
    return m_store.read([](Database &db) {
        std::vector<Bundle> bundles;
        Statement &row = db.use("SELECT seq, hash, last, sent, substr(bytes, 1, 28), length(bytes) FROM "
                                "sync_bundle ORDER BY seq");
        while (row.step()) {
            const qint64 state = row.number(3);
            bundles.push_back({{quint64(row.number(0)), row.bytes(1)},
                               quint64(row.number(2)),
                               state == Sent || state == Trimmed,
                               state != Closed,
                               state == Trimmed,
                               epochOf(row.bytes(4)),
                               row.number(5)});
        }
        row.reset();
        return bundles;
    });
}

Status Books::setTried(quint64 sequence) {
    return m_store.keepBooks([&](Database &db) {
        db.use("UPDATE sync_bundle SET sent = ? WHERE seq = ? AND sent = 0").with(int(Tried), sequence).run();
    });
}

Status Books::setTrimmed(quint64 sequence) {
    return m_store.keepBooks([&](Database &db) {
        db.use("UPDATE sync_bundle SET sent = ?, bytes = x'' WHERE seq = ?")
            .with(int(Trimmed), sequence)
            .run();
    });
}

Status Books::reopenBundles(const EpochName &current) {
    const auto all = bundles();
    if (!all)
        return passOn(all);
    quint64 from = 0;
    for (const Bundle &bundle : *all) {
        if (bundle.tried)
            from = 0; // what lies before one that somebody may have stays
        else if (from == 0 && bundle.epoch != current)
            from = bundle.name.sequence;
    }
    if (from == 0)
        return {};
    return m_store.keepBooks(
        [&](Database &db) { db.use("DELETE FROM sync_bundle WHERE seq >= ?").with(from).run(); });
}

Result<std::vector<Books::Epoch>> Books::epochs() {
    return m_store.read([](Database &db) {
        std::vector<Epoch> epochs;
        Statement &row = db.use("SELECT number, hash, author, bytes FROM sync_epoch ORDER BY number, hash");
        while (row.step())
            epochs.push_back({{quint64(row.number(0)), row.bytes(1)}, row.id(2), row.bytes(3)});
        row.reset();
        return epochs;
    });
}

Status Books::addEpoch(const Epoch &epoch) {
    return m_store.keepBooks([&](Database &db) {
        db.use("INSERT OR REPLACE INTO sync_epoch (number, hash, author, bytes) VALUES (?, ?, ?, ?)")
            .with(epoch.name.sequence, epoch.name.hash, epoch.author, epoch.bytes)
            .run();
    });
}

Status Books::keepFile(const Kept &file) {
    return m_store.keepBooks([&](Database &db) {
        db.use("INSERT OR REPLACE INTO sync_kept (path, device, last, bytes) VALUES (?, ?, ?, ?)")
            .with(file.path, file.device, file.last, file.bytes)
            .run();
    });
}

Result<QByteArray> Books::keptFile(const QString &path) {
    return m_store.read([&](Database &db) {
        Statement &row = db.use("SELECT bytes FROM sync_kept WHERE path = ?").with(path);
        const QByteArray bytes = row.step() ? row.bytes(0) : QByteArray();
        row.reset();
        return bytes;
    });
}

Status Books::dropKept(const Id &device, quint64 upTo) {
    return m_store.keepBooks([&](Database &db) {
        db.use("DELETE FROM sync_kept WHERE device = ? AND last > 0 AND last <= ?").with(device, upTo).run();
    });
}

Status Books::dropKeptOfOtherEpochs(const EpochName &current) {
    return m_store.keepBooks([&](Database &db) {
        std::vector<QString> old;
        Statement &row = db.use("SELECT path, substr(bytes, 1, 28) FROM sync_kept WHERE last > 0");
        while (row.step()) {
            if (epochOf(row.bytes(1)) != current)
                old.push_back(row.text(0));
        }
        row.reset();
        for (const QString &path : old)
            db.use("DELETE FROM sync_kept WHERE path = ?").with(path).run();
    });
}

Result<QString> Books::deviceName(const Id &device) {
    return m_store.read([&](Database &db) { return inkstep::deviceName(db, device); });
}

Status Books::keepDeviceName(const Id &device, const QString &name) {
    return m_store.keepBooks([&](Database &db) { inkstep::keepDeviceName(db, device, name); });
}

Status Books::dropInvite(const Id &invite) {
    return m_store.keepBooks(
        [&](Database &db) { db.use("DELETE FROM sync_invite WHERE id = ?").with(invite).run(); });
}

Result<QByteArray> Books::bytes(quint64 sequence) {
    return m_store.read([&](Database &db) {
        Statement &row = db.use("SELECT bytes FROM sync_bundle WHERE seq = ?").with(sequence);
        const QByteArray bytes = row.step() ? row.bytes(0) : QByteArray();
        row.reset();
        return bytes;
    });
}

Status Books::addBundle(const Bundle &bundle, const QByteArray &bytes) {
    return m_store.keepBooks([&](Database &db) {
        db.use("INSERT INTO sync_bundle (seq, last, hash, bytes, sent) VALUES (?, ?, ?, ?, ?)")
            .with(bundle.name.sequence, bundle.last, bundle.name.hash, bytes, int(Closed))
            .run();
    });
}

Status Books::setSent(quint64 sequence, bool sent) {
    return m_store.keepBooks([&](Database &db) {
        db.use("UPDATE sync_bundle SET sent = ? WHERE seq = ? AND sent <> 2")
            .with(int(sent ? Sent : Tried), sequence)
            .run();
    });
}

Result<std::vector<Books::Picture>> Books::pictures(std::string_view which, const std::optional<Id> &about,
                                                    quint64 after) {
    const std::string sql =
        "SELECT b.name, b.key, b.size, d.id, b.seq, b.role, b.entity, b.sent, b.here FROM "
        "blob b JOIN device d ON d.no = b.device WHERE " +
        std::string(which) + " ORDER BY b.role <> 'preview', b.device, b.seq";
    return m_store.read([&](Database &db) {
        std::vector<Picture> pictures;
        Statement &row = about ? db.use(sql).with(*about, after) : db.use(sql);
        while (row.step()) {
            Picture one{{row.bytes(0), row.bytes(1), row.number(2)},
                        row.id(3),
                        quint64(row.number(4)),
                        row.text(5) == QLatin1StringView("preview"),
                        row.id(6),
                        row.number(7) != 0,
                        row.number(8) != 0};
            pictures.push_back(std::move(one));
        }
        row.reset();
        return pictures;
    });
}

Result<std::vector<Books::Picture>> Books::picturesToSend() {
    if (const auto back = takeBackCollected(); !back)
        return passOn(back);
    return pictures("b.sent = 0 AND b.here = 1 AND d.id = ?1 AND b.seq > ?2", m_store.device());
}

Result<std::vector<Books::Picture>> Books::picturesMissing() {
    return pictures("b.here = 0");
}

Result<std::vector<Books::Picture>> Books::ownPictures(quint64 after) {
    return pictures("b.here = 1 AND d.id = ?1 AND b.seq > ?2", m_store.device(), after);
}

Result<std::vector<Books::Picture>> Books::picturesOf(const Id &entity) {
    return pictures("b.entity = ?1 AND b.seq > ?2", entity);
}

Result<Books::OwnPictures> Books::countOwnPictures() {
    if (const auto back = takeBackCollected(); !back)
        return passOn(back);
    return m_store.read([this](Database &db) {
        Statement &row = db.use("SELECT count(*), total(b.sent = 0), count(DISTINCT CASE WHEN b.sent = 0 "
                                "THEN b.entity END) "
                                "FROM blob b JOIN device d ON d.no = b.device WHERE b.here = 1 AND d.id = ?")
                             .with(m_store.device());
        OwnPictures count;
        if (row.step())
            count = {int(row.number(0)), int(row.number(1)), int(row.number(2))};
        row.reset();
        return count;
    });
}

Result<std::vector<Books::Picture>> Books::allPictures() {
    return pictures("1");
}

Status Books::pictureLost(const QByteArray &name) {
    return m_store.keepBooks(
        [&](Database &db) { db.use("UPDATE blob SET sent = 0 WHERE name = ?").with(name).run(); });
}

Status Books::keepLaid(const QByteArray &name) {
    return m_store.keepBooks(
        [&](Database &db) { db.use("INSERT OR IGNORE INTO sync_laid (name) VALUES (?)").with(name).run(); });
}

Status Books::dropLaid(const QByteArray &name) {
    return m_store.keepBooks(
        [&](Database &db) { db.use("DELETE FROM sync_laid WHERE name = ?").with(name).run(); });
}

Status Books::pictureSent(const QByteArray &name) {
    return m_store.keepBooks(
        [&](Database &db) { db.use("UPDATE blob SET sent = 1 WHERE name = ?").with(name).run(); });
}

Result<bool> Books::pictureHere(const QByteArray &name) {
    bool named = false;
    const auto kept = m_store.keepBooks(
        [&](Database &db) {
            db.use("UPDATE blob SET sent = 1, here = 1 WHERE name = ?").with(name).run();
            named = sqlite3_changes(db.handle()) > 0;
        },
        kindsOf<Page, Voice>());
    if (!kept)
        return passOn(kept);
    return named;
}

Status Books::forgetWhatWasSent() {
    return m_store.keepBooks([](Database &db) {
        db.use("UPDATE blob SET sent = 0 WHERE sent = 1").run();
        db.use("DELETE FROM sync_collect WHERE state = 0").run();
        db.use("UPDATE sync_bundle SET sent = 3 WHERE sent = 1").run();
    });
}

Result<std::vector<Books::Device>> Books::devices() {
    return m_store.read([](Database &db) {
        std::vector<Device> devices;
        Statement &row =
            db.use("SELECT id, key, last, hash, head, number, seen FROM sync_device ORDER BY id");
        while (row.step()) {
            Device one{{row.id(0), row.bytes(1)},
                       quint64(row.number(2)),
                       row.bytes(3),
                       row.bytes(4),
                       quint64(row.number(5)),
                       {}};
            if (!row.isNull(6))
                one.seenAt = fromMs(row.number(6));
            devices.push_back(std::move(one));
        }
        row.reset();
        return devices;
    });
}

Status Books::keepDevice(const Device &device) {
    return m_store.keepBooks([&](Database &db) { writeDevice(db, device); });
}

void Books::writeDevice(Database &db, const Device &device) {
    db.use("INSERT OR REPLACE INTO sync_device (id, key, last, hash, head, number, seen) "
           "VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(device.member.device, device.member.signingKey, device.last, device.lastHash, device.head,
              device.headNumber, device.seenAt ? Value{qint64(toMs(*device.seenAt))} : Value{})
        .run();
}

Result<std::vector<Books::OwnInvite>> Books::invites() {
    return m_store.read([](Database &db) {
        std::vector<OwnInvite> invites;
        Statement &row = db.use("SELECT id, key, device, deviceKey, told FROM sync_invite ORDER BY id");
        while (row.step())
            invites.push_back({{row.id(0), row.bytes(1), {row.id(2), row.bytes(3)}}, row.number(4) != 0});
        row.reset();
        return invites;
    });
}

Status Books::keepInvite(const OwnInvite &invite) {
    const Member &answered = invite.record.answered;
    return m_store.keepBooks([&](Database &db) {
        db.use("INSERT OR REPLACE INTO sync_invite (id, key, device, deviceKey, told) VALUES (?, ?, ?, ?, ?)")
            .with(invite.record.id, invite.record.answerKey,
                  answered.device.isNull() ? QByteArray() : toBytes(answered.device), answered.signingKey,
                  invite.told)
            .run();
    });
}

Result<int> Books::editsAfter(quint64 sequence) {
    const Id self = m_store.device();
    return m_store.read([&](Database &db) {
        Statement &row =
            db.use("SELECT count(*) FROM edit WHERE device = (SELECT no FROM device WHERE id = ?) "
                   "AND first > ?")
                .with(self, sequence);
        row.step();
        const int count = static_cast<int>(row.number(0));
        row.reset();
        return count;
    });
}

} // namespace inkstep
