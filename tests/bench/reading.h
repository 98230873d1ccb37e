#pragma once

#include "demo/generator/scene.h"

#include <optional>

namespace inkstep::bench {

// How well a program reads a printed sheet out of a photograph, before and after its light was made even.
struct Reading {
    int words = 0;
    double asShot = 0; // words wrong of a hundred, of the plain crop: shown straight, nothing else
    double page = 0;   // ... of the flat page
};

// Whether the `tesseract` command is there.
bool canRead();
// A sheet of printed words on a desk, photographed as teachers do, through Tesseract (Smith, An overview of
// the Tesseract OCR engine, ICDAR 2007). Wrong words are insertions, deletions and replacements, the fewest
// there are (Levenshtein). Nothing when the program fails. 2 to 5 s.
std::optional<Reading> reading(Part part, int number);

} // namespace inkstep::bench
