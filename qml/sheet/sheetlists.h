#pragma once

#include "livelist.h"
#include "sheetdata.h"

namespace inkstep {

// A name at the side of the sheet.
struct SheetName {
    Id id;
    QString name;
    bool absent = false;
    bool operator==(const SheetName &) const = default;
};

// What a column says: at its top and at its end.
struct SheetColumn {
    Id id;
    QString name;
    Decision decision;
    Thresholds thresholds;
    int level = 0; // SupportLevel the next tap gives
    bool operator==(const SheetColumn &) const = default;
};

// A list another model fills; it has no query of its own.
template<class Row>
class FilledList : public LiveList<Row> {
public:
    using LiveList<Row>::LiveList;
    void fill(std::vector<Row> rows) { this->show(std::move(rows)); }
    void empty() { this->clear(); }

protected:
    KindSet kinds() const override { return 0; }
    typename LiveList<Row>::Query query() const override { return {}; }
    void rerun() override {}
};

class SheetNames : public FilledList<SheetName> {
public:
    using FilledList::FilledList;

protected:
    const std::vector<Role> &roles() const override;
};

class SheetColumns : public FilledList<SheetColumn> {
public:
    using FilledList::FilledList;

protected:
    const std::vector<Role> &roles() const override;
};

// What a decision says, long and for a column that is too narrow for sentences.
struct DecisionWords {
    QString facts;      // "14 of 21 checked do this alone; 4 not checked."
    QString next;       // "At least 2 more checks settle it." or "Move on."
    QString factsShort; // "14 of 21 alone"
    QString nextShort;  // "at least 2 more"
    QString sentence() const;
};
DecisionWords wordsOf(const Decision &decision);

} // namespace inkstep
