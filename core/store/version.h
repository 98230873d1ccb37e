#pragma once

namespace inkstep {

// Of a notebook's database: a new number for every new kind or field.
inline constexpr int databaseLayout = 4;

} // namespace inkstep
