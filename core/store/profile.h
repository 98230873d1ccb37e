#pragma once

#include "model/entities.h"
#include "store/store.h"
#include "store/vault.h"

#include <QLockFile>

namespace inkstep {

// One notebook of a profile: its words, its pictures, its folder.
class Notebook {
public:
    Notebook(const Id &id, QString folder, std::unique_ptr<Store> store, Store::Parts parts)
        : m_id(id), m_folder(std::move(folder)), m_vault(m_folder, parts.files, parts.random),
          m_store(std::move(store)) {}

    const Id &id() const { return m_id; }
    const QString &folder() const { return m_folder; }
    Store &store() { return *m_store; }
    Vault &vault() { return m_vault; }
    Result<NotebookInfo> info();

private:
    Id m_id;
    QString m_folder;
    Vault m_vault;
    std::unique_ptr<Store> m_store;
};

// A person's folder on this device: profile.json and a folder a notebook. One program has it open at a time.
class Profile {
public:
    // Makes the folder if it is not there. InUse, NewerVersion, NoPermission, DiskFull.
    static Result<std::unique_ptr<Profile>> open(const QString &folder, Store::Parts parts);

    struct Entry {
        Id id;
        QString name;
    };
    const QString &folder() const { return m_folder; }
    const std::vector<Entry> &entries() const { return m_entries; }
    // The notebook shown last; null in a new profile.
    Id current() const { return m_current; }
    Status setCurrent(const Id &id);

    Result<Notebook *> create(const QString &name, NotebookKind kind);
    // An empty place for a notebook that comes from elsewhere, under its own id.
    Result<Notebook *> makeRoom(const Id &id, const QString &name);
    Result<Notebook *> notebook(const Id &id); // opened on first use
    // By id, by exact name, or the current one for an empty text. NotFound; Ambiguous lists the ids.
    Result<Notebook *> find(const QString &nameOrId);
    // Names may have changed inside a notebook: keeps the list in step.
    Status rename(const Id &id, const QString &name);

private:
    Profile(QString folder, Store::Parts parts);
    Status read();
    Status write();

    QString m_folder;
    Store::Parts m_parts;
    QLockFile m_lock;
    std::vector<Entry> m_entries;
    Id m_current;
    std::vector<std::unique_ptr<Notebook>> m_open;
};

} // namespace inkstep
