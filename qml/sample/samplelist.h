#pragma once

#include "livelist.h"
#include "model/entities.h"

#include <QQmlParserStatus>
#include <QTimer>
#include <array>

namespace inkstep {

// One tile of the gallery; small, as there are thousands.
struct SampleRow {
    Id id;
    Id page; // the first; null while the sample has none
    Id student;
    QString name;
    QString title;
    qint64 date = 0; // milliseconds, 0: unknown
    bool thisYear = false;
    SampleKind kind = SampleKind::InProgress;
    qint8 turns = 0;
    QByteArray picture;            // the end of the first page's address
    std::array<qint16, 3> notes{}; // by NoteKind
    bool openStep = false;
    bool operator==(const SampleRow &) const = default;
};

// The samples of the class: all of them in one query, those a search finds, those a filter leaves.
class SampleList : public INKSTEP_LIVE_LIST(SampleRow), public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY parametersChanged)
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY parametersChanged) // empty: all
    Q_PROPERTY(int kind READ kind WRITE setKind NOTIFY parametersChanged)                    // -1: all
    Q_PROPERTY(QString genre READ genre WRITE setGenre NOTIFY parametersChanged)             // empty: all
    Q_PROPERTY(bool openStep READ openStep WRITE setOpenStep NOTIFY parametersChanged)
    Q_PROPERTY(Period period READ period WRITE setPeriod NOTIFY parametersChanged)
    Q_PROPERTY(Order order READ order WRITE setOrder NOTIFY parametersChanged)
    Q_PROPERTY(bool narrowed READ narrowed NOTIFY parametersChanged) // by anything above but the order

public:
    enum Period { Always, ThisWeek, ThisTerm };
    Q_ENUM(Period)
    enum Order { NewestFirst, OldestFirst, ByName };
    Q_ENUM(Order)

    explicit SampleList(QObject *parent = nullptr);

    QString search() const { return m_search; }
    void setSearch(const QString &text);
    QString studentId() const { return m_student.isNull() ? QString() : idText(m_student); }
    void setStudentId(const QString &id);
    int kind() const { return m_kind; }
    void setKind(int kind);
    QString genre() const { return m_genre; }
    void setGenre(const QString &genre);
    bool openStep() const { return m_openStep; }
    void setOpenStep(bool only);
    Period period() const { return m_period; }
    void setPeriod(Period period);
    Order order() const { return m_order; }
    void setOrder(Order order);
    bool narrowed() const;
    Q_INVOKABLE void clearFilters();

    void classBegin() override { m_complete = false; }
    void componentComplete() override;

signals:
    void parametersChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rerun() override;

private:
    template<class T>
    void set(T &member, const T &value);

    QString m_search;
    Id m_student;
    int m_kind = -1;
    QString m_genre;
    bool m_openStep = false;
    Period m_period = Always;
    Order m_order = NewestFirst;
    bool m_complete = true; // until all is set nothing is asked: another child's samples must not flash by
    QTimer m_soon;          // several changes in one go are one query
};

// The genres in use, for the filter.
struct GenreRow {
    Id id; // stands for the name
    QString name;
    bool operator==(const GenreRow &) const = default;
};
class SampleGenres : public INKSTEP_LIVE_LIST(GenreRow) {
    Q_OBJECT
    QML_ELEMENT

public:
    using LiveList::LiveList;

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Sample>(); }
    Query query() const override;
};

} // namespace inkstep
