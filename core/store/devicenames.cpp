#include "store/devicenames.h"

namespace inkstep {

void prepareDeviceNames(Database &db) {
    db.exec("CREATE TABLE IF NOT EXISTS sync_name (id BLOB PRIMARY KEY, name TEXT NOT NULL)");
}

QString deviceName(Database &db, const Id &device) {
    Statement &row = db.use("SELECT name FROM sync_name WHERE id = ?").with(device);
    const QString name = row.step() ? row.text(0) : QString();
    row.reset();
    return name;
}

void keepDeviceName(Database &db, const Id &device, const QString &name) {
    db.use("INSERT OR REPLACE INTO sync_name (id, name) VALUES (?, ?)").with(device, name).run();
}

} // namespace inkstep
