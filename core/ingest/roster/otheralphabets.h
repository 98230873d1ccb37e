#pragma once

#include <QString>

namespace inkstep {

// Whether a text read as Western European was written in a code of Central Europe or Turkey. Where those have
// consonants of their own, "č" and "ř" and "ş", the Western ones have vowels, "è" and "ø" and "þ": they then
// stand where no Western language has them. Refuses a few rare Western names rather than let a wrong one in.
bool isOfOtherAlphabet(const QString &text);

} // namespace inkstep
