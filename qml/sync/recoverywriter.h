#pragma once

#include "syncservice.h"

namespace inkstep {

// Recovery words: made, shown once, asked back. They are kept nowhere on this tablet.
class RecoveryWriter : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::SyncService *service MEMBER m_service REQUIRED)
    Q_PROPERTY(bool known READ known NOTIFY changed)        // whether there are words was looked up
    Q_PROPERTY(bool made READ made NOTIFY changed)          // there are words that open this notebook
    Q_PROPERTY(QStringList words READ words NOTIFY changed) // empty unless just made
    Q_PROPERTY(bool working READ working NOTIFY changed)

public:
    explicit RecoveryWriter(QObject *parent = nullptr) : QObject(parent) {}

    bool known() const { return m_known; }
    bool made() const { return m_made; }
    QStringList words() const { return m_words; }
    bool working() const { return m_working; }

    Q_INVOKABLE void look();
    // Words made before open nothing any more once the new ones are sent.
    Q_INVOKABLE void make();
    Q_INVOKABLE void forget(); // takes them off the screen
    Q_INVOKABLE void check(const QString &words);

signals:
    void changed();
    void checked(bool right);
    void failed(const QString &sentence);

private:
    void setWorking(bool working);

    SyncService *m_service = nullptr;
    bool m_known = false;
    bool m_made = false;
    bool m_working = false;
    QStringList m_words;
};

} // namespace inkstep
