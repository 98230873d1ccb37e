// Inkstep without a window, for a school's IT, scripts and tests: the same core behind verbs.
// In: the program's arguments, three streams, the parts a store is made from.
// Out: what was done, on the output; one sentence on the error stream when it could not be; an exit code.
#pragma once

#include "store/store.h"

#include <QStringList>

class QIODevice;

namespace inkstep {

// Where a verb reads and writes. Unbuffered: what is announced has left the program.
struct Streams {
    QIODevice &in;
    QIODevice &out;
    QIODevice &err;
    bool errIsTerminal = false; // a person is watching: long work shows how far it is
};

enum ExitCode { Done = 0, Failed = 1, WrongUse = 2 };

// The verb among the arguments (the program's name first): the first word that is neither an option nor the
// value of one. Empty when there is none; then the arguments are for the window, --help or --version.
QString verbIn(const QStringList &arguments);
bool isVerb(const QString &word);
// Paints text, so it needs an application that knows fonts.
bool verbPaints(const QString &verb);

// Runs one verb to its end, on this thread. `--help` and `--version` count as verbs here.
int runVerb(const QStringList &arguments, Store::Parts parts, Streams streams);

} // namespace inkstep
