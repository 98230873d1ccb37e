#pragma once

#include "livelist.h"
#include "report/slipnotes.h"

#include <QVariantMap>

namespace inkstep {

// The students a slip can be printed for, and who of them is chosen: at first all with an open step.
class SlipList : public INKSTEP_LIVE_LIST(SlipNotes) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged) // student's id → true
    Q_PROPERTY(int chosenCount READ chosenCount NOTIFY chosenChanged)
    Q_PROPERTY(
        int conferredCount READ conferredCount NOTIFY chosenChanged) // seen today, with something to say

public:
    explicit SlipList(QObject *parent = nullptr);

    QVariantMap chosen() const { return m_chosen; }
    int chosenCount() const { return static_cast<int>(m_chosen.size()); }
    int conferredCount() const;
    std::vector<Slip> slips() const; // of those chosen, in roster order

    Q_INVOKABLE void choose(const QString &student, bool wanted);
    Q_INVOKABLE void chooseAll();
    Q_INVOKABLE void chooseNone();
    Q_INVOKABLE void chooseConferred(); // today's conferences

signals:
    void chosenChanged();
    // Slips are other ones, or those chosen say something else.
    void slipsChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override;

private:
    void chooseThose(bool (*wanted)(const SlipNotes &));

    QVariantMap m_chosen;
    bool m_touched = false; // a person chose; until then new steps join by themselves
};

} // namespace inkstep
