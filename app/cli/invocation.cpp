#include "cli/invocation.h"

#include "sync/remote/serveraddress.h"
#include "systemsecrets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace inkstep {

QString cliText(const char *text) {
    return QCoreApplication::translate("Cli", text);
}

Invocation::Invocation(const QCommandLineParser &options, QStringList words, Store::Parts parts,
                       Console &console)
    : m_options(options), m_words(std::move(words)),
      m_secrets(systemSecrets(profileFolder(), parts.files)), m_parts{parts.files, parts.clock, parts.random,
                                                                      m_secrets.get()},
      m_console(console) {}

Result<std::optional<ServerKey>> Invocation::serverKey(const QString &place) {
    if (!isServer(place) && !isNoFolder(place) && !has(QStringLiteral("user")))
        return std::optional<ServerKey>();
    const auto address = serverAddress(place, value(QStringLiteral("user")));
    if (!address)
        return passOn(address);
    ServerKey key{address->user, qEnvironmentVariable("INKSTEP_PASSWORD"), {}};
    if (key.password.isEmpty())
        key.password = QString::fromUtf8(m_console.input()).section(QLatin1Char('\n'), 0, 0);
    if (has(QStringLiteral("fingerprint"))) {
        key.fingerprint = HttpLine::fingerprintFrom(value(QStringLiteral("fingerprint")));
        if (key.fingerprint.isEmpty())
            return failure(ErrorCode::BadInput,
                           cliText("A fingerprint is 64 of the characters 0 to 9 and A to F."));
    }
    return std::optional(key);
}

QString Invocation::profileFolder() const {
    const QString given = value(QStringLiteral("profile"));
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : given;
}

Result<Profile *> Invocation::profile() {
    if (!m_profile) {
        m_madeFolder = !m_parts.files.exists(profileFolder());
        auto opened = Profile::open(profileFolder(), m_parts);
        if (!opened)
            return passOn(opened);
        m_profile = std::move(*opened);
    }
    return m_profile.get();
}

void Invocation::leaveNothingBehind() {
    m_profile.reset();
    if (m_madeFolder)
        QDir().rmdir(profileFolder()); // refuses when there is anything in it, which is what is wanted
}

Result<Profile *> Invocation::profileInUse() {
    const auto empty = [&] {
        return failure(
            ErrorCode::BadInput,
            cliText("No notebook is in it yet. “inkstep roster FILE” starts one from a list of names."),
            profileFolder());
    };
    if (!m_parts.files.exists(profileFolder()))
        return empty();
    const auto opened = profile();
    if (opened && (*opened)->entries().empty())
        return empty();
    return opened;
}

Result<Notebook *> Invocation::notebook() {
    const auto opened = profileInUse();
    if (!opened)
        return passOn(opened);
    return (*opened)->find(value(QStringLiteral("notebook")));
}

Result<QByteArray> Invocation::file(const QString &path, qint64 limit) {
    if (path == QLatin1StringView("-"))
        return m_input ? *m_input : *(m_input = m_console.input()); // there once, asked for twice
    if (QFileInfo(path).isDir())
        return folderForFile(path);
    return m_parts.files.read(path, limit);
}

tl::unexpected<Error> Invocation::folderForFile(const QString &path) const {
    return failure(ErrorCode::BadInput, cliText("It is a folder; name a file in it."), path);
}

tl::unexpected<Error> Invocation::wrongUse(const QString &sentence) {
    m_usedWrongly = true;
    return failure(ErrorCode::BadInput, sentence);
}

} // namespace inkstep
