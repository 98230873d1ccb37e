#pragma once

#include "model/schema.h"
#include "store/database.h"

namespace inkstep {

// The tables of one notebook's database, made from the schema table.
//   meta        single values by name
//   device      devices by a small number; `seen`: how far their operations are known
//   edit        edits by (device, first sequence): time, label, what they undo
//   op          every operation; `live` 1 while nobody replaced it: the live ones are the state
//   early       versions that were replaced before they arrived
//   blob        each photo an operation names: is its sealed file here, is it sent
//   search      full text over what is searchable; rowid = row of the thing × 64 + index of its kind
//   <kind>      a row a thing with a column a field: what shows, worked out from `op`
// Times are hybrid times. `deleted` hides a row, `revived` says a deletion was overruled by unseen content,
// `versions` is how many versions the keepBoth field with the most has.

// What a full-text row's number is made of: the thing's row, and its kind, of which there are at most 64.
inline constexpr qint64 searchStride = 64;

// Makes the tables, or brings those of an older Inkstep up to date. After that `meta` may hold 'resettle':
// every row is to be worked out again, since operations of a device that was updated earlier may have waited
// for the new places.
void layOut(Database &db);
int storedVersion(Database &db);

// "n.id, n.\"name\", ..." in the order readRow() expects.
template<class Entity>
std::string columnsOf(std::string_view alias) {
    std::string columns = std::string(alias) + ".id";
    std::apply(
        [&](const auto &...field) {
            const auto one = [&](const auto &f) {
                columns += ", ";
                columns += alias;
                columns += ".\"";
                columns += f.name;
                columns += '"';
            };
            (one(field), ...);
        },
        Description<Entity>::fields);
    return columns;
}

template<class Entity>
constexpr int columnCount() {
    return 1 +
           static_cast<int>(std::tuple_size_v<std::remove_cvref_t<decltype(Description<Entity>::fields)>>);
}

// The thing whose columns start at `first`.
template<class Entity>
Entity readRow(const Statement &row, int first = 0) {
    Entity entity;
    entity.id = row.id(first);
    int column = first;
    std::apply(
        [&](const auto &...field) {
            const auto one = [&](const auto &f) {
                using Held = std::remove_reference_t<decltype(entity.*(f.member))>;
                ++column;
                if (!row.isNull(column)) // what was never set keeps the struct's own default
                    entity.*(f.member) = fromValue<Held>(row.value(column));
            };
            (one(field), ...);
        },
        Description<Entity>::fields);
    return entity;
}

// The thing with this id, also when deleted; nothing if it was never made here.
template<class Entity>
std::optional<Entity> find(Database &db, const Id &id) {
    static const std::string sql =
        "SELECT " + columnsOf<Entity>("t") + " FROM \"" + Description<Entity>::kind + "\" t WHERE t.id = ?";
    Statement &row = db.use(sql).with(id);
    return row.step() ? std::optional<Entity>(readRow<Entity>(row)) : std::nullopt;
}

} // namespace inkstep
