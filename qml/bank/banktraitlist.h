#pragma once

#include "classtraits.h"
#include "ingest/skillbank.h"
#include "livelist.h"

namespace inkstep {

struct BankTraitRow {
    Id id;
    Trait trait;
    int skills = 0; // used in it
    bool operator==(const BankTraitRow &) const = default;
};

// The traits of a class: named, ordered, added, put away.
class BankTraitList : public INKSTEP_LIVE_LIST(BankTraitRow) {
    Q_OBJECT
    QML_ELEMENT
    // {id, name} of those in use, for choosing one.
    Q_PROPERTY(QVariantList choices READ choices NOTIFY choicesChanged)

public:
    using LiveList::LiveList;
    QVariantList choices() const;

    Q_INVOKABLE void rename(const QString &slug, const QString &name);
    Q_INVOKABLE void archive(const QString &slug, bool away);
    Q_INVOKABLE void move(const QString &slug, int by); // -1 up, 1 down
    Q_INVOKABLE void add(const QString &name);

signals:
    void choicesChanged();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit choicesChanged(); }

private:
    // Every trait is written out at the first change of any, so that their order is the class's own from then
    // on.
    void change(const QString &label, std::function<void(std::vector<Trait> &)> how);
};

} // namespace inkstep
