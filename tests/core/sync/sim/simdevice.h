#pragma once

#include "core/sync/sim/simfiles.h"
#include "support/fakes.h"
#include "sync/engine/syncer.h"

namespace inkstep::sim {

// What everybody may look at: the files, and all that was ever announced as saved.
struct World {
    explicit World(const QString &root) : shared(root + QStringLiteral("/shared")) {
        disk.folders.insert(shared);
    }
    QString shared;
    Disk disk;
    std::vector<EditRecord> journal;
    std::map<QByteArray, std::pair<BlobRef, QByteArray>> pictures; // by name, with the plain bytes
};

// One tablet, its clock and its power.
class SimDevice {
public:
    SimDevice(World &world, QString folder, int number, quint64 seed);

    bool joined() const { return m_syncer != nullptr; }
    void begin();
    // False: not now.
    bool join(SimDevice &inviter);
    void write(quint64 seed);
    void sync(const Faults &faults);
    void reopen();
    void jump(quint64 seed);
    void erase(quint64 seed);
    void takeOut(SimDevice &other);
    bool out(); // it was told that it is out

    Notebook &notebook() { return *m_notebook; }
    Syncer &syncer() { return *m_syncer; }
    Store &store() { return m_notebook->store(); }
    int steps() const { return m_files.steps(); } // of the file system, in the last run
    const QString &lastProblem() const { return m_lastProblem; }

private:
    // Runs `work`; when the power goes in it, the tablet starts again.
    void powered(const Faults &faults, const std::function<void()> &work);
    void close();
    void open();
    void use(Notebook *notebook);
    void note(); // what was committed goes into the journal
    void commit(const Edit &edit);
    void photograph(Chance &chance);
    std::optional<Id> pick(Chance &chance, const char *kind);

    World &m_world;
    QString m_folder;
    int m_number;
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    SimFiles m_files;
    Store::Parts m_parts;
    std::unique_ptr<Profile> m_profile;
    Notebook *m_notebook = nullptr;
    std::unique_ptr<Syncer> m_syncer;
    quint64 m_noted = 0;
    QString m_lastProblem;
};

} // namespace inkstep::sim
