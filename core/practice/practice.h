// What this room is for: the teaching rules, as pure functions: what a class can do alone, who is due, who
// could be a group, what fits into tomorrow. In: plain values of the model and moments. Out: answers with the
// figures they rest on, so that a page can say why. Nothing here reads a clock, a database or a language.
#pragma once

#include "practice/checkbacks.h"
#include "practice/decision.h"
#include "practice/groups.h"
#include "practice/ladder.h"
#include "practice/plan.h"
#include "practice/rounds.h"
#include "practice/skillpath.h"
#include "practice/stamina.h"
#include "practice/stepwords.h"
#include "practice/talks.h"
#include "practice/visits.h"
