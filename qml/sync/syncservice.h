// Sending and receiving as a page shows it: the tray's words, the sync page, invites and joining.
// In: the workspace's notebook, its changes, a person's wish to connect, invite, join or send now.
// Out: where everything is, in sentences; progress; errors with what to do. All work happens on a thread of
// its own.
#pragma once

#include "sync/engine/syncer.h"
#include "workspace.h"

#include <QTimer>
#include <QUrl>
#include <atomic>

namespace inkstep {

class SyncService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    // "local", "waiting", "sending", "copied" or "trouble", and its words for the tray.
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed)
    Q_PROPERTY(bool connected READ connected NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int copied READ copied NOTIFY changed)
    Q_PROPERTY(int wanted READ wanted NOTIFY changed)
    Q_PROPERTY(QString lastSync READ lastSync NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed) // {name, self, seen, complete}
    Q_PROPERTY(bool busy READ busy NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) // 0 to 1
    Q_PROPERTY(QString progressWords READ progressWords NOTIFY progressChanged)
    Q_PROPERTY(QString inviteCode READ inviteCode NOTIFY inviteChanged)
    Q_PROPERTY(bool working READ working NOTIFY workingChanged) // connecting, inviting or joining

public:
    explicit SyncService(Workspace &workspace, QObject *parent = nullptr);
    ~SyncService() override;
    static SyncService *create(QQmlEngine *engine, QJSEngine *);

    QString standing() const;
    QString words() const;
    bool connected() const { return !m_state.place.isEmpty(); }
    QString place() const { return m_state.place; }
    int waiting() const { return m_state.waiting; }
    int copied() const { return m_state.copied; }
    int wanted() const { return m_state.wanted; }
    QString lastSync() const;
    QString problem() const;
    QVariantList devices() const;
    bool busy() const { return m_busy; }
    double progress() const;
    QString progressWords() const;
    QString inviteCode() const { return m_inviteCode; }
    bool working() const { return m_working; }

    Q_INVOKABLE void connectTo(const QUrl &folder);
    Q_INVOKABLE void disconnectPlace();
    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void makeInvite();
    Q_INVOKABLE void forgetInvite();
    Q_INVOKABLE void copyInvite();
    Q_INVOKABLE void join(const QString &code);

signals:
    void changed();
    void progressChanged();
    void inviteChanged();
    void workingChanged();
    void connectedTo(const QString &place);
    void joined(const QString &notebook);
    void newDevice(const QString &name);
    void failed(const QString &sentence); // of connecting, inviting or joining

private:
    void notebookChanged();
    void refresh();
    void startSync(bool asked);
    void finishSync(const Result<SyncReport> &report, bool asked);
    void setWorking(bool working);
    template<class Work, class Then>
    void work(Work work, Then then);

    Workspace &m_workspace;
    std::shared_ptr<Syncer> m_syncer; // of the notebook shown; null until one is open
    SyncState m_state;
    bool m_known = false; // the state was read; until then nothing is claimed
    SyncProgress m_progress;
    bool m_busy = false;
    bool m_working = false;
    bool m_again = false; // something changed while a sync was under way
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QString m_inviteCode;
    QTimer m_soon;  // after a change has settled
    QTimer m_probe; // is the place there again, is there something new
    std::unique_ptr<Watch> m_watch;
    Executor m_executor;
};

} // namespace inkstep
