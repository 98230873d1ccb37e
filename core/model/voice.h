#pragma once

#include "model/entities.h"

namespace inkstep {

// Something said about a page, a sample or a student: a young writer tells the story, a teacher has no time
// to type. What was said never changes.
struct Voice {
    Id id;
    Id about; // a page, a sample or a student
    BlobRef sound;
    qint64 length = 0; // milliseconds
    QString wave;      // how loud it is along the way: digits, '0' quiet to '9' loud
    std::optional<Moment> at;
    Author author = Author::Adult;
    bool operator==(const Voice &) const = default;
};
template<>
struct Description<Voice> {
    static constexpr const char *kind = "voice";
    static constexpr auto fields = std::tuple{
        Field{"about", &Voice::about, Container},
        Field{"sound", &Voice::sound, Content},
        Field{"length", &Voice::length},
        Field{"wave", &Voice::wave},
        Field{"at", &Voice::at},
        Field{"author", &Voice::author},
    };
};

} // namespace inkstep
