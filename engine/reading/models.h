// From the (merged) tree of a model to its struct, and the checks that need the other models. Inside this room only.
#pragma once

#include "engine/reading/gather.h"
#include "engine/reading/names.h"
#include "engine/reading/vocabulary.h"

namespace firsthand::reading {

model::EntityModel read_model(const model::Node& merged, const model::Id& id, Gather& gather, const Vocabulary& vocabulary);

// Every name in its conditions and effects. `names` knows the models that stand around it.
void check_model(const model::EntityModel& model, const Names& names, FindingCollector& findings);

// Derived values that lead back to themselves, and signals that nobody gives, over all models at once.
void check_circles(const Models& models, const Names& names, FindingCollector& findings);
void check_signals(const Models& models, FindingCollector& findings);

// Parts that several readers share.
model::Effects read_effects(Fields& fields);
std::vector<model::Set> read_sets(Fields& fields, std::string_view key);
std::vector<std::string> read_paths(Fields& fields, std::string_view key); // one path or a list of them
std::vector<model::Weighted> read_weights(const model::Node& node, FindingCollector& findings);
model::Setting read_setting(const model::Id& name, const model::Node& node, FindingCollector& findings);
model::Id read_icon(Fields& fields, Gather& gather);

} // namespace firsthand::reading
