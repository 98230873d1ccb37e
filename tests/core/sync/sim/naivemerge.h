#pragma once

#include "model/operation.h"

#include <map>
#include <set>

namespace inkstep::sim {

// The merge as the rules say it, worked out from nothing each time: slow, short, and nothing shared with the
// ledger. What it shows must be what every device shows.
class NaiveMerge {
public:
    struct Row {
        bool deleted = false;
        bool revived = false;
        qint64 versions = 1;            // of the keepBoth field with the most
        std::map<QString, Value> shown; // by field
        bool operator==(const Row &) const = default;
    };
    void add(const EditRecord &edit);
    // What `of` wrote after `base` was several's; this is one of them.
    void branch(const Id &id, const Id &of, quint64 base) { m_branches.push_back({id, of, base}); }
    std::map<Id, Row> rows() const; // of what was made
    // Every operation nobody replaced, as the digest sees it.
    std::set<Version> live() const;
    // What was ordered to be erased, and what came to lie in it unseen by the order.
    std::set<Id> erased() const;

private:
    struct One {
        Operation op;
        Version version;
        quint64 time;
    };
    std::vector<const One *> standing(const Id &entity) const;
    bool made(const Id &entity) const;
    bool unseenContent(const Id &entity, const VersionVector &seen) const;
    bool deleted(const Id &entity, bool &revived) const;
    Value shown(const Id &entity, const QString &field) const;

    struct Branch {
        Id id;
        Id of;
        quint64 base;
    };
    std::set<Version> replaced() const;
    std::vector<Version> meant(const Version &version, const Id &entity, const QString &field) const;

    std::vector<One> m_all;
    std::vector<Branch> m_branches;
    mutable std::map<Id, std::vector<const One *>> m_standing; // made by rows(), for speed alone
    mutable std::map<Id, std::vector<Id>> m_inside;
};

} // namespace inkstep::sim
