// What can be seen of a scenario and a doctrine without playing: a step that no way leads to, a condition that cannot hold, a rule
// that nothing can break. First forms of these: they find what certainly never happens, and say nothing of the rest.
#pragma once

#include "engine/model/scenario.h"
#include "engine/reading/fields.h"
#include "engine/reading/models.h"

namespace firsthand::reading {

// F0609 where `condition`, or an "and" in it, wants one name to be two things at once.
void check_possible(const model::Condition& condition, FindingCollector& findings);

// F0608 at each step that every way through the others passes by.
void check_reachable(const std::vector<model::Step>& steps, FindingCollector& findings);

// F0508 at each trait, tag or verb that a rule waits for and no model of the library has.
void check_breakable(const model::Doctrine& doctrine, const Models& models, FindingCollector& findings);

} // namespace firsthand::reading
