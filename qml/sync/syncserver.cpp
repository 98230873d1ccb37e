#include "days.h"
#include "sync/format/joincode.h"
#include "sync/remote/serveraddress.h"
#include "syncservice.h"

#include <QHostInfo>
#include <QLocale>

namespace inkstep {

namespace {

// Of a join: what came, and what it is called.
using Joined = std::pair<Id, QString>;

QString amount(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString moved(const QString &verb, int edits, int pictures, qint64 bytes) {
    QStringList parts;
    if (edits > 0)
        parts << (edits == 1 ? SyncService::tr("1 change") : SyncService::tr("%1 changes").arg(edits));
    if (pictures > 0)
        parts << (pictures == 1 ? SyncService::tr("1 picture")
                                : SyncService::tr("%1 pictures").arg(pictures));
    return parts.isEmpty() ? QString()
                           : verb.arg(parts.join(QStringLiteral(", ")) + QStringLiteral(" (") +
                                      amount(bytes) + QLatin1Char(')'));
}

QString wordsOf(const SyncRun &run) {
    QStringList lines{
        moved(SyncService::tr("Sent %1"), run.sentEdits, run.sentPictures, run.sentBytes),
        moved(SyncService::tr("Fetched %1"), run.receivedEdits, run.receivedPictures, run.receivedBytes)};
    lines.removeAll(QString());
    return lines.isEmpty() ? SyncService::tr("Nothing went through") : lines.join(QLatin1Char('\n'));
}

// Eight pairs a line: short enough to be read out and compared.
QString inLines(const QString &fingerprint) {
    QStringList pairs = fingerprint.split(QLatin1Char(':')), lines;
    for (; !pairs.isEmpty(); pairs = pairs.mid(8))
        lines << pairs.mid(0, 8).join(QLatin1Char(' '));
    return lines.join(QLatin1Char('\n'));
}

// As a person types it: without a scheme it is https.
Result<ServerAddress> typedAddress(const QString &address, const QString &user) {
    const QString typed = address.trimmed();
    return serverAddress(
        typed.contains(QLatin1StringView("://")) ? typed : QStringLiteral("https://") + typed, user);
}

// The first sync brings the words and the previews, so that the notebook opens with something in it.
Joined arrived(Profile &profile, const Store::Parts &parts, Notebook &notebook) {
    Syncer syncer(notebook, parts);
    if (const auto first = syncer.sync(); !first)
        qInfo("first sync: %s", qPrintable(first.error().detail));
    const auto info = notebook.info();
    if (!info || info->name.isEmpty())
        return {notebook.id(), QString()};
    if (const auto named = profile.rename(notebook.id(), info->name); !named)
        qInfo("name of the notebook: %s", qPrintable(named.error().detail));
    return {notebook.id(), info->name};
}

} // namespace

void SyncService::open(const QString &place, const ServerKey &key) {
    if (!m_syncer)
        return;
    setWorking(true);
    work(
        [syncer = m_syncer, place, key]() -> Result<QString> {
            if (const auto connected = syncer->connect(place, isServer(place) ? &key : nullptr); !connected)
                return passOn(connected);
            const auto state = syncer->state();
            return state ? Result<QString>(state->place) : passOn(state);
        },
        [this, place, key](const Result<QString> &now) {
            setWorking(false);
            if (!now) {
                wentWrong(now.error(), [this, place, key](const QByteArray &fingerprint) {
                    open(place, {key.user, key.password, fingerprint});
                });
                return;
            }
            m_state.place = *now;
            m_state.lastProblem.reset();
            beginProbing();
            emit changed();
            emit connectedTo(*now);
            startSync(false);
        });
}

void SyncService::connectToServer(const QString &address, const QString &user, const QString &password) {
    const auto where = typedAddress(address, user);
    if (!where) {
        emit failed(wordsFor(where.error()).sentence());
        return;
    }
    open(where->place(), {where->user, password, {}});
}

void SyncService::wentWrong(const Error &error, const std::function<void(const QByteArray &)> &again) {
    if (error.code == ErrorCode::UnknownCertificate) {
        m_fingerprint = error.detail;
        m_withFingerprint = again;
        emit fingerprintChanged();
        return;
    }
    ErrorWords words = wordsFor(error);
    if (error.code == ErrorCode::Unreachable) // nothing is connected that would be tried again
        words.todo =
            tr("See that it is plugged in, or its address right and the network there, and try again.");
    if (error.code == ErrorCode::ServerBusy)
        words.todo = tr("Try again in a few minutes.");
    emit failed(words.sentence());
}

void SyncService::fingerprintIsRight() {
    const QByteArray fingerprint = HttpLine::fingerprintFrom(m_fingerprint);
    m_fingerprint.clear();
    emit fingerprintChanged();
    if (const auto again = std::exchange(m_withFingerprint, {}); again && !fingerprint.isEmpty())
        again(fingerprint);
}

void SyncService::fingerprintIsWrong() {
    m_fingerprint.clear();
    m_withFingerprint = {};
    emit fingerprintChanged();
    emit failed(
        tr("Not connected: somebody may stand between this tablet and the server. Nothing was sent. Tell "
           "whoever runs the server."));
}

QString SyncService::fingerprint() const {
    return inLines(m_fingerprint);
}

bool SyncService::serverUsed() const {
    return isServer(m_state.place);
}

bool SyncService::serverAsks() const {
    return m_state.lastProblem && (m_state.lastProblem->code == ErrorCode::PasswordNeeded ||
                                   m_state.lastProblem->code == ErrorCode::UnknownCertificate ||
                                   m_state.lastProblem->code == ErrorCode::CertificateChanged);
}

QString SyncService::passwordWords() const {
    const Secrets *secrets = m_workspace.parts().secrets;
    if (!isServer(m_state.place) || !secrets)
        return {};
    return secrets->lockedBySystem() ? tr("The password is locked in this system's keystore.")
                                     : tr("This system has no keystore that answers: the password is in a "
                                          "file that only you can read.");
}

QString SyncService::serverUser() const {
    const auto address = serverAddress(m_state.place);
    return address ? address->user : QString();
}

QString SyncService::serverAddressShown() const {
    const auto address = serverAddress(m_state.place);
    return address ? address->shown() : QString();
}

bool SyncService::isCode(const QString &text) const {
    return joincode::read(text).has_value();
}

bool SyncService::leadsToServer(const QString &code) const {
    const auto read = joincode::read(code);
    return read && isServer(read->place);
}

void SyncService::join(const QString &code, const QString &user, const QString &password) {
    joinWith(code, {user.trimmed(), password, {}});
}

void SyncService::joinWith(const QString &code, const ServerKey &key) {
    if (!m_workspace.profile())
        return;
    setWorking(true);
    work(
        [profile = m_workspace.profile(), parts = m_workspace.parts(), code, key]() -> Result<Joined> {
            const auto notebook = Syncer::join(*profile, parts, code, QHostInfo::localHostName(), {},
                                               key.password.isEmpty() ? nullptr : &key);
            if (!notebook)
                return passOn(notebook);
            return arrived(*profile, parts, **notebook);
        },
        [this, code, key](const Result<Joined> &came) {
            setWorking(false);
            if (!came) {
                wentWrong(came.error(), [this, code, key](const QByteArray &fingerprint) {
                    joinWith(code, {key.user, key.password, fingerprint});
                });
                return;
            }
            m_workspace.adopted(came->first);
            emit joined(came->second);
        });
}

void SyncService::recover(const QString &words, const QUrl &folder) {
    recoverWith(words, folder.isLocalFile() ? folder.toLocalFile() : folder.toString(), {});
}

void SyncService::recoverFromServer(const QString &words, const QString &address, const QString &user,
                                    const QString &password) {
    const auto where = typedAddress(address, user);
    if (!where) {
        emit failed(wordsFor(where.error()).sentence());
        return;
    }
    recoverWith(words, where->place(), {where->user, password, {}});
}

void SyncService::recoverWith(const QString &words, const QString &place, const ServerKey &key) {
    if (!m_workspace.profile())
        return;
    setWorking(true);
    work(
        [profile = m_workspace.profile(), parts = m_workspace.parts(), words, place,
         key]() -> Result<Joined> {
            const auto notebook = Syncer::recover(*profile, parts, words, place, QHostInfo::localHostName(),
                                                  isServer(place) ? &key : nullptr);
            if (!notebook)
                return passOn(notebook);
            return arrived(*profile, parts, **notebook);
        },
        [this, words, place, key](const Result<Joined> &came) {
            setWorking(false);
            if (!came) {
                wentWrong(came.error(), [this, words, place, key](const QByteArray &fingerprint) {
                    recoverWith(words, place, {key.user, key.password, fingerprint});
                });
                return;
            }
            m_workspace.adopted(came->first);
            emit joined(came->second);
        });
}

// "(1.2 of 30 MB, 2 minutes left)"; the time once there is something to reckon it from.
QString SyncService::bytesLeft() const {
    using namespace std::chrono;
    if (m_progress.bytesTotal <= 0)
        return {};
    const QString amounts = tr("%1 of %2").arg(amount(m_progress.bytesDone), amount(m_progress.bytesTotal));
    const double seconds = duration<double>(steady_clock::now() - m_began).count();
    const double share =
        static_cast<double>(m_progress.bytesDone) / static_cast<double>(m_progress.bytesTotal);
    if (seconds < 3 || share < 0.01)
        return QStringLiteral("(%1)").arg(amounts);
    const int left = static_cast<int>(seconds / share - seconds);
    return QStringLiteral("(%1, %2)")
        .arg(amounts,
             left < 60 ? tr("less than a minute left") : tr("about %1 min left").arg((left + 59) / 60));
}

void SyncService::readHistory() {
    if (!m_syncer)
        return;
    work([syncer = m_syncer] { return syncer->history(); },
         [this](const Result<std::vector<SyncRun>> &runs) {
             m_history.clear();
             for (const SyncRun &run : runs.value_or(std::vector<SyncRun>()))
                 m_history << QVariantMap{{QStringLiteral("when"), dayAndTime(run.began)},
                                          {QStringLiteral("what"), wordsOf(run)},
                                          {QStringLiteral("trouble"),
                                           run.problem ? wordsFor(*run.problem).sentence() : QString()}};
             emit historyChanged();
         });
}

} // namespace inkstep
