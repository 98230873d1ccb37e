#pragma once

#include "cli/console.h"
#include "store/profile.h"
#include "sync/remote/httpline.h"

#include <QCommandLineParser>
#include <optional>

namespace inkstep {

// In the language of this person.
QString cliText(const char *text);

// One verb being run: its options and words, and what they open.
class Invocation {
public:
    Invocation(const QCommandLineParser &options, QStringList words, Store::Parts parts, Console &console);

    const QStringList &words() const { return m_words; } // after the verb
    bool has(const QString &option) const { return m_options.isSet(option); }
    QString value(const QString &option) const { return m_options.value(option); }
    QStringList values(const QString &option) const {
        return m_options.values(option);
    } // given several times
    bool json() const { return has(QStringLiteral("json")); }
    Console &console() { return m_console; }
    Store::Parts parts() const { return m_parts; }
    // What opens a server's door as the command line, the environment and the input give it; empty for a
    // folder.
    Result<std::optional<ServerKey>> serverKey(const QString &place);

    // --profile, else this person's own.
    QString profileFolder() const;
    // Opened, or made when it is not there. Held until the verb ends.
    Result<Profile *> profile();
    // Lets the profile go; a folder that was made for it and holds nothing goes with it.
    void leaveNothingBehind();
    // The same as profile(), but a folder that holds no notebook is an error that says how to start, and
    // stays as it was.
    Result<Profile *> profileInUse();
    // --notebook in that profile, else the one shown last.
    Result<Notebook *> notebook();
    // Bytes of a file named on the command line; "-" is the input. `limit` in bytes.
    Result<QByteArray> file(const QString &path, qint64 limit);
    // What to say when a folder is named where a file is wanted.
    tl::unexpected<Error> folderForFile(const QString &path) const;

    // What stands for "what is safe" in the sentence when the verb fails after part of its work was done.
    void setSafe(const QString &sentence) { m_safe = sentence; }
    const QString &safe() const { return m_safe; }
    // The arguments do not fit together: the verb did nothing, the program exits with 2.
    tl::unexpected<Error> wrongUse(const QString &sentence);
    bool usedWrongly() const { return m_usedWrongly; }

private:
    const QCommandLineParser &m_options;
    QStringList m_words;
    std::unique_ptr<Secrets> m_secrets; // before what was made with them
    Store::Parts m_parts;
    Console &m_console;
    std::optional<QByteArray> m_input;
    std::unique_ptr<Profile> m_profile;
    QString m_safe;
    bool m_usedWrongly = false;
    bool m_madeFolder = false;
};

} // namespace inkstep
