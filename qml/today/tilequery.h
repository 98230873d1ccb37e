// Today: the whole class on one screen, and who has not been seen for long.
// In: students, their samples, pages, notes and answers. Out: a tile a student, counts for the side pane.
// Asks nothing of a person; a tap leads to the child or to the camera.
#pragma once

#include "model/entities.h"
#include "store/database.h"

#include <vector>

namespace inkstep {

// What one look at a student shows.
struct Tile {
    Id id;
    QString name;
    std::optional<Moment> seen; // when their work was last looked at
    int days = -1;              // since then, by the calendar of this place; -1: not seen yet
    bool longUnseen = false;
    bool sampled = false; // an independent sample in this round
    Id step;              // the latest next step that is still open, or null
    QString stepWords;
    int level = -1; // SupportLevel of its latest answer, -1 before there is one
    bool operator==(const Tile &) const = default;
};

// Every student who is in class, in roster order. `now` decides what today is, the notebook's own ways how
// long a round of samples is.
std::vector<Tile> readTiles(Database &db, Moment now, const Id &notebook = {});

// Days between two moments by the calendar of this place: yesterday evening is one day ago in the morning.
int calendarDays(Moment from, Moment to);

// Marks those unseen the longest: at most a fifth of the class, and nobody seen within the last four days.
// A wider mark would say nothing.
void markLongUnseen(std::vector<Tile> &tiles);

} // namespace inkstep
