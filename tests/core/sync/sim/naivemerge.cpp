#include "core/sync/sim/naivemerge.h"

#include "model/schema.h"

#include <QtEndian>

namespace inkstep::sim {

namespace {

const FieldSpec *spec(const Operation &op) {
    const KindSpec *kind = Schema::instance().kind(op.kind);
    return kind ? kind->field(op.field) : nullptr;
}

} // namespace

void NaiveMerge::add(const EditRecord &edit) {
    for (const Operation &op : edit.operations)
        m_all.push_back({op, {edit.device, op.sequence}, edit.time});
}

// A version whose name was several's is that one of theirs that wrote on the same field; none if two did.
std::vector<Version> NaiveMerge::meant(const Version &version, const Id &entity, const QString &field) const {
    std::vector<Version> found;
    bool several = false;
    for (const Branch &branch : m_branches) {
        if (branch.of != version.device || version.sequence <= branch.base)
            continue;
        several = true;
        const Version here{branch.id, version.sequence - branch.base};
        for (const One &one : m_all) {
            if (one.version == here && one.op.entity == entity && one.op.field == field)
                for (const Version &deeper : meant(here, entity, field))
                    found.push_back(deeper);
        }
    }
    if (!several)
        return {version};
    return found.size() == 1 ? found : std::vector<Version>{};
}

std::set<Version> NaiveMerge::replaced() const {
    std::set<Version> versions;
    for (const One &one : m_all) {
        for (const Version &version : one.op.replaced) {
            for (const Version &meant : this->meant(version, one.op.entity, one.op.field))
                versions.insert(meant);
        }
    }
    return versions;
}

std::set<Id> NaiveMerge::erased() const {
    std::set<Id> gone;
    for (const One &order : m_all) {
        const QByteArray *bytes = std::get_if<QByteArray>(&order.op.value);
        if (order.op.field != QStringLiteral("!") || !bytes)
            continue;
        const qsizetype versions = 24 * qsizetype(qFromBigEndian<quint32>(bytes->constData()));
        const VersionVector seen = unpackVersions(bytes->sliced(4, versions));
        std::set<Id> by{order.op.entity};
        for (qsizetype at = 4 + versions; at < bytes->size(); at += 16)
            by.insert(idFromBytes(bytes->sliced(at, 16)));
        for (std::size_t before = 0; before != by.size();) {
            before = by.size();
            for (const One &one : m_all) {
                const FieldSpec *field = spec(one.op);
                const QByteArray *holder = std::get_if<QByteArray>(&one.op.value);
                if (field && field->is(Container) && holder && by.contains(idFromBytes(*holder)) &&
                    !covers(seen, one.version))
                    by.insert(one.op.entity);
            }
        }
        gone.insert(by.begin(), by.end());
    }
    return gone;
}

std::set<Version> NaiveMerge::live() const {
    const std::set<Id> gone = erased();
    const std::set<Version> over = replaced();
    std::set<Version> versions;
    for (const One &one : m_all) {
        if (gone.contains(one.op.entity) && one.op.field != QStringLiteral("!"))
            continue;
        if (!over.contains(one.version))
            versions.insert(one.version);
    }
    return versions;
}

std::vector<const NaiveMerge::One *> NaiveMerge::standing(const Id &entity) const {
    const auto found = m_standing.find(entity);
    return found == m_standing.end() ? std::vector<const One *>{} : found->second;
}

bool NaiveMerge::made(const Id &entity) const {
    for (const One *one : standing(entity)) {
        if (one->op.field == createField)
            return Schema::instance().kind(one->op.kind) != nullptr; // of a newer version: kept, not shown
    }
    return false;
}

Value NaiveMerge::shown(const Id &entity, const QString &field) const {
    const One *best = nullptr;
    for (const One *one : standing(entity)) {
        if (one->op.field == field &&
            (!best || best->time < one->time || (best->time == one->time && best->version < one->version)))
            best = one;
    }
    return best ? best->op.value : Value{};
}

// Content in the thing, or in what lies in it and is not deleted itself, that the deletion had not seen.
bool NaiveMerge::unseenContent(const Id &entity, const VersionVector &seen) const {
    for (const One *one : standing(entity)) {
        const FieldSpec *field = spec(one->op);
        if ((one->op.field == createField || (field && field->is(Content))) && !covers(seen, one->version))
            return true;
    }
    const auto inside = m_inside.find(entity);
    if (inside == m_inside.end())
        return false;
    for (const Id &inner : inside->second) {
        bool revived = false;
        if (!deleted(inner, revived) && unseenContent(inner, seen))
            return true;
    }
    return false;
}

bool NaiveMerge::deleted(const Id &entity, bool &revived) const {
    bool stands = false;
    bool gone = false;
    for (const One *one : standing(entity)) {
        if (one->op.field != deleteField || one->op.value == Value{})
            continue;
        stands = true;
        const QByteArray *seen = std::get_if<QByteArray>(&one->op.value);
        gone = gone || !unseenContent(entity, unpackVersions(seen ? *seen : QByteArray()));
    }
    revived = stands && !gone;
    return gone;
}

std::map<Id, NaiveMerge::Row> NaiveMerge::rows() const {
    m_standing.clear();
    m_inside.clear();
    const std::set<Id> gone = erased();
    const std::set<Version> over = replaced();
    for (const One &one : m_all) {
        if (!gone.contains(one.op.entity) && !over.contains(one.version))
            m_standing[one.op.entity].push_back(&one);
    }
    for (const auto &[entity, ops] : m_standing) {
        if (!made(entity))
            continue;
        std::set<QString> containers;
        for (const One *one : ops) {
            if (const FieldSpec *field = spec(one->op); field && field->is(Container))
                containers.insert(one->op.field);
        }
        for (const QString &field : containers) {
            const Value holder = shown(entity, field);
            if (const QByteArray *bytes = std::get_if<QByteArray>(&holder))
                m_inside[idFromBytes(*bytes)].push_back(entity);
        }
    }
    std::map<Id, Row> rows;
    for (const auto &[entity, ops] : m_standing) {
        if (!made(entity))
            continue;
        Row row;
        row.deleted = deleted(entity, row.revived);
        std::map<QString, qint64> count;
        for (const One *one : ops) {
            const FieldSpec *field = spec(one->op);
            if (!field)
                continue;
            row.shown[one->op.field] = shown(entity, one->op.field);
            if (field->is(KeepBoth))
                row.versions = std::max(row.versions, ++count[one->op.field]);
        }
        rows[entity] = row;
    }
    return rows;
}

} // namespace inkstep::sim
