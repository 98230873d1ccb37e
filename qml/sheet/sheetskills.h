#pragma once

#include "livelist.h"
#include "model/entities.h"

namespace inkstep {

struct SheetChoice {
    Id id;
    QString name;
    QString trait;
    bool taught = false;
    qint64 column = 0;
    bool operator==(const SheetChoice &) const = default;
};

// The skills that could be on the sheet: those that are, in their order, then the rest of the bank along the
// continuum.
class SheetSkills : public INKSTEP_LIVE_LIST(SheetChoice) {
    Q_OBJECT
    QML_ELEMENT
    // Only names with these words; those on the sheet are always there. Empty: all.
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    // The words are not yet a skill's name.
    Q_PROPERTY(bool newName READ newName NOTIFY rowsUpdated)
    Q_PROPERTY(int taught READ taught NOTIFY rowsUpdated)

public:
    using LiveList::LiveList;
    QString search() const { return m_search; }
    void setSearch(const QString &search);
    bool newName() const;
    int taught() const;

    Q_INVOKABLE void teach(const QString &skillId);
    Q_INVOKABLE void letGo(const QString &skillId);
    Q_INVOKABLE void move(const QString &skillId, int by);
    // A skill of the teacher's own words, on the sheet at once.
    Q_INVOKABLE void addNew(const QString &name);

signals:
    void searchChanged();
    void rowsUpdated();

protected:
    const std::vector<Role> &roles() const override;
    KindSet kinds() const override;
    Query query() const override;
    void rowsChanged() override { emit rowsUpdated(); }

private:
    const SheetChoice *find(const Id &id) const;
    qint64 nextColumn() const;
    QString m_search;
};

} // namespace inkstep
