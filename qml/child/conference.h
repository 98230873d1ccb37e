#pragma once

#include "livevalue.h"
#include "model/teaching.h"

#include <QElapsedTimer>
#include <QTimer>
#include <functional>

namespace inkstep {

struct TalkFacts {
    Conference conference;
    bool deleted = false; // its first act was taken back
    QList<Id> made;       // notes about this child made on this device since it began, wherever
    bool operator==(const TalkFacts &) const = default;
};

// The conference a child's page is. It begins with the first thing done, in the same Edit, so that one undo
// takes both back; looking is no conference. It ends by leaving. The time shown is the time that passed, not
// what the clock says: that may jump.
class ConferenceKeeper : public INKSTEP_LIVE_VALUE(TalkFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY studentIdChanged)
    Q_PROPERTY(QString pageId READ pageId WRITE setPageId NOTIFY pageIdChanged) // what is looked at
    Q_PROPERTY(bool running READ running NOTIFY runningChanged)
    Q_PROPERTY(int minutes READ minutes NOTIFY minutesChanged) // whole ones since the first act
    Q_PROPERTY(int level READ level NOTIFY runningChanged)     // SupportLevel of the help given; -1: not said

public:
    explicit ConferenceKeeper(QObject *parent = nullptr);
    ~ConferenceKeeper() override;

    QString studentId() const { return m_student.isNull() ? QString() : idText(m_student); }
    void setStudentId(const QString &id);
    QString pageId() const { return m_page.isNull() ? QString() : idText(m_page); }
    void setPageId(const QString &id);
    bool running() const { return m_running; }
    int minutes() const;
    int level() const;

    Q_INVOKABLE void answer(const QString &step, int level);
    Q_INVOKABLE void letGo(const QString &step);
    // On the page that is looked at while there is one, else on the child; `down` is where along its margin,
    // 0 to 1.
    Q_INVOKABLE void addNote(int kind, const QString &skill, const QString &words, double down);
    Q_INVOKABLE void support(int level); // the same again: not said after all
    Q_INVOKABLE void leave();

    // Milliseconds that only ever grow; tests bring their own.
    void setSteady(std::function<qint64()> steady);

signals:
    void studentIdChanged();
    void pageIdChanged();
    void runningChanged();
    void minutesChanged();

protected:
    KindSet kinds() const override { return kindsOf<Conference, Note>(); }
    Query query() const override;
    void clear() override; // the notebook closes: so does the conference

private:
    void take();
    // Makes the edit part of the conference, beginning one where none runs.
    void join(Edit &edit, const Id &note = {});
    void perform(Edit edit);
    void appendAnswer(const QString &step, SupportLevel level, bool letGo, const QString &label);
    void setRunning(bool running);

    Id m_student;
    Id m_page;
    Conference m_now; // what was asked of the store, which may not have said so yet
    bool m_running = false;
    std::function<qint64()> m_steady;
    qint64 m_began = 0;
    QElapsedTimer m_timer;
    QTimer m_tick;
};

} // namespace inkstep
