#pragma once

namespace inkstep {

class SheetGrid;

// Gives every SheetGrid its table for the screen reader: a cell for each student and skill that says its
// mark, and can be pressed. Once is enough; more does nothing.
void makeGridSpeak();
// The keyboard is at another cell.
void tellWhereTheKeyboardIs(SheetGrid *grid);

} // namespace inkstep
