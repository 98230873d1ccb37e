#pragma once

#include "model/operation.h"
#include "model/schema.h"

namespace inkstep {

// A set of field changes under one label. The only way to change data; undo, history and sync come from it.
class Edit {
public:
    struct Change {
        QString kind;
        Id entity;
        QString field;
        Value value;
        // Set for undo: the change happens only while this version alone stands in the field.
        std::optional<Version> onlyOver;
    };

    explicit Edit(QString label) : m_label(std::move(label)) {}

    // A new thing with all its fields that differ from the default.
    template<class Entity>
    Edit &create(const Entity &entity) {
        m_changes.push_back({kindName<Entity>(), entity.id, createField, Value{qint64(1)}, {}});
        return changed(Entity{}, entity);
    }
    // The fields in which `after` differs from `before`.
    template<class Entity>
    Edit &changed(const Entity &before, const Entity &after) {
        std::apply(
            [&](const auto &...field) {
                const auto one = [&](const auto &f) {
                    if (!(before.*(f.member) == after.*(f.member)))
                        add<Entity>(after.id, QString::fromLatin1(f.name), toValue(after.*(f.member)));
                };
                (one(field), ...);
            },
            Description<Entity>::fields);
        return *this;
    }
    template<class Entity, class Member>
    Edit &set(const Id &id, Member Entity::*member, const std::type_identity_t<Member> &value) {
        return add<Entity>(id, fieldName(member), toValue(value));
    }
    // Hides the thing and, by reference, all that lies in it.
    template<class Entity>
    Edit &remove(const Id &id) {
        return add<Entity>(id, deleteField, Value{qint64(1)}); // the store writes what it has seen
    }
    template<class Entity>
    Edit &restore(const Id &id) {
        return add<Entity>(id, deleteField, Value{});
    }
    Edit &add(Change change) {
        m_changes.push_back(std::move(change));
        return *this;
    }
    void setUndoes(const Version &first) { m_undoes = first; }

    const QString &label() const { return m_label; }
    const std::vector<Change> &changes() const { return m_changes; }
    const std::optional<Version> &undoes() const { return m_undoes; }
    bool isEmpty() const { return m_changes.empty(); }

private:
    template<class Entity>
    Edit &add(const Id &id, const QString &field, Value value) {
        m_changes.push_back({kindName<Entity>(), id, field, std::move(value), {}});
        return *this;
    }

    QString m_label;
    std::vector<Change> m_changes;
    std::optional<Version> m_undoes;
};

} // namespace inkstep
