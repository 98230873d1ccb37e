#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct StepRow {
    Id id;
    Id about;
    QString words;
    QString skill;
    QString began;
    StepState state = StepState::Offered;
    QVariantList path; // the levels of its answers in order, let go as -2
    bool operator==(const StepRow &) const = default;
};

// A child's next steps, the newest first, each with the way it went.
class StepHistory : public INKSTEP_LIVE_LIST(StepRow) {
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
