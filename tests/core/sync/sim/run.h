// One world and what happens in it: run.cpp takes the steps, comparing.cpp says what came out wrong.
#pragma once

#include "core/sync/sim/simdevice.h"
#include "core/sync/sim/simulation.h"

#include <QTemporaryDir>

namespace inkstep::sim {

class Run {
public:
    explicit Run(quint64 seed);
    void step(const Step &step);
    QString calm(); // what came out wrong; empty if nothing

private:
    QString folderOf(int number) const { return m_folder.filePath(QStringLiteral("tablet%1").arg(number)); }
    std::map<QString, QByteArray> shared() const;
    void setShared(const std::map<QString, QByteArray> &files);
    std::vector<QString> sharedFiles() const; // but vault.json
    void hide(Chance &chance);
    void copy(Chance &chance);
    void mend();
    void join(SimDevice &device, Chance &chance);
    void clone(SimDevice &device);
    void apart(SimDevice &device, Chance &chance);
    void retireGhosts();

    QString compare();
    QString compareOne(SimDevice &device, const NaiveMerge &model, const std::set<int> &members);
    NaiveMerge journalModel(SimDevice &device, const std::set<Id> &ids);
    NaiveMerge heldModel(SimDevice &device);
    QString nothingLost(SimDevice &device, const std::set<int> &members);
    QString wrongRows(SimDevice &device, const NaiveMerge &model);
    QString wrongPictures(SimDevice &device, const NaiveMerge &model, const std::set<int> &members,
                          bool &waitsForTheGone);
    std::vector<SimDevice *> members();
    std::set<QByteArray> storedPictures() const;

    QTemporaryDir m_folder;
    World m_world;
    quint64 m_seed = 0;
    std::vector<std::unique_ptr<SimDevice>> m_devices;
    std::map<QString, QByteArray> m_archive;
    std::map<QString, QByteArray> m_hidden;
    std::set<Id> m_erased;
};

} // namespace inkstep::sim
