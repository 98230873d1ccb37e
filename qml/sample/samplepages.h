#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct PageRow {
    Id id;
    int turns = 0;
    int notes = 0;
    QString picture; // the end of its address
    bool operator==(const PageRow &) const = default;
};

// The pages of one sample, in order.
class SamplePages : public INKSTEP_LIVE_LIST(PageRow) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString sampleId READ sampleId WRITE setSampleId NOTIFY sampleIdChanged)

public:
    using LiveList::LiveList;
    QString sampleId() const { return m_sample.isNull() ? QString() : idText(m_sample); }
    void setSampleId(const QString &id);

    Q_INVOKABLE void move(int from, int to);
    // Undo brings it back, with its notes; the last page takes its sample along.
    Q_INVOKABLE void remove(int at);
    Q_INVOKABLE int indexOf(const QString &page) const; // -1: not one of them
    Q_INVOKABLE QString idAt(int index) const;          // empty: none

signals:
    void sampleIdChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override { return kindsOf<Page>() | kindsOf<Note>(); }
    Query query() const override;

private:
    Id m_sample;
};

} // namespace inkstep
