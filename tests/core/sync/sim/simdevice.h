#pragma once

#include "core/sync/sim/simfiles.h"
#include "support/fakes.h"
#include "sync/engine/syncer.h"

namespace inkstep::sim {

// An edit that was announced as saved, and on which tablet.
struct Announced {
    EditRecord edit;
    int tablet = 0;
    bool owed = true; // false: the tablet was put back to before it
};

// What everybody may look at: the files, and all that was ever announced as saved.
struct World {
    explicit World(const QString &root) : shared(root + QStringLiteral("/shared")) {
        disk.folders.insert(shared);
    }
    QString shared;
    Disk disk;
    std::vector<Announced> journal;
    bool namesChange = false; // somebody was copied or put back, and may take another name
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
    void wait(std::chrono::milliseconds time) { m_clock.advance(time); }
    void erase(quint64 seed);
    void takeOut(SimDevice &other);
    bool out(); // it was told that it is out
    void newKeys();
    void retire(const Id &device) { static_cast<void>(m_syncer->retireDevice(device)); }
    // Another tablet that begins with this one's profile as it is now.
    std::unique_ptr<SimDevice> copied(const QString &folder, int number, quint64 seed);
    void keepCopy(); // of the profile, elsewhere
    void putBack();  // to that copy, if there is one
    int number() const { return m_number; }

    Notebook &notebook() { return *m_notebook; }
    Syncer &syncer() { return *m_syncer; }
    Store &store() { return m_notebook->store(); }
    int steps() const { return m_files.steps(); } // of the file system, in the last run
    const QString &lastProblem() const { return m_lastProblem; }
    bool lacksKey() const { return m_lacksKey; } // at the last sync

    // Runs `work`; when the power goes in it, the tablet starts again.
    void powered(const Faults &faults, const std::function<void()> &work);

private:
    void close();
    void open();
    void copyProfile(const QString &from, const QString &to);
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
    Id m_notedAs;
    std::size_t m_keptAt = 0; // length of the journal when the profile was kept
    bool m_kept = false;
    QString m_lastProblem;
    bool m_lacksKey = false;
};

} // namespace inkstep::sim
