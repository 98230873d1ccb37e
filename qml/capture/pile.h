#pragma once

#include "livelist.h"
#include "model/teaching.h"
#include "pilebook.h"

#include <QHash>
#include <QSet>
#include <QUrl>
#include <memory>

namespace inkstep {

struct PileRow {
    Id id; // the student's
    QString name;
    bool away = false;
    bool before = false; // was in before the pile began
    Id sample;           // made since then
    int pages = 0;       // of it
    int state = 0;       // Pile::State
    bool operator==(const PileRow &) const = default;
};

// A page from each child, in roster order: the next child after each shutter, nothing asked in between. Where
// a child stands is read from the notebook, so taking a shot back puts the child on the pile again, and a
// pile that was broken off (a crash, another page, the battery) goes on where it was for the rest of the day.
class Pile : public INKSTEP_LIVE_LIST(PileRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool active READ active WRITE setActive NOTIFY activeChanged)
    // For the two-weekly sample: those who are in are left out, and what is kept is independent.
    Q_PROPERTY(bool independent READ independent WRITE setIndependent NOTIFY activeChanged)
    Q_PROPERTY(QString currentId READ currentId NOTIFY moved)
    Q_PROPERTY(QString currentName READ currentName NOTIFY moved) // empty: nobody is left
    Q_PROPERTY(int currentPages READ currentPages NOTIFY moved)   // the next shot is one more page of theirs
    Q_PROPERTY(QString lastId READ lastId NOTIFY moved)           // whose the last shot is
    Q_PROPERTY(QString lastName READ lastName NOTIFY moved)
    Q_PROPERTY(QString lastPageId READ lastPageId NOTIFY moved)
    Q_PROPERTY(bool finished READ finished NOTIFY moved)
    Q_PROPERTY(bool saving READ saving NOTIFY moved)
    Q_PROPERTY(int inside READ inside NOTIFY moved)
    Q_PROPERTY(int total READ total NOTIFY moved) // on this pile: without those who were in before
    // Names, for the summary.
    Q_PROPERTY(QStringList insideNames READ insideNames NOTIFY moved)
    Q_PROPERTY(QStringList awayNames READ awayNames NOTIFY moved)
    Q_PROPERTY(int skipped READ skipped NOTIFY moved)
    // {id, name}, at most three: whose the last shot may be instead, those who come next first.
    Q_PROPERTY(QVariantList likelyOwners READ likelyOwners NOTIFY moved)
    // It was begun before, and nothing was done with it since.
    Q_PROPERTY(bool resumed READ resumed NOTIFY moved)
    Q_PROPERTY(QString trouble READ trouble NOTIFY moved) // whose page was not kept, in a sentence

public:
    enum State { Waiting, In, Skipped, Away, Before };
    Q_ENUM(State)

    explicit Pile(QObject *parent = nullptr);

    bool active() const { return m_active; }
    void setActive(bool active);
    bool independent() const { return m_independent; }
    void setIndependent(bool independent);
    QString currentId() const { return textOrNothing(m_current); }
    QString currentName() const { return nameOf(m_current); }
    int currentPages() const;
    QString lastId() const { return textOrNothing(m_last); }
    QString lastName() const { return nameOf(m_last); }
    QString lastPageId() const { return m_lastPage; }
    bool finished() const { return m_active && ready() && m_current.isNull(); }
    bool saving() const { return !m_tickets.isEmpty(); }
    int inside() const { return static_cast<int>(namesIn(In).size()); }
    int total() const { return count() - static_cast<int>(namesIn(Before).size()); }
    QStringList insideNames() const { return namesIn(In); }
    QStringList awayNames() const { return namesIn(Away); }
    int skipped() const { return static_cast<int>(namesIn(Skipped).size()); }
    QVariantList likelyOwners() const;
    bool resumed() const { return m_resumed; }
    QString trouble() const { return m_trouble; }

    Q_INVOKABLE void shoot(const QByteArray &picture);
    Q_INVOKABLE void importFiles(const QList<QUrl> &files); // pages of the current child
    Q_INVOKABLE void skip();
    Q_INVOKABLE void markAway();
    // The child before this one, whatever came of it; a shot then is one more page.
    Q_INVOKABLE void back();
    // The next shot is one more page of the last child's; then it goes on where it was.
    Q_INVOKABLE void anotherPage();
    // Another child comes next.
    Q_INVOKABLE void goTo(const QString &studentId);
    // The last shot is another child's; the one it was taken for comes again.
    Q_INVOKABLE void reassign(const QString &studentId);
    // It is over: the next one begins with everybody.
    Q_INVOKABLE void finish();
    Q_INVOKABLE void beginAnew();

signals:
    void activeChanged();
    void moved();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override;

private:
    struct Shot {
        Id student;
        QByteArray picture; // waits until the child's sample has its name; else empty
    };
    static QString textOrNothing(const Id &id) { return id.isNull() ? QString() : idText(id); }
    QString nameOf(const Id &student) const;
    QStringList namesIn(State state) const;
    const PileRow *rowOf(const Id &student) const;
    int stateOf(const PileRow &row) const;
    Id sampleOf(const Id &student) const;
    Id sampleOf(const PileRow &row) const;
    void give(const Id &sample, const Id &student);
    void connectIntake();
    void reset(bool afresh);
    void takeUp(); // where it was left, from the first rows
    void keepBook();
    void choose(const Id &student);
    void tryHeld(const Id &student);
    void goOnWith(const Id &student);
    bool settleStates();
    void showHere(std::vector<PileRow> next);
    void settle(); // works out every state and who is next
    void follow(const Id &student, int ticket);
    void advance();
    void kept(int ticket, const Id &sample, const QString &page);

    bool m_active = false;
    bool m_independent = false;
    // Set once, by the first query on the store's thread, before its rows are delivered.
    std::shared_ptr<std::optional<PileStart>> m_start = std::make_shared<std::optional<PileStart>>();
    bool m_afresh = false;
    bool m_resumed = false;
    PileBook m_book;        // known with the first rows
    bool m_showing = false; // rows are changed here, not by the notebook
    Id m_current;
    Id m_last;
    QString m_lastPage;
    QString m_trouble;
    QSet<Id> m_skipped;
    Id m_afterwards;   // who was next when one more page of the last child's was asked for
    QSet<Id> m_before; // were in when the pile began; set by the first rows
    bool m_beforeKnown = false;
    QHash<int, Id> m_tickets;  // shots on their way, and for whom
    QHash<Id, Id> m_fresh;     // student → sample kept a moment ago, until the rows have it
    QList<Shot> m_held;        // second pages of samples that are being made
    QHash<int, Id> m_promised; // ticket → the child it was given to before it was kept
    QHash<Id, Id> m_given;     // sample → the child it was given to, until the rows say the same
};

} // namespace inkstep
