// Where doctrine comes from: what must be known of a source before somebody can look it up, and what a rule may do without it.
#pragma once

#include "engine/model/doctrine.h"
#include "engine/reading/fields.h"

namespace firsthand::reading {

model::Source read_source(const model::Id& id, Fields& fields);

// The keys that are missing for somebody to open the same text at the same place: publisher, edition, section, address, opened, supports.
// A rule may name its own section. The word of an agency closes every gap.
std::vector<model::Id> gaps_of(const model::Source& source, const std::string& section_of_rule = {});

// What a rule may not do on such a source: be fatal, or tell a number that stands nowhere. Of a file of format 1 the rule becomes major.
void check_provenance(model::Rule& rule, const model::Source& source, const Fields& fields);

} // namespace firsthand::reading
