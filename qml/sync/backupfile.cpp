#include "backupfile.h"

#include "crypto/recoverywords.h"
#include "sync/engine/backup.h"

#include <QDate>
#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>

namespace inkstep {

namespace {

// What a dialog brings; elsewhere than on a disk the address is all there is.
QString pathOf(const QUrl &file) {
    return file.isLocalFile() ? file.toLocalFile() : file.toString();
}

} // namespace

BackupFile::~BackupFile() {
    cancel();
}

QUrl BackupFile::suggested() const {
    static const QRegularExpression notInNames(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    const QString name = m_workspace->notebookName().replace(notInNames, QStringLiteral(" ")).simplified();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QUrl::fromLocalFile(
        QDir(folder).filePath(tr("%1 %2.inkstep", "a file's name: notebook, date")
                                  .arg(name.left(80), QDate::currentDate().toString(Qt::ISODate))));
}

void BackupFile::begin() {
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_progress = 0;
    emit progressChanged();
    emit changed();
}

void BackupFile::end(const Error *error) {
    m_cancelled.reset();
    emit changed();
    if (!error || error->code == ErrorCode::Cancelled)
        return;
    emit failed(error->code == ErrorCode::WrongKey
                    ? tr("These words are whole, but they are for another file. Nothing was changed.")
                    : wordsFor(*error).sentence());
}

std::function<void(qint64, qint64)> BackupFile::reporter() {
    return [this, here = QPointer<QObject>(this)](qint64 done, qint64 total) {
        const double part = total > 0 ? double(done) / double(total) : 0;
        Executor::deliver(here, [this, part] {
            m_progress = part;
            emit progressChanged();
        });
    };
}

void BackupFile::write(const QUrl &file) {
    if (working() || !m_workspace->notebook())
        return;
    begin();
    const QString path = pathOf(file);
    m_executor.call(
        Executor::Bulk,
        [notebook = m_workspace->notebook(), parts = m_workspace->parts(), path, report = reporter(),
         stop = m_cancelled] {
            return writeBackup(*notebook, parts, path, report, [stop] { return stop->load(); });
        },
        this,
        [this, path](const Result<Backup> &made) {
            if (made) {
                m_words = made->words.split(QLatin1Char(' '));
                m_missing = made->missing;
                m_file = QDir::toNativeSeparators(path);
            }
            end(made ? nullptr : &made.error());
        });
}

void BackupFile::restore(const QUrl &file, const QString &words) {
    if (working() || !m_workspace->profile())
        return;
    begin();
    m_executor.call(
        Executor::Bulk,
        [profile = m_workspace->profile(), parts = m_workspace->parts(), path = pathOf(file), words,
         report = reporter(), stop = m_cancelled]() -> Result<Id> {
            const auto notebook =
                restoreBackup(*profile, parts, path, words, report, [stop] { return stop->load(); });
            if (!notebook)
                return passOn(notebook);
            return (*notebook)->id();
        },
        this,
        [this](const Result<Id> &back) {
            end(back ? nullptr : &back.error());
            if (!back)
                return;
            m_workspace->adopted(*back);
            emit restored();
        });
}

void BackupFile::cancel() {
    if (m_cancelled)
        *m_cancelled = true;
}

bool BackupFile::fit(const QString &words) const {
    const auto typed = RecoveryWords::read(words);
    return typed && typed->text() == m_words.join(QLatin1Char(' '));
}

void BackupFile::forget() {
    m_words.clear();
    emit changed();
}

} // namespace inkstep
