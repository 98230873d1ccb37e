#pragma once

#include "store/profile.h"

namespace inkstep {

// Erasing is not deleting: a deleted student is hidden and can be brought back, an erased one is nowhere any
// more. What is erased is the student and everything that lies in it: samples, pages, notes, answers, checks.
// The order goes to every device as an operation; each blanks what it holds, removes the pictures and scrubs
// its database. Old copies of the store are locked out by a new epoch, which the next sync begins.

// Words about other children, the class or a skill in which the student's name stands: they are not erased,
// and a person should look at them first.
struct Mention {
    QString kind; // "note", "planItem", ...
    Id entity;
    QString words;
};
Result<std::vector<Mention>> mentionsOf(Store &store, const Id &student);

// Erases here and now; durable when it returns success. NotFound: no such student. What fails after the order
// itself was saved is done again by finishErasing().
Status eraseStudent(Notebook &notebook, const Id &student);

// What a power cut interrupted, or what another device's order left to do: picture files and the database's
// own leftovers. Cheap when there is nothing.
Status finishErasing(Notebook &notebook);

// Orders to erase that are known here.
struct Erasure {
    Version order;
    Id student;
    Moment at;
    bool operator==(const Erasure &) const = default;
};
Result<std::vector<Erasure>> erasures(Store &store);

} // namespace inkstep
