// Small secrets of a person, kept by the system's own keystore where there is one. In: a name and a secret.
// Out: the secret again, on this device, for this person; whether the system locks it or only a file's
// permissions do.
#pragma once

#include "base/base.h"

#include <QJsonObject>
#include <atomic>
#include <memory>
#include <mutex>

namespace inkstep {

// The system's keystore first; where it does not answer or refuses, `file`.
class FirstOf final : public Secrets {
public:
    FirstOf(std::unique_ptr<Secrets> system, std::unique_ptr<Secrets> file)
        : m_system(std::move(system)), m_file(std::move(file)) {}

    Result<QString> read(const QString &name) override;
    Status keep(const QString &name, const QString &secret) override;
    Status forget(const QString &name) override;
    bool lockedBySystem() const override { return m_locked; }

private:
    std::unique_ptr<Secrets> m_system;
    std::unique_ptr<Secrets> m_file;
    std::atomic<bool> m_locked = false;
};

// One file for all, readable by its owner only (where the file system knows owners).
class FileSecrets final : public Secrets {
public:
    FileSecrets(QString path, FileSystem &files) : m_path(std::move(path)), m_files(files) {}

    Result<QString> read(const QString &name) override;
    Status keep(const QString &name, const QString &secret) override;
    Status forget(const QString &name) override;
    bool lockedBySystem() const override { return false; }

private:
    Result<QJsonObject> all();
    Status save(const QJsonObject &secrets);

    QString m_path;
    FileSystem &m_files;
    std::mutex m_mutex;
};

// The platform's own, or null where this build has none.
std::unique_ptr<Secrets> keychainSecrets();

// What a profile in this folder uses.
std::unique_ptr<Secrets> systemSecrets(const QString &profileFolder, FileSystem &files);

} // namespace inkstep
