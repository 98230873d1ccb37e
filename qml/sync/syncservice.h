// Sending and receiving as a page shows it: the tray's words, the sync page, invites and joining.
// In: the workspace's notebook, its changes, a person's wish to connect, invite, join or send now.
// Out: where everything is, in sentences; progress; errors with what to do. All work happens on a thread of
// its own.
#pragma once

#include "networkwatch.h"
#include "preferences.h"
#include "sync/engine/syncer.h"
#include "sync/remote/httpline.h"
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
    Q_PROPERTY(QString clock MEMBER m_clock NOTIFY changed) // a sentence where this tablet's is far off
    // {id, name, self, seen, standing, out, silent}; standing is a sentence, out: taken out of the notebook,
    // silent: not waited for
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed)
    // What was erased for good and which tablets have done so: {when, words, done}, newest first.
    Q_PROPERTY(QVariantList erasures READ erasures NOTIFY erasuresChanged)
    // The others have taken this tablet out of the notebook.
    Q_PROPERTY(bool takenOut READ takenOut NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY progressChanged)
    Q_PROPERTY(double progress READ progress NOTIFY progressChanged) // 0 to 1
    Q_PROPERTY(QString progressWords READ progressWords NOTIFY progressChanged)
    Q_PROPERTY(QString inviteCode READ inviteCode NOTIFY inviteChanged)
    Q_PROPERTY(bool working READ working NOTIFY workingChanged) // connecting, inviting or joining
    // Of a server's certificate nobody vouches for, to be compared by a person; empty: there is none to
    // compare.
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY fingerprintChanged)
    // The server wants a name and password it knows, or shows another certificate; until a person has seen to
    // it nothing is sent.
    Q_PROPERTY(bool serverAsks READ serverAsks NOTIFY changed)
    // On the line in use only words and small pictures go until a person asks.
    Q_PROPERTY(bool sparing READ sparing NOTIFY progressChanged)
    // Where it syncs with is a server, not a folder.
    Q_PROPERTY(bool serverUsed READ serverUsed NOTIFY changed)
    // Where the password is kept, as a sentence; empty for a folder.
    Q_PROPERTY(QString passwordWords READ passwordWords NOTIFY changed)
    // {when, what, trouble}, newest first.
    Q_PROPERTY(QVariantList history READ history NOTIFY historyChanged)

public:
    SyncService(Workspace &workspace, const Preferences &preferences, QObject *parent = nullptr);
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
    QVariantList erasures() const { return m_erasures; }
    bool takenOut() const { return m_state.removedHere; }
    bool busy() const { return m_busy; }
    double progress() const;
    QString progressWords() const;
    QString inviteCode() const { return m_inviteCode; }
    bool working() const { return m_working; }
    QString fingerprint() const;
    bool serverUsed() const;
    bool serverAsks() const;
    bool sparing() const { return m_sparing; }
    QString passwordWords() const;
    QVariantList history() const { return m_history; }

    Q_INVOKABLE void connectTo(const QUrl &folder);
    // A server's folder by WebDAV, as a person types it.
    Q_INVOKABLE void connectToServer(const QString &address, const QString &user, const QString &password);
    // The fingerprint shown is the one of whoever runs the server: connects with it, and with no other from
    // now on.
    Q_INVOKABLE void fingerprintIsRight();
    Q_INVOKABLE void fingerprintIsWrong();
    // The user's name as the place has it, and the address without it.
    Q_INVOKABLE QString serverUser() const;
    Q_INVOKABLE QString serverAddressShown() const;
    Q_INVOKABLE void readHistory();
    Q_INVOKABLE void disconnectPlace();
    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void cancel();
    Q_INVOKABLE void makeInvite();
    Q_INVOKABLE void forgetInvite();
    Q_INVOKABLE void copyInvite();
    // `user` and `password` for a code that leads to a server; empty for a folder.
    Q_INVOKABLE void join(const QString &code, const QString &user = {}, const QString &password = {});
    // A notebook none of whose tablets is left, by its recovery words and where it was synced: a folder, or a
    // server with a name and password.
    Q_INVOKABLE void recover(const QString &words, const QUrl &folder);
    Q_INVOKABLE void recoverFromServer(const QString &words, const QString &address, const QString &user,
                                       const QString &password);
    Q_INVOKABLE bool isCode(const QString &text) const; // a join code, whole
    // Whether a code leads to a server, so that the page can ask who one is there.
    Q_INVOKABLE bool leadsToServer(const QString &code) const;

    // Asks the notebook's syncer, on the thread all its work is done on; what it returns comes to `then` on
    // the receiver's, if the receiver still lives. Nothing happens while no notebook is open.
    template<class Ask, class Then>
    void ask(Ask ask, QObject *receiver, Then then) {
        if (m_syncer)
            m_executor.call(
                Executor::Screen, [syncer = m_syncer, ask = std::move(ask)] { return ask(*syncer); },
                receiver, std::move(then));
    }
    // Something a person decides: written down, then carried out by a sync at once, where there is a place.
    void decide(std::function<Status(Syncer &)> decision, QObject *receiver,
                std::function<void(const Status &)> then);

signals:
    void changed();
    void progressChanged();
    void inviteChanged();
    void workingChanged();
    void fingerprintChanged();
    void historyChanged();
    void erasuresChanged();
    void connectedTo(const QString &place);
    void joined(const QString &notebook);
    void newDevice(const QString &name);
    void failed(const QString &sentence); // of connecting, inviting or joining

private:
    void notebookChanged();
    void refresh();
    void beginProbing();
    bool troubled() const;
    bool worthTrying() const;
    void startSync(bool asked);
    void finishSync(const Result<SyncReport> &report);
    void setWorking(bool working);
    void open(const QString &place, const ServerKey &key);
    void readErasures();
    void recoverWith(const QString &words, const QString &place, const ServerKey &key);
    void joinWith(const QString &code, const ServerKey &key);
    // What cannot go on without a person comparing a fingerprint is kept, to be done again with it.
    void wentWrong(const Error &error, const std::function<void(const QByteArray &)> &again);
    QString bytesLeft() const;
    template<class Work, class Then>
    void work(Work work, Then then) {
        m_executor.call(Executor::Screen, std::move(work), this, std::move(then));
    }

    Workspace &m_workspace;
    const Preferences &m_preferences;
    std::shared_ptr<Syncer> m_syncer; // of the notebook shown; null until one is open
    SyncState m_state;
    bool m_known = false; // the state was read; until then nothing is claimed
    SyncProgress m_progress;
    bool m_busy = false;
    bool m_working = false;
    bool m_again = false; // something changed while a sync was under way
    bool m_sparing = false;
    QString m_clock;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QString m_inviteCode;
    QString m_fingerprint;
    std::function<void(const QByteArray &)> m_withFingerprint; // what to do again once it is right
    QVariantList m_history;
    QVariantList m_erasures;
    std::chrono::steady_clock::time_point m_began; // of the run under way
    QTimer m_soon;                                 // after a change has settled
    QTimer m_probe;                                // is the place there again, is there something new
    NetworkWatch m_network;
    std::unique_ptr<Watch> m_watch;
    Executor m_executor;
};

} // namespace inkstep
