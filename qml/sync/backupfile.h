#pragma once

#include "workspace.h"

#include <QStringList>
#include <QUrl>
#include <atomic>

namespace inkstep {

// The notebook in one sealed file: written, or put back, on a thread of its own. The words that open it are
// shown once and kept nowhere on this tablet. Whoever leaves the page stops it, and nothing half is left.
class BackupFile : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::Workspace *workspace MEMBER m_workspace REQUIRED)
    Q_PROPERTY(bool working READ working NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) // 0 to 1
    Q_PROPERTY(QStringList words READ words NOTIFY changed)          // empty unless a file was just written
    Q_PROPERTY(QString file READ file NOTIFY changed)                // where that is
    Q_PROPERTY(int missing READ missing NOTIFY changed) // pictures that are not on this tablet, so not in it

public:
    explicit BackupFile(QObject *parent = nullptr) : QObject(parent) {}
    ~BackupFile() override;

    bool working() const { return m_cancelled != nullptr; }
    double progress() const { return m_progress; }
    QStringList words() const { return m_words; }
    QString file() const { return m_file; }
    int missing() const { return m_missing; }

    // "Room 12 2026-11-22.inkstep", in the folder for documents.
    Q_INVOKABLE QUrl suggested() const;
    Q_INVOKABLE void write(const QUrl &file);
    Q_INVOKABLE void restore(const QUrl &file, const QString &words);
    Q_INVOKABLE void cancel();
    // Whether these are the words just shown, as somebody copied them.
    Q_INVOKABLE bool fit(const QString &words) const;
    Q_INVOKABLE void forget(); // takes them off the screen

signals:
    void changed();
    void progressChanged();
    void restored();
    void failed(const QString &sentence);

private:
    void begin();
    void end(const Error *error);
    std::function<void(qint64, qint64)> reporter();

    Workspace *m_workspace = nullptr;
    double m_progress = 0;
    QStringList m_words;
    QString m_file;
    int m_missing = 0;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // of the work under way
    Executor m_executor;
};

} // namespace inkstep
