// The two hashes of a load: what play and judging can depend on, and what is only shown. Inside this room only.
#pragma once

#include "engine/crypto/hash.h"
#include "engine/reading/gather.h"

namespace firsthand::reading {

// Over every tree that was read, by path; comments, marks, order of files and whatever is shown are left out. The
// vocabulary is left out too: its words only check the others.
crypto::Hash rules_hash(const Gather& gather, std::string_view doctrine);

// Over texts, translations and pictures.
crypto::Hash shown_hash(const Gather& gather, const std::vector<model::Text>& texts);

// By file, line and column; each path once.
std::vector<model::Text> texts_in_order(const FindingCollector& findings);

} // namespace firsthand::reading
