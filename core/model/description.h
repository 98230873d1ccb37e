// How a kind of thing is described, once: its fields and how each merges. Tables, operations, merge, search
// and export follow from it.
#pragma once

#include "model/value.h"

#include <array>
#include <tuple>

namespace inkstep {

enum FieldFlag {
    Latest = 0,     // shows the value with the highest (time, device) of those that stay
    KeepBoth = 1,   // shows all that stay until a person chooses
    Searchable = 2, // goes into full-text search
    Content = 4,    // what a person wrote: unseen by a deletion, it brings the thing back
    Container = 8,  // names what this lies in: a deleted container hides it
};

template<class Entity, class Member>
struct Field {
    const char *name;
    Member Entity::*member;
    int flags = Latest;
};
template<class Entity, class Member>
Field(const char *, Member Entity::*, int) -> Field<Entity, Member>;
template<class Entity, class Member>
Field(const char *, Member Entity::*) -> Field<Entity, Member>;

template<class Entity>
struct Description; // static constexpr const char *kind; static constexpr auto fields =
                    // std::tuple{Field{...}...}

} // namespace inkstep
