#include "systemsecrets.h"

#include <QFile>
#include <QJsonDocument>

namespace inkstep {

Result<QString> FirstOf::read(const QString &name) {
    auto secret = m_system ? m_system->read(name) : Result<QString>(failure(ErrorCode::NotFound));
    m_locked = secret.has_value();
    return secret ? secret : m_file->read(name);
}

Status FirstOf::keep(const QString &name, const QString &secret) {
    m_locked = m_system && m_system->keep(name, secret);
    // Never in two places: the one that is found first would be the old one some day.
    return m_locked ? m_file->forget(name) : m_file->keep(name, secret);
}

Status FirstOf::forget(const QString &name) {
    if (m_system)
        static_cast<void>(
            m_system->forget(name)); // absent, or not to be reached: then it was never kept there
    return m_file->forget(name);
}

Result<QJsonObject> FileSecrets::all() {
    const auto bytes = m_files.read(m_path, 1 << 20);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
        return QJsonObject();
    if (!bytes)
        return passOn(bytes);
    return QJsonDocument::fromJson(*bytes).object();
}

Status FileSecrets::save(const QJsonObject &secrets) {
    if (secrets.isEmpty())
        return m_files.remove(m_path);
    if (const auto saved = m_files.save(m_path, QJsonDocument(secrets).toJson()); !saved)
        return saved;
    // Where permissions mean nothing this fails, and there is nothing more to be done.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<QString> FileSecrets::read(const QString &name) {
    const std::lock_guard lock(m_mutex);
    const auto secrets = all();
    if (!secrets)
        return passOn(secrets);
    if (!secrets->contains(name))
        return failure(ErrorCode::NotFound);
    return secrets->value(name).toString();
}

Status FileSecrets::keep(const QString &name, const QString &secret) {
    const std::lock_guard lock(m_mutex);
    auto secrets = all();
    if (!secrets)
        return passOn(secrets);
    secrets->insert(name, secret);
    return save(*secrets);
}

Status FileSecrets::forget(const QString &name) {
    const std::lock_guard lock(m_mutex);
    auto secrets = all();
    if (!secrets)
        return passOn(secrets);
    if (!secrets->contains(name))
        return {};
    secrets->remove(name);
    return save(*secrets);
}

std::unique_ptr<Secrets> systemSecrets(const QString &profileFolder, FileSystem &files) {
    return std::make_unique<FirstOf>(
        keychainSecrets(),
        std::make_unique<FileSecrets>(profileFolder + QStringLiteral("/passwords"), files));
}

} // namespace inkstep
