// Profiles and stores that are copied and put back, as people do it: as folders.
#pragma once

#include "core/sync/class.h"

#include <QProcess>

namespace inkstep::test {

inline bool says(const SyncReport &report, ErrorCode code) {
    return std::any_of(report.problems.begin(), report.problems.end(),
                       [&](const Error &problem) { return problem.code == code; });
}

inline void copyFolder(const QString &from, const QString &to) {
    QProcess cp;
    cp.start(QStringLiteral("cp"), {QStringLiteral("-r"), from + QStringLiteral("/."), to});
    if (!cp.waitForFinished() || cp.exitCode() != 0)
        qFatal("cp failed");
}

// The store is what it was when it was copied to `older`.
inline void putStoreBack(const Class &room, const QTemporaryDir &older) {
    if (!QDir(room.place()).removeRecursively() || !QDir().mkpath(room.place()))
        qFatal("the store cannot be put back");
    copyFolder(older.path(), room.place());
}

// The tablet's profile as a folder, closed while it is copied.
struct Copy {
    explicit Copy(Tablet &of) {
        close(of);
        copyFolder(of.folder.path(), folder.path());
        of.open();
    }
    static void close(Tablet &tablet) {
        tablet.syncer.reset();
        tablet.notebook = nullptr;
        tablet.profile.reset();
    }
    void putInto(Tablet &tablet) const {
        close(tablet);
        QDir(tablet.folder.path()).removeRecursively();
        QDir().mkpath(tablet.folder.path());
        copyFolder(folder.path(), tablet.folder.path());
        tablet.open();
    }
    QTemporaryDir folder;
};

inline int notes(Tablet &tablet) {
    return tablet.store()
        .read([](Database &db) {
            Statement &row = db.use("SELECT count(*) FROM note WHERE deleted = 0");
            row.step();
            const int count = static_cast<int>(row.number(0));
            row.reset();
            return count;
        })
        .value();
}

inline void syncAll(std::initializer_list<Tablet *> tablets, int rounds = 4) {
    for (int i = 0; i < rounds; ++i) {
        for (Tablet *tablet : tablets)
            static_cast<void>(tablet->sync());
    }
}

// Whether any note has words to choose between.
inline bool anyChoice(Tablet &tablet) {
    return tablet.store()
        .read([](Database &db) {
            Statement &row = db.use("SELECT 1 FROM note WHERE versions > 1");
            const bool found = row.step();
            row.reset();
            return found;
        })
        .value();
}

} // namespace inkstep::test
