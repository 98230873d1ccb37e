#pragma once

#include "model/teaching.h"

#include <vector>

namespace inkstep {

// The top rung, and no other, shows what a writer can do with no help.
constexpr bool isIndependent(SupportLevel level) {
    return level == SupportLevel::Alone;
}
// Some help was given. "Not yet" is not help: the skill was looked for and was not there.
constexpr bool isHelped(SupportLevel level) {
    return level != SupportLevel::Alone && level != SupportLevel::NotYet;
}

// The rungs this class uses, most independent first. The ends are always among them: without them a mark
// could say neither that it went alone nor that it was looked for.
std::vector<SupportLevel> rungsOf(const Teaching &teaching);

// The class's own name of a rung; empty where the built-in one holds.
QString ownName(const Teaching &teaching, SupportLevel level);
// Empty: the built-in one holds again.
void setOwnName(Teaching &teaching, SupportLevel level, const QString &name);

} // namespace inkstep
