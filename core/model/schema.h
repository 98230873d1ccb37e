#pragma once

#include "model/teaching.h"

#include <vector>

namespace inkstep {

struct FieldSpec {
    QString name;
    FieldType type;
    int flags;
    bool is(FieldFlag flag) const { return (flags & flag) != 0; }
};

struct KindSpec {
    QString name;
    std::vector<FieldSpec> fields;
    int index = 0; // its place in the table, and its bit in a set of kinds
    const FieldSpec *field(const QString &fieldName) const;
    bool searchable() const;
};

// Every kind this version knows, from the Descriptions. A kind that is not here came from a newer Inkstep:
// its operations are kept and passed on, and get their table after an update.
class Schema {
public:
    static const Schema &instance(); // a constant table, made once
    const std::vector<KindSpec> &kinds() const { return m_kinds; }
    const KindSpec *kind(const QString &name) const;

private:
    Schema();
    template<class Entity>
    void add();
    std::vector<KindSpec> m_kinds;
};

// A set of kinds, as bits.
using KindSet = quint64;
template<class Entity>
KindSet kindBit() {
    return KindSet(1) << Schema::instance().kind(QString::fromLatin1(Description<Entity>::kind))->index;
}
template<class... Entities>
KindSet kindsOf() {
    return (kindBit<Entities>() | ...);
}

template<class Entity>
QString kindName() {
    return QString::fromLatin1(Description<Entity>::kind);
}

// The name of the field a member stands for.
template<class Entity, class Member>
QString fieldName(Member Entity::*member) {
    QString name;
    std::apply(
        [&](const auto &...field) {
            const auto match = [&](const auto &f) {
                if constexpr (std::is_same_v<decltype(f.member), Member Entity::*>) {
                    if (f.member == member)
                        name = QString::fromLatin1(f.name);
                }
            };
            (match(field), ...);
        },
        Description<Entity>::fields);
    return name;
}

} // namespace inkstep
