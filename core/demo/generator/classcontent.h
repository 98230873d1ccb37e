#pragma once

#include "base/error.h"
#include "demo/generator/drawing.h"
#include "demo/generator/paper.h"

#include <QString>
#include <vector>

namespace inkstep {

// The made-up class and its writing, from one JSON file (assets/demo/class.json, built in):
//
//   { "format": 1,
//     "class": { "name": "Room 7", "grade": 1 },
//     "students": [ { "name": "Amara O.", "age": 6, "homeLanguage": "Igbo", "level": 2 }, ... ],
//     "writings": [ { "genre": "small moment", "level": 2, "heading": "My tooth", "text": "...\n...",
//                     "paper": "story", "drawing": "family",
//                     "noticed":  { "words": "...", "trait": "ideas" },
//                     "wonder":   { "words": "...", "trait": "elaboration" },
//                     "nextStep": { "words": "...", "trait": "conventions" } }, ... ] }
//
// "level", 1 to 4: 1 labels and single words, 2 a sentence or two in invented spelling, 3 several sentences,
// 4 a whole piece. A student's own pieces are near their level. "heading" and "wonder" may be missing; "text"
// has one line a "\n". "genre": one of genreNames(). "trait": ideas, organization, elaboration, word choice,
// sentences, conventions, process, stamina, routines. "paper": primary, story, lined, blank, squared,
// colored. "drawing": none, house, family, dog, cat, tree, sea, rocket, cake, garden, ball, rain, bus.
// Anything else is BadInput and says where.

struct DemoStudent {
    QString name;         // first name and an initial
    int age = 6;          // for the look of the handwriting only
    QString homeLanguage; // in English
    int level = 2;        // 1 to 4
};

struct SuggestedNote {
    QString words;
    QString trait;
};

struct DemoWriting {
    QString genre;
    int level = 2;
    QString heading;
    QString text;
    PaperKind paper = PaperKind::Primary;
    DrawingKind drawing = DrawingKind::None;
    SuggestedNote noticed;
    SuggestedNote wonder; // words may be empty
    SuggestedNote nextStep;
};

struct ClassContent {
    QString name;
    int grade = 1;
    std::vector<DemoStudent> students;
    std::vector<DemoWriting> writings;
};

const QStringList &genreNames();
const QStringList &traitNames();

// Errors: BadInput with what is wrong and where.
Result<ClassContent> readClassContent(const QByteArray &json);
Result<ClassContent> builtInClass();

} // namespace inkstep
