#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct EvidencePage {
    Id id;
    QString day;
    int turns = 0;
    QString picture; // the end of its address
    bool operator==(const EvidencePage &) const = default;
};

// A student's latest pages, newest first: what a mark can point to.
class StudentPages : public INKSTEP_LIVE_LIST(EvidencePage) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString studentId READ studentId WRITE setStudentId NOTIFY studentIdChanged)

public:
    using LiveList::LiveList;
    QString studentId() const { return idText(m_student); }
    void setStudentId(const QString &id);

signals:
    void studentIdChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;

private:
    Id m_student;
};

} // namespace inkstep
