// A world of tablets and a shared folder in memory: file systems that crash, tear, hide, go stale and fill up
// as a seed says, a naive merge to compare with, and a script of what people do. In: a seed. Out: nothing, or
// what came out wrong and the shortest script that shows it.
#pragma once

#include "base/filesystem.h"

#include <map>
#include <random>
#include <set>

namespace inkstep::sim {

// The power goes. Thrown out of a file-system step and caught where the tablet is held.
struct Crash {};

using Chance = std::mt19937_64;
inline bool oneIn(Chance &chance, unsigned n) {
    return chance() % n == 0;
}

// Every file of the world, by absolute path. What is here is on the disk: durable.
struct Disk {
    std::map<QString, QByteArray> files;
    std::set<QString> folders;
};

// What may go wrong during one step of the script.
struct Faults {
    quint64 seed = 0;
    int crashAfter = -1;  // file-system steps until the power goes; -1: it stays
    int failEvery = 0;    // one step in so many fails; 0: none
    int strangeEvery = 0; // one look into the shared folder in so many is stale or cut; 0: none
    bool fullPlace = false;
};

// The file system as one tablet sees it. Databases lie in a real folder (SQLite does its own writing), so
// folders are made there too.
class SimFiles final : public FileSystem {
public:
    SimFiles(Disk &disk, QString shared) : m_disk(disk), m_shared(std::move(shared)) {}

    void begin(const Faults &faults);
    void end(); // no more faults
    // After a crash: what was not synced may be gone or back.
    void recover();
    bool crashed() const { return m_dead; }
    int steps() const { return m_steps; }

    Result<QByteArray> read(const QString &path, qint64 limit) override;
    Result<std::unique_ptr<StagedFile>> stage(const QString &folder) override;
    Result<std::vector<FileEntry>> list(const QString &folder) override;
    Status makeFolder(const QString &path) override;
    Status remove(const QString &path) override;
    Status settle(const QString &folder) override;
    bool exists(const QString &path) override;
    qint64 size(const QString &path) override;

private:
    class Staged;
    bool shared(const QString &path) const { return path.startsWith(m_shared); }
    // The step's own failure, or the end of the program.
    std::optional<Error> step(const QString &path, bool writes);
    void keep(const QString &path, const QByteArray &bytes);

    Disk &m_disk;
    QString m_shared;
    Faults m_faults;
    Chance m_chance;
    int m_steps = 0;
    bool m_dead = false;
    std::map<QString, QByteArray> m_removed; // not synced yet
    std::map<QString, QByteArray> m_before;  // what replaced files of the shared folder held before
};

} // namespace inkstep::sim
